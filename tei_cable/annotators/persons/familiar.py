"""Persons called by their forename alone: "Dear Selwyn", "Faithfully yours, Foster"."""

import re
from collections.abc import Sequence

from tei_cable.annotators.persons.names import Name
from tei_cable.authority.candidates import Candidates
from tei_cable.authority.lexicon import Hit
from tei_cable.authority.scene import Scene

_ADDRESS = re.compile(r"\b(?:Dear|dear|DEAR|yours,|Yours,|[Ss]incerely,|[Rr]egards,|[Ww]ishes,)\s+(?:Sir\s+)?[“\"]?$")


def familiar(scene: Scene, names: Sequence[Name]) -> list[Name]:
    """Forenames of persons whom the document names in full, where a letter's address or close shows that they are so called."""
    hits = scene.hits("forename")
    if not hits:
        return []
    named = {id for n in names for id in n.ids}
    called: dict[str, str] = {}
    for hit in hits:
        bearers = {scene.authority.resolve(i) for i in hit.form.ids}
        who = bearers & named
        if len(bearers) == 1 and scene.authority.peculiar(hit.form.text):
            called[hit.form.text.upper()] = next(iter(bearers))
        elif len(who) == 1 and _ADDRESS.search(scene.text, max(0, hit.start - 24), hit.start):
            called[hit.form.text.upper()] = who.pop()
    taken = {n.first for n in names if n.given}
    return [_name(scene, h, called[h.form.text.upper()]) for h in hits if h.form.text.upper() in called and _alone(scene, h, taken)]


def _alone(scene: Scene, hit: Hit, taken: set[int]) -> bool:
    """Whether no surname follows."""
    following = scene.text[hit.end : hit.end + 2]
    return hit.start not in taken and not (following[:1] == " " and following[1:].isupper() and scene.text[hit.start : hit.end].istitle())


def _name(scene: Scene, hit: Hit, id: str) -> Name:
    region = scene.region(hit.start)
    who = Candidates({id: "name"}, False, True, {}, frozenset(), (), id)
    return Name(hit.start, hit.end, who, who.parts, region.start if region else 0, None, hit.start, hit.start, hit.end, whole=True)
