"""Abbreviations and terms of the lists, and of the core where the lists are silent."""

from collections.abc import Iterable

from tei_cable.annotators import Annotation, adding
from tei_cable.authority.lexicon import Hit
from tei_cable.authority.scene import Scene
from tei_cable.model import Cable, Mention, Span


class Terms:
    """Finds the terms of the glossaries."""

    needs = frozenset({"persName"})
    gives = frozenset({"term"})
    cues: tuple[str, ...] = ()

    def annotate(self, cable: Cable, scene: Scene) -> Annotation:
        """`term` for every abbreviation or term that is listed, without the ending of its plural."""
        taken = {m.span for m in cable.mentions if m.kind == "persName"}
        found = [_mention(h, scene) for h in _kept(scene) if not _is_initial(h, scene.text)]
        return Annotation(adding(cable, [m for m in found if m.span not in taken]))


def _kept(scene: Scene) -> Iterable[Hit]:
    """The hits that count: those of the lists, and those of the core that overlap none of them."""
    hits, listed = scene.hits("term"), scene.authority.listed
    mine = [h for h in hits if listed(h.form.ids[0])]
    if len(mine) == len(hits):
        return mine
    ends = {h.start: h.end for h in mine}
    return [h for h in hits if listed(h.form.ids[0]) or not any(s < h.end and h.start < e for s, e in ends.items())]


def _is_initial(hit: Hit, text: str) -> bool:
    """Whether a single letter is an initial ("C. Douglas Dillon"), the label of a paragraph or part of a longer abbreviation."""
    start, end = hit.start, hit.end
    return end - start == 1 and (text[end : end + 1] in (".", ")", "-", "–", "'", "’") or text[start - 1 : start] in (".", "-", "–"))


def _mention(hit: Hit, scene: Scene) -> Mention:
    end = hit.end - 1 if hit.form.part == "plural" else hit.end
    return Mention(Span(hit.start, end), "term", scene.authority.resolve(hit.form.ids[0]))


part = Terms()
