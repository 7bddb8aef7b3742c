"""Persons called by their forename alone: "Dear Selwyn", "Faithfully yours, Foster"."""

from collections.abc import Sequence

from tei_cable.annotators.persons.names import Name
from tei_cable.annotators.persons.titles import is_nation
from tei_cable.authority.candidates import Candidates
from tei_cable.authority.lexicon import Hit
from tei_cable.authority.scene import Scene
from tei_cable.text.regex import regex

_ADDRESS = regex(r"\b(?:Dear|dear|DEAR|yours,|Yours,|[Ss]incerely,|[Rr]egards,|[Ww]ishes,)\s+(?:Sir\s+)?[“\"]?$")

_PARTICLE = regex(r"\s(?:al|el|as|ben|bin|ibn)[-–\s][A-Z]")
_SAINT = regex(r"\b(?:St\.?|Saint|San|Santa)\s$")


def familiar(scene: Scene, names: Sequence[Name]) -> list[Name]:
    """The names, and with them the forenames that stand alone for one person of the lists.

    A forename does where the address or close of a letter shows it, for one whom the document names, and everywhere if nobody else bears it.
    """
    hits = scene.hits("forename")
    if not hits:
        return list(names)
    called = _called(scene, hits, {id for n in names for id in n.ids})
    # with its titles: a titled surname is no forename
    spans = [(n.left, n.right) for n in names]
    found: dict[int, Name] = {}
    for hit in hits:
        id, sure = called.get(hit.form.text.upper(), ("", False))
        if id and _alone(scene, hit) and not any(s < hit.end and hit.start < e for s, e in spans if not sure or (s, e) != hit[:2]):
            found[hit.start] = _name(scene, hit, id)
    return sorted([*(n for n in names if n.start not in found), *found.values()], key=lambda n: n.start)


def _called(scene: Scene, hits: Sequence[Hit], named: set[str]) -> dict[str, tuple[str, bool]]:
    """Who is called by each forename, and whether a letter shows it."""
    called: dict[str, tuple[str, bool]] = {}
    for hit in hits:
        word = hit.form.text.upper()
        bearers = {scene.authority.resolve(i) for i in hit.form.ids}
        who = bearers & named
        if len(who) == 1 and _ADDRESS.search(scene.text, max(0, hit.start - 24), hit.start):
            called[word] = who.pop(), True
        elif len(bearers) == 1 and scene.authority.peculiar(word) and not is_nation(hit.form.text):
            called.setdefault(word, (bearers.pop(), False))
    return called


def _alone(scene: Scene, hit: Hit) -> bool:
    """Whether no surname follows, and no other half of a forename or part of a place goes before ("Hans-Joachim", "El Salvador")."""
    if scene.text[hit.start - 1 : hit.start] in ("-", "–") or any(p.start < hit.start and hit.end <= p.end for p in scene.hits("place")):
        return False
    if _SAINT.search(scene.text, max(0, hit.start - 6), hit.start):
        return False
    if _PARTICLE.match(scene.text, hit.end):
        return False
    following = scene.text[hit.end : hit.end + 2]
    return not (following[:1] in (" ", "-") and following[1:].isupper() and scene.text[hit.start : hit.end].istitle())


def _name(scene: Scene, hit: Hit, id: str) -> Name:
    region = scene.region(hit.start)
    who = Candidates({id: "name"}, False, True, {}, frozenset(), (), id, False)
    return Name(hit.start, hit.end, who, who.parts, region.start if region else 0, None, hit.start, hit.start, hit.end, whole=True)
