"""Abbreviations and terms of the lists, and of the core where the lists are silent."""

from collections.abc import Iterable

from tei_cable.annotators import Annotation, adding
from tei_cable.authority.lexicon import Hit
from tei_cable.authority.office_names import known
from tei_cable.authority.scene import Scene
from tei_cable.model import Cable, Mention, Span
from tei_cable.text.cover import Cover
from tei_cable.text.regex import regex

_COPIES = regex(r"[-–]\d{2}\b")


class Terms:
    """Finds the terms of the glossaries."""

    needs = frozenset({"persName"})
    gives = frozenset({"term"})
    cues: tuple[str, ...] = ()

    def annotate(self, cable: Cable, scene: Scene) -> Annotation:
        """`term` for every abbreviation or term that is listed, without the ending of its plural."""
        taken = {m.span for m in cable.mentions if m.kind == "persName"}
        # "FM" before a sender's post is the sign of its line
        signs = {b.spans[0].start for b in cable.blocks if b.attrs.get("type") == "from"}
        found = [_mention(h, scene) for h in _kept(scene) if h.start not in signs and not _is_initial(h, scene.text) and not _is_bureau(h, scene)]
        # "CY" among TAGS is the code of a state or subject, whatever it abbreviates elsewhere
        tags = Cover(s for b in cable.blocks if b.attrs.get("type") == "tags" for s in b.spans)
        return Annotation(adding(cable, [m for m in found if m.span not in taken and not tags.meets(*m.span)]))


def _kept(scene: Scene) -> Iterable[Hit]:
    """The hits that count: those of the lists, and those of the core that overlap none of them."""
    hits, listed = scene.hits("term"), scene.authority.listed
    mine = [listed(h.form.ids[0]) for h in hits]
    if all(mine):
        return hits
    taken = Cover(Span(h.start, h.end) for h, is_mine in zip(hits, mine, strict=True) if is_mine)
    return [h for h, is_mine in zip(hits, mine, strict=True) if is_mine or not taken.meets(h.start, h.end)]


def _is_initial(hit: Hit, text: str) -> bool:
    """Whether a single letter is an initial ("C. Douglas Dillon"), the label of a paragraph or part of a longer abbreviation."""
    start, end, _ = hit
    return end - start == 1 and (text[end : end + 1] in (".", ")", "-", "–", "'", "’") or text[start - 1 : start] in (".", "-", "–"))


def _is_bureau(hit: Hit, scene: Scene) -> bool:
    """Whether an abbreviation with copies counted after it ("PM-03") is a bureau, which the entry is not."""
    if not _COPIES.match(scene.text, hit.end):
        return False
    entity = scene.authority.entity(scene.authority.resolve(hit.form.ids[0]))
    return entity is not None and known(entity.gloss)


def _mention(hit: Hit, scene: Scene) -> Mention:
    start, end, form = hit
    return Mention.over(start, end - 1 if form.part == "plural" else end, "term", scene.authority.resolve(form.ids[0]))


part = Terms()
