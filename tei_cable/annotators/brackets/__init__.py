"""Tags square brackets: words supplied, explanations, "[sic]", and gaps where text is missing."""

from collections.abc import Iterable

from tei_cable.annotators import Annotation, adding
from tei_cable.annotators.brackets import words
from tei_cable.authority.scene import Scene
from tei_cable.model import Cable, Code, Mention, Severity, Span
from tei_cable.text.layout import places
from tei_cable.text.regex import regex

UNBALANCED = Code("B001", "unbalanced-bracket", Severity.INFO)

# Numbers and boxes in brackets are not words: markers whose note is unknown, "[2 of 3]", "[ ]".
_NOT_WORDS = regex(r"\s*(?:\d+[a-z]?|\d+\s+of\s+\d+|[xX*\u2020])?\s*$")
# An edition's source note may stand in brackets as a whole.
_SOURCE = regex(r"\s*Source:")
# No editor puts brackets into brackets more often than this.
_DEEPEST = 4


class Brackets:
    """Wakes at the brackets that are not the markers of notes."""

    needs: frozenset[str] = frozenset()
    gives = frozenset({"supplied", "note", "gap"})
    cues: tuple[str, ...] = ()

    def annotate(self, cable: Cable, scene: Scene) -> Annotation:
        """The cable with its brackets; one without its other half is reported and left alone."""
        pairs, lonely = _pairs(cable, scene)
        # round a whole line of opener or closer a bracket supplies nothing: "[Received 6:13 p. m.]", "[AA:A981, WAR 53A]"
        lines = {b.spans[0] for b in cable.blocks if b.kind.endswith("/seg")} if pairs else set()
        mentions = [m for pair in sorted(pairs) if (m := _mention(scene.text, pair)) and not (m.kind == "supplied" and pair in lines)]
        found = [UNBALANCED.at(Span(at, at + 1), "This bracket has no other half in its paragraph.", "Nothing was tagged for it.") for at in lonely]
        return Annotation(adding(cable, mentions) if mentions else cable, tuple(found))


def _pairs(cable: Cable, scene: Scene) -> tuple[list[Span], list[int]]:
    """The brackets of each block and note with their other halves, and those that have none."""
    if "[" not in scene.text and "]" not in scene.text:
        return [], []
    markers = set(_markers(cable))
    homes = {s: b.spans[0] for b in cable.blocks if len(b.spans) > 1 for s in b.spans}
    pairs: list[Span] = []
    lonely: list[int] = []
    home: Span | None = None
    stack: list[int] = []
    for at in sorted([*places(scene.text, "["), *places(scene.text, "]")]):
        region = scene.region(at)
        if at in markers or region is None:
            continue
        if homes.get(region, region) != home:
            lonely += stack
            stack, home = [], homes.get(region, region)
        if scene.text[at] == "[":
            stack.append(at)
        elif stack:
            opened = stack.pop()
            if len(stack) < _DEEPEST:
                pairs.append(Span(opened, at + 1))
        else:
            lonely.append(at)
    lonely += stack
    # printed round a signature, a bracket is often on a line of its own
    empty = {region: not scene.text[slice(*region)].strip("[]. \n") for region in {scene.region(at) for at in lonely} if region}
    return pairs, sorted(at for at in lonely if (region := scene.region(at)) is None or not empty[region])


def _markers(cable: Cable) -> Iterable[int]:
    """Where the brackets stand that the reader knows: markers of notes, known notes' and others', and page marks."""
    for start, end in [*(n.marker for n in cable.notes if n.marker), *(m.span for m in cable.mentions if m.kind == "ref")]:
        yield from (start, end - 1)
    for m in cable.mentions:
        if m.kind == "pb":
            # it takes the blanks round it along
            yield from range(*m.span)


def _mention(text: str, pair: Span) -> Mention | None:
    inside = text[pair.start + 1 : pair.end - 1]
    if _NOT_WORDS.match(inside) or _SOURCE.match(inside):
        return None
    said = " ".join(inside.split())
    if words.is_sic(said):
        return Mention(pair, "note", attrs={"type": "sic"}, evidence="the editor vouches for the reading")
    if (missing := words.gap(said)) is not None:
        return Mention(pair, "gap", attrs=missing, evidence="the bracket says that text is missing")
    if words.explains(said):
        return Mention(pair, "note", attrs={"type": "editorial"}, evidence="the bracket explains")
    return Mention(pair, "supplied", attrs={"reason": words.reason(said)}, evidence="the bracket supplies words")


part = Brackets()
