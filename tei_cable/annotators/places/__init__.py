"""Places: settlements, countries, regions, waters, named for themselves or for their government."""

import re
from collections.abc import Mapping

from tei_cable.annotators import Annotation
from tei_cable.annotators.places.landforms import CUES, landforms
from tei_cable.annotators.places.naming import is_place
from tei_cable.authority.place_names import entry, place_named
from tei_cable.authority.scene import Scene
from tei_cable.model import Cable, Mention
from tei_cable.text.cover import Cover
from tei_cable.text.regex import regex

_CLOSED = frozenset({"ref", "persName", "date"})
# The place in the name of a listed organisation.
_GOVERNMENT = regex(r"(?:Government|Govt)\s+of\s+(?:the\s+)?([A-Z].*)", re.DOTALL)
_LISTING = frozenset({",", "and", ", and", "/", "–", "-", "or"})
# end, the ids that the name may mean, whether it is weak
_Name = tuple[int, tuple[str, ...], bool]


class Places:
    """Tags the names of places that are places here, and points at their entries.

    A name that means several places of the authority has no `ref`. A place that a reader found (in a dateline) gets its `ref`.
    """

    needs = frozenset({"ref", "persName", "roleName", "term"})
    gives = frozenset({"placeName"})
    cues = CUES

    def annotate(self, cable: Cable, scene: Scene) -> Annotation:
        """`placeName` for each."""
        names = _names(scene)
        if not names:
            return Annotation(cable)
        mentions = list(cable.mentions)
        made = frozenset([m.span.start for m in mentions if m.kind == "placeName"])
        if made:
            for i, m in enumerate(mentions):
                if m.kind == "placeName" and not m.ref and m.span.start in names:
                    mentions[i] = m._replace(ref=_ref(scene, names[m.span.start][1]))
        mentions += _found(cable, scene, names, made)
        return Annotation(cable._replace(mentions=tuple(mentions)))


def _found(cable: Cable, scene: Scene, names: Mapping[int, _Name], made: frozenset[int]) -> list[Mention]:
    closed = Cover([m.span for m in cable.mentions if m.kind in _CLOSED], [m.span for m in cable.mentions if m.kind == "roleName"])
    text = scene.text
    found = []
    before = 0
    for start, (end, ids, weak) in names.items():
        if start in made:
            before = end
        elif not closed.meets(start, end):
            # one of a list of places is a place
            unsure = weak and not (before and start - before < 8 and text[before:start].strip() in _LISTING)
            if is_place(text, start, end, unsure, names):
                found.append(Mention.over(start, end, "placeName", _ref(scene, ids)))
                before = end
    return found


def _names(scene: Scene) -> Mapping[int, _Name]:
    """The names of places by their start, the longest at each."""
    found: dict[int, _Name] = {}
    for start, end, form in scene.hits("place"):
        known = found.get(start)
        if known is None or end > known[0]:
            found[start] = end, form.ids, form.weak
        elif end == known[0] and form.ids != known[1]:
            found[start] = end, tuple(dict.fromkeys((*known[1], *form.ids))), known[2] and form.weak
    for start, end, _ in scene.hits("org"):
        if (m := _GOVERNMENT.match(scene.text, start, end)) and (id := place_named(m[1])):
            found[m.start(1)] = end, (id,), False
    grown = [(start, end) for start, end in landforms(scene) if start not in found or end > found[start][0]]
    for start, end in grown:
        # "Quemoy Island" is Quemoy
        found[start] = end, found[start][1] if start in found else (), False
    return dict(sorted(found.items()))


def _ref(scene: Scene, ids: tuple[str, ...]) -> str:
    return entry(scene.authority, ids[0]) if len(ids) == 1 else ""


part = Places()
