"""Which entries mean the same: "see X" within a list, and entries of a list and of the core."""

import re
from collections.abc import Iterable, Mapping

from tei_cable.authority import core
from tei_cable.authority.given import close, compatible, words
from tei_cable.authority.people import Person
from tei_cable.authority.tables import table
from tei_cable.authority.tei_lists import Listing
from tei_cable.authority.titles import PARTICLES
from tei_cable.text.shadow import shadow

# "Faisal II" is not the Faisal of whom everybody speaks.
_TITLED = re.compile(r"\b(?:General|Colonel|Major|Lieutenant|Brigadier|Admiral|Sir|Lord|Dr)\b")
_SECOND = re.compile(r" I{2,3}\b| IV\b")


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", shadow(text).lower()))


def seen_as(persons: Iterable[Person]) -> Mapping[str, str]:
    """For each entry that only refers to another: the id of that other. Followed is a reference whose words one entry alone has, all of them."""
    persons = list(persons)
    targets = [(_words(p.name), p.id) for p in persons if not p.see]
    found = {}
    for p in persons:
        wanted = _words(_TITLED.sub("", p.see))
        fitting = [id for words, id in targets if wanted <= words] if wanted else []
        if len(fitting) == 1:
            found[p.id] = fitting[0]
    return found


def counterparts(listing: Listing, see: Mapping[str, str]) -> Mapping[str, str]:
    """The list's entry for each of the core that it stands for, the surest pairs first."""
    pairs = [(sure, id, p.id) for p in listing.persons if p.id not in see for sure, id in _likely(p)]
    pairs.sort(key=lambda pair: -pair[0])
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, id, mine in pairs:
        if id not in found and mine not in taken:
            found[id] = mine
            taken.add(mine)
    return {**found, **_things(listing)}


def _likely(p: Person) -> Iterable[tuple[float, str]]:
    """The core's entries that may be this person, each with how sure that is."""
    by_name = core.names()
    whole = next((by_name[k] for k in map(core.key, (p.name, p.surname, *p.aliases)) if len(k) > 6 and k in by_name), "")
    if whole and not p.forename:
        yield 4.0, whole
        return
    surnames = dict.fromkeys(core.key(n) for n in (p.surname, *p.variants))
    surnames |= dict.fromkeys(w for w in words(p.surname) + words(p.forename)[:1] if w not in PARTICLES)
    ids = dict.fromkeys(i for n in surnames for i in core.surnames().get(n, ()))
    mine = _words(p.name)
    for c in filter(None, map(core.person, ids)):
        if sure := 3.0 if len(other := _words(c.name)) > 1 and other <= mine else _alike(p, c, len(ids) == 1):
            yield sure + min(c.count, 99) / 1000, c.id


def _alike(p: Person, c: Person, only: bool) -> float:
    """How sure two persons of one surname are one: by their forenames, or because there is no other."""
    if p.forename and c.forename:
        mine, others = words(p.forename)[:1], words(c.forename)[:1]
        if compatible(p.given, c.given):
            return 3.0
        if mine and others and len(mine[0]) > 1 and close(mine[0], others[0]):
            return 2.0
        return 1.0 if only and mine and others and mine[0][0] == others[0][0] else 0.0
    if p.forename or _SECOND.search(p.name):
        return 1.0 if only and p.forename and not c.forename else 0.0
    return 1.0 if only else 0.0


def _things(listing: Listing) -> Mapping[str, str]:
    """Places, organisations and terms of the core that a list names too; an organisation may stand among the list's terms."""
    found = {}
    for name, column, kinds in (("places", "name", ("place",)), ("orgs", "name", ("org", "term")), ("terms", "term", ("term",))):
        ids = {word: e.id for e, names in listing.others if e.kind in kinds for word in names}
        for id, text, variants in table(name).cells("id", column, "variants") if ids else ():
            match = next((ids[w] for w in (text, *variants.split("|")) if w in ids), None)
            if match:
                found[id] = match
    return found
