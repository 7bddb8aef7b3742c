"""Asking recognisers: they are shown passages, and what they propose becomes mentions where no annotator of ours found anything."""

from collections.abc import Iterable, Iterator, Sequence

from tei_cable.model import Cable, Code, Diagnostic, Field, Mention, Severity, Span
from tei_cable.recognisers import KINDS, BadRecogniser, Proposal, Proposed, Recogniser
from tei_cable.registry import parts
from tei_cable.tei.names import EMPTY, allowed
from tei_cable.text.cover import Cover
from tei_cable.text.regex import regex
from tei_cable.text.settle import regions, settle

PROPOSED = Code("X001", "name-proposed", Severity.INFO)
ABSENT = Code("X002", "proposed-words-absent", Severity.WARNING)
FAILED = Code("X003", "recogniser-failed", Severity.ERROR)

# Tags of ours in which a name may stand; any other tag is what the words are already.
_HOLDERS = frozenset({"q", "foreign", "supplied", "note", "list", "item"})
_GONE = EMPTY | {"fw"}
_WHITE = str.maketrans("\n\t\r\x0b\x0c", " " * 5)
# What recognisers take into a name, and the encoding leaves outside.
_ARTICLE = regex(r"[Tt]he +|[\s\"“‘(\[,;]+")
_ENDING = regex(r"(?:['’]s?|[\s\"”’)\],;:]+)$")
# How many of the words that are absent a finding names.
_NAMED = 4


def opened(names: Sequence[str]) -> tuple[Recogniser, ...]:
    """The recognisers of these names (`KIND:WHAT`), in their order. Raises BadRecogniser."""
    found: dict[str, Recogniser] = {}
    for name in names:
        kind, _, what = name.partition(":")
        kinds = parts("recognisers")
        if kind not in kinds or not what:
            raise BadRecogniser(f"there is no recogniser {name!r}; name one as {' or '.join(f'{k}:WHAT' for k in kinds)} (see docs/recognisers.md)")
        recogniser: Recogniser = kinds[kind].open(what)
        if found.setdefault(recogniser.id, recogniser) is not recogniser:
            raise BadRecogniser(f"two recognisers would both be called {recogniser.id}, and nobody could tell which found what; leave one out")
    return tuple(found.values())


def ask(cables: Sequence[Cable], recognisers: Sequence[Recogniser]) -> list[tuple[Cable, list[Diagnostic]]]:
    """The cables with the mentions that the recognisers add to those of our annotators, each with what there is to say of it."""
    asked = [(cable, list[Diagnostic]()) for cable in cables]
    passages = [_passages(cable) for cable in cables]
    shown = [[_shown(cable, span) for span in found] for cable, found in zip(cables, passages, strict=True)]
    for recogniser in recognisers:
        for i, answer in enumerate(recogniser.propose(shown)):
            cable, said = asked[i]
            added = _standing(cable, _kept(answer, passages[i], cable, recogniser))
            asked[i] = _with(cable, added, recogniser), [*said, *_findings(answer, added, cable, recogniser)]
    return asked


def _passages(cable: Cable) -> list[Span]:
    """Where names are looked for: blocks and notes; a citation's words are the reader's."""
    return [span for span, owner in regions(cable) if not isinstance(owner, Field)]


def _shown(cable: Cable, passage: Span) -> str:
    """The words of a passage, each at its place; what leaves the text (markers of notes, page marks) is blank, and so are line ends."""
    words = cable.source.text[passage.start : passage.end].translate(_WHITE)
    gone = [n.marker for n in cable.notes if n.marker] + [m.span for m in cable.mentions if m.kind in _GONE]
    for start, end in gone:
        if passage.start <= start and end <= passage.end:
            words = words[: start - passage.start] + " " * (end - start) + words[end - passage.start :]
    return words


def _kept(answer: Proposed, passages: Sequence[Span], cable: Cable, recogniser: Recogniser) -> Iterator[Mention]:
    """The proposals that are names by their form and meet no tag of ours, nor one another, as mentions."""
    taken = Cover(m.span for m in cable.mentions if m.kind not in _HOLDERS)
    reach = -1
    for start, end, kind, label in sorted(_placed(answer.proposals, passages, cable.source.text)):
        if start >= reach and not taken.meets(start, end):
            reach = end
            why = f"proposed by {recogniser.name}" + (f" as {label}" if label else "")
            yield Mention(Span(start, end), kind, attrs={"resp": f"#{recogniser.id}"}, cert="medium", evidence=why)


def _standing(cable: Cable, found: Iterable[Mention]) -> list[Mention]:
    """Those that can stand where they are: not half in a quotation, not round a list."""
    found = list(found)
    alive = {id(m) for m in settle((*cable.mentions, *found), allowed)} if found else frozenset()
    return [m for m in found if id(m) in alive]


def _placed(proposals: Iterable[Proposal], passages: Sequence[Span], text: str) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, kind and label of each proposal in the source, without article and possessive; not those that cut a word or leave their passage."""
    for number, a, b, kind, label in proposals:
        if kind not in KINDS or not 0 <= number < len(passages) or not 0 <= a < b <= passages[number].end - passages[number].start:
            continue
        start, end = _trimmed(text, passages[number].start + a, passages[number].start + b)
        cut = text[start - 1 : start].isalnum() if start else False
        if start < end and not cut and not text[end : end + 1].isalnum() and any(map(str.isalpha, text[start:end])):
            yield start, end, kind, label


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (m := _ARTICLE.match(text, start, end)):
        start = m.end()
    while start < end and (m := _ENDING.search(text, start, end)):
        end = m.start()
    return start, end


def _with(cable: Cable, added: Sequence[Mention], recogniser: Recogniser) -> Cable:
    """The cable with these mentions, and who is responsible for them."""
    if not added:
        return cable
    who = Field("responsible", recogniser.name, attrs={"xml:id": recogniser.id, "resp": "recognition of names"})
    return cable._replace(mentions=(*cable.mentions, *added), fields=(*cable.fields, who))


def _findings(answer: Proposed, added: Sequence[Mention], cable: Cable, recogniser: Recogniser) -> Iterator[Diagnostic]:
    told = set()
    for m in added:
        words = " ".join(cable.source.text[m.span.start : m.span.end].split())
        if (words, m.kind) not in told:
            told.add((words, m.kind))
            hint = "Take @cert away when it is right, the tag when it is not."
            yield PROPOSED.at(m.span, f"{words} is tagged as {m.kind} because {recogniser.name} proposes it; no annotator of ours does.", hint)
    if absent := list(dict.fromkeys(answer.absent)):
        named = ", ".join(f"“{words[:60]}”" for words in absent[:_NAMED]) + (f" and {more} more" if (more := len(absent) - _NAMED) > 0 else "")
        yield ABSENT.at(None, f"{recogniser.name} names what does not stand so in the text: {named}. It was left out.")
    if answer.failure:
        yield FAILED.at(None, f"{recogniser.name}: {answer.failure}", "The telegram was converted without it; convert it again when that is mended.")
