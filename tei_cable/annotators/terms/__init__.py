"""Abbreviations and terms of the lists, and of the core where the lists are silent."""

from tei_cable.annotators import Annotation, adding
from tei_cable.authority.scene import Scene
from tei_cable.model import Cable, Mention, Span


class Terms:
    """Finds the terms of the glossaries."""

    needs: frozenset[str] = frozenset()
    gives = frozenset({"term"})
    cues: tuple[str, ...] = ()

    def annotate(self, cable: Cable, scene: Scene) -> Annotation:
        """`term` for every abbreviation or term that is listed."""
        resolve = scene.authority.resolve
        found = [Mention(Span(h.start, h.end), "term", resolve(h.form.ids[0])) for h in scene.hits("term")]
        return Annotation(adding(cable, found))


part = Terms()
