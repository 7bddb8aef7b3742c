"""Organisations: those of the core, those that the glossaries' abbreviations stand for, and those that their words show to be names."""

import re
from collections.abc import Iterable, Iterator

from tei_cable.annotators import Annotation, adding
from tei_cable.annotators.organisations.glosses import is_organisation
from tei_cable.annotators.organisations.heads import CUES, read
from tei_cable.authority.lexicon import Hit
from tei_cable.authority.scene import Scene
from tei_cable.model import Cable, Mention, Span
from tei_cable.text.cover import Cover
from tei_cable.text.filing import in_file_number

# A name of an organisation that these words follow is the name of something else.
_NOT = re.compile(r"[’']?s?\s+(?:Bulletin|Plaza|Building|Publication|Agreement)\b")
# Commands that stand for their commander: the annotator of offices has them.
_COMMANDER = re.compile(r"(?:US)?(?:CINC|COMUS)|Commander\b")
_PREPOSED = re.compile(r"\b(?:pass|[Ii]nform|with|by|to|from|at|in|of|and|the)\s+$")


class Organisations:
    """Tags the names of organisations; a term of a glossary that stands for one keeps its `term` inside."""

    needs = frozenset({"ref", "persName", "roleName", "term", "placeName"})
    gives = frozenset({"orgName"})
    cues = CUES

    def annotate(self, cable: Cable, scene: Scene) -> Annotation:
        """`orgName` for each, none inside another."""
        found = sorted(self._candidates(cable, scene), key=lambda m: (m.span.start, -m.span.end, not m.ref))
        closed = Cover(cable.mentions, frozenset({"ref", "persName", "date"}), "roleName")
        kept: list[Mention] = []
        end = 0
        for m in found:
            if m.span.start >= end and not closed.meets(*m.span) and scene.inside(*m.span) and not in_file_number(scene.text, *m.span) and not _NOT.match(scene.text, m.span.end):
                kept.append(m)
                end = m.span.end
        return Annotation(adding(cable, kept))

    def _candidates(self, cable: Cable, scene: Scene) -> Iterator[Mention]:
        bodies = {h.start: h for h in scene.hits("org")}
        for hit in bodies.values():
            if self._named(scene, hit):
                yield Mention(Span(hit.start, hit.end), "orgName", self._ref(scene, hit))
        for m in cable.mentions:
            if m.kind == "term" and m.ref and is_organisation(scene.authority.entity(m.ref)):
                yield Mention(m.span, "orgName", self._same(scene, bodies.get(m.span.start), m.span))
        heads = scene.hits("cue:organisations")
        if heads:
            yield from self._read(cable, scene, heads, bodies)

    def _read(self, cable: Cable, scene: Scene, heads: Iterable[Hit], bodies: dict[int, Hit]) -> Iterator[Mention]:
        places = {h.start: h.end for h in scene.hits("place")}
        named = {m.span.start: m.span.end for m in cable.mentions if m.kind in ("placeName", "term")}
        for h in heads:
            span = read(
                scene.text,
                h.start,
                h.end,
                lambda at: places.get(at) or named.get(at, -1),
                lambda at: bodies[at].end if at in bodies else named.get(at, -1),
            )
            if span:
                yield Mention(Span(*span), "orgName")

    def _named(self, scene: Scene, hit: Hit) -> bool:
        text = scene.text
        return not hit.form.weak and not _COMMANDER.match(text, hit.start)

    def _ref(self, scene: Scene, hit: Hit) -> str:
        (id,) = hit.form.ids[:1]
        listed = scene.authority.resolve(id)
        entity = scene.authority.entity(listed)
        return listed if entity and entity.kind == "org" else id

    def _same(self, scene: Scene, hit: Hit | None, span: Span) -> str:
        return self._ref(scene, hit) if hit and hit.end == span.end and not hit.form.weak else ""


part = Organisations()
