"""Organisations: those of the core, those that the glossaries' abbreviations stand for, and those that their words show to be names."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache

from tei_cable.annotators import Annotation, adding
from tei_cable.annotators.organisations.glosses import is_office, is_organisation
from tei_cable.annotators.organisations.heads import CUES, Around, read
from tei_cable.authority.lexicon import Hit
from tei_cable.authority.lists import Authority
from tei_cable.authority.scene import Scene
from tei_cable.model import Cable, Mention
from tei_cable.text.cover import Cover
from tei_cable.text.filing import in_file_number
from tei_cable.text.regex import regex

# A name of an organisation that these words follow is the name of something else.
_NOT = regex(r"[’']?s?\s+(?:Bulletin|Plaza|Building|Publication|Agreement)\b")
# Commands that stand for their commander: the annotator of offices has them.
_COMMANDER = regex(r"(?:US)?(?:CINC|COMUS)|Commander\b")
# Part of the symbol of a document: "NATO/MC/7".
_SYMBOL = regex(r"(?:/\w+)*/\d")

_CLOSED = frozenset({"ref", "persName", "date"})
# The first two characters of such words.
_FOLLOWED, _SECOND = frozenset(" ’'s\n"), frozenset("BPAs \n")
# start, minus the end (so that the longest comes first), whether it has no entry, the entry
_Candidate = tuple[int, int, bool, str]


class Organisations:
    """Tags the names of organisations; a term of a glossary that stands for one keeps its `term` inside."""

    needs = frozenset({"ref", "persName", "roleName", "term", "placeName"})
    gives = frozenset({"orgName"})
    cues = CUES

    def annotate(self, cable: Cable, scene: Scene) -> Annotation:
        """`orgName` for each, none inside another."""
        bodies = {h.start: h for h in scene.hits("org")}
        found = [*_listed(cable, scene, bodies), *_read(cable, scene, bodies)]
        if not found:
            return Annotation(cable)
        text = scene.text
        closed = Cover([m.span for m in cable.mentions if m.kind in _CLOSED], [m.span for m in cable.mentions if m.kind == "roleName"])
        kept: list[Mention] = []
        last = 0
        for start, minus_end, _, ref in sorted(found):
            end = -minus_end
            if start < last or closed.meets(start, end) or (text[start:end].isupper() and in_file_number(text, start, end)):
                continue
            if text[end : end + 1] == "/" and _SYMBOL.match(text, end):
                continue
            if not (text[end : end + 1] in _FOLLOWED and text[end + 1 : end + 2] in _SECOND and _NOT.match(text, end)):
                kept.append(Mention.over(start, end, "orgName", ref))
                last = end
        return Annotation(adding(cable, kept))


def _listed(cable: Cable, scene: Scene, bodies: Mapping[int, Hit]) -> Iterator[_Candidate]:
    """The core's organisations, and the terms whose gloss says that they are some; what the gloss calls an office is none."""
    authority = scene.authority
    offices = {m.span for m in cable.mentions if m.kind == "term" and m.ref and _is_office(authority, m.ref)}
    for start, (_, end, form) in bodies.items():
        if not form.weak and (start, end) not in offices and not (scene.text[start] in "UC" and _COMMANDER.match(scene.text, start)):
            yield start, -end, False, _entry(authority, form.ids[0])
    for m in cable.mentions:
        if m.kind == "term" and m.ref and _is_body(authority, m.ref):
            start, end = m.span
            hit = bodies.get(start)
            ref = _entry(authority, hit.form.ids[0]) if hit and hit.end == end and not hit.form.weak else ""
            yield start, -end, not ref, ref


def _read(cable: Cable, scene: Scene, bodies: Mapping[int, Hit]) -> Iterator[_Candidate]:
    """Names that their words show to be of organisations."""
    heads = scene.hits("cue:organisations")
    if not heads:
        return
    around = _around(cable, scene, bodies)
    for h in heads:
        span = read(scene.text, h.start, h.end, around)
        if span and scene.inside(*span):
            yield span[0], -span[1], True, ""


def _around(cable: Cable, scene: Scene, bodies: Mapping[int, Hit]) -> Around:
    """What the readings of names ask for."""
    named = [m[0] for m in cable.mentions if m[1] in ("placeName", "term")]
    places = dict(named)
    begun = {end: start for start, end in named}
    abbreviated = (h for h in bodies.values() if scene.text[h.start : h.end].isupper())
    for h in (*abbreviated, *scene.hits("place")):
        if not h.form.weak:
            begun[h.end] = min(h.start, begun.get(h.end, h.start))
    closed = sorted(m.span.end for m in cable.mentions if m.kind in _CLOSED)

    def body(at: int) -> int:
        return bodies[at].end if at in bodies else places.get(at, -1)

    def since(at: int) -> int:
        i = bisect_right(closed, at)
        return closed[i - 1] if i else -1

    return Around(lambda at: places.get(at, -1), body, lambda at: begun.get(at, -1), since)


@lru_cache(maxsize=16384)
def _entry(authority: Authority, org: str) -> str:
    """The id under which an organisation of the core is listed: that of an editor's own list of organisations, where it has one."""
    listed = authority.resolve(org)
    entity = authority.entity(listed) if listed != org else None
    return listed if entity and entity.kind == "org" else org


@lru_cache(maxsize=16384)
def _is_body(authority: Authority, term: str) -> bool:
    """Whether an entry of a glossary is an organisation."""
    entity = authority.entity(term)
    return entity is not None and entity.kind == "term" and is_organisation(entity.name, entity.gloss)


@lru_cache(maxsize=16384)
def _is_office(authority: Authority, term: str) -> bool:
    """Whether an entry of a glossary is the office of a person."""
    entity = authority.entity(term)
    return entity is not None and entity.kind == "term" and is_office(entity.gloss)


part = Organisations()
