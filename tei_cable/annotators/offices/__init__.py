"""Offices that stand for their holders: "the President", "French Ambassador in Moscow", "FonMin"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tei_cable.annotators import Annotation, adding
from tei_cable.annotators.offices.commands import commands, glossed
from tei_cable.annotators.offices.reading import CUES, Reading, describes, name_after, read, touches_name
from tei_cable.annotators.offices.resolve import Answer, Kinds, Resolver
from tei_cable.annotators.offices.setting import setting
from tei_cable.authority.offices import roll
from tei_cable.authority.scene import Scene
from tei_cable.model import Cable, Code, Diagnostic, Mention, Severity, Span
from tei_cable.text.cover import Cover

INFERRED = Code("O001", "office-inferred", Severity.INFO)
UNDECIDED = Code("O002", "office-undecided", Severity.INFO)

_CLOSED = ("ref", "persName", "orgName", "date")
_PERSON = {"type": "person"}


class Offices:
    """Tags an office that stands for its one holder, and says who that was on the telegram's day.

    How the holder is found is told in `offices.resolve`; he carries `cert` unless that is certain.
    """

    needs = frozenset({"ref", "persName", "roleName", "placeName", "orgName", "term"})
    gives = frozenset({"rs"})
    cues = CUES

    def annotate(self, cable: Cable, scene: Scene) -> Annotation:
        """`rs` with `type="person"` for each; an inferred holder is also a diagnostic."""
        kinds: Kinds = defaultdict(list)
        for m in cable.mentions:
            kinds[m[1]].append(m)
        cues = {(h.start, h.end) for kind in ("cue:offices", "office") for h in scene.hits(kind)}
        cues |= {*commands(scene), *(span for span in glossed(scene, kinds.get("term", ())) if not describes(scene.text, span.end))}
        if not cues:
            return Annotation(cable)
        readings = list(_readings(scene, kinds, sorted(cues)))
        if not readings:
            return Annotation(cable)
        persons = {m.span.start: m for m in kinds.get("persName", ())}
        terms = {m.span: m.ref for m in kinds.get("term", ())}
        resolver = Resolver(cable, kinds, scene, setting(cable), roll(scene.authority))
        mentions, found = [], []
        for r in readings:
            words = " ".join(scene.text[r.start : r.end].split())
            span = Span(r.start, r.end)
            if r.name in persons:
                answer = Answer(persons[r.name].ref, True, "the name follows")
            else:
                answer = resolver.answer(words, span, r.state, _gloss(scene, terms.get(span, "")))
            undecided = bool(answer.evidence) and not answer.ref
            cert = "low" if undecided else "medium" if answer.ref and not answer.certain else ""
            mentions.append(Mention(span, "rs", answer.ref, _PERSON, cert, answer.evidence))
            if cert:
                found.append(_finding(scene, span, words, answer))
        return Annotation(adding(cable, mentions), tuple(found))


def _readings(scene: Scene, kinds: Kinds, cues: Sequence[tuple[int, int]]) -> Iterator[Reading]:
    """The offices of the text, none inside another."""
    closed = Cover(m.span for kind in _CLOSED for m in kinds.get(kind, ()))
    persons = _edges(kinds, "persName")
    ends = frozenset(persons.values())
    places, bodies = _edges(kinds, "placeName"), _edges(kinds, "orgName", "term")

    def place(at: int) -> int:
        return places.get(at, -1)

    def body(at: int) -> int:
        return bodies.get(at, -1)

    begun = {end: start for start, end in bodies.items()}

    def before(at: int) -> int:
        return begun.get(at, -1)

    last = 0
    for start, end in cues:
        if start < last or closed.meets(start, end):
            continue
        r = read(scene.text, start, end, place, body, before)
        if r and r.start >= last and scene.inside(r.start, r.end) and not touches_name(scene.text, r.start, r.end, persons, ends):
            last = r.end
            yield r._replace(name=name_after(scene.text, r, persons))


def _edges(kinds: Kinds, *names: str) -> dict[int, int]:
    """Where each mention of these kinds begins and ends."""
    return {m[0][0]: m[0][1] for name in names for m in kinds.get(name, ())}


def _gloss(scene: Scene, term: str) -> str:
    """What the glossary says of an abbreviation that is the whole office ("Commander in Chief, Pacific"), or ""."""
    entity = scene.authority.entity(term) if term else None
    return entity.gloss.partition(";")[0] if entity else ""


def _finding(scene: Scene, span: Span, words: str, answer: Answer) -> Diagnostic:
    if not answer.ref:
        return UNDECIDED.at(span, f"“{words}” may be one of several: {answer.evidence}.", "Add the @ref of the one who is meant.")
    entity = scene.authority.entity(answer.ref)
    name = entity.name if entity else answer.ref
    return INFERRED.at(span, f"“{words}” is taken to be {name}: {answer.evidence}.", "Take @cert away when it is right, @ref when it is not.")


part = Offices()
