"""Entries by what an editor types: the beginnings of the words of a name, or of an id."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from heapq import nsmallest
from typing import NamedTuple

from tei_cable.authority import core
from tei_cable.authority.entries import spoken_order
from tei_cable.authority.lists import Authority
from tei_cable.authority.shown import offices_of
from tei_cable.authority.tables import table
from tei_cable.text.shadow import shadow

# An editor chooses among so many.
MANY = 8
# How near an entry is: on the editor's lists, in the core, known by an office alone, by name alone.
_LISTED, _CORE, _OFFICE, _NAME = range(4)


class Match(NamedTuple):
    """An entry that fits: its id and name, what it is or which offices it held, from when to when it lived."""

    id: str
    name: str
    note: str = ""
    dates: str = ""


class _Known(NamedTuple):
    near: int
    often: int
    id: str
    words: str


class Lookup:
    """The entries of an authority, to be looked up."""

    def __init__(self, authority: Authority):
        self._authority = authority

    def find(self, words: str, kind: str) -> Sequence[Match]:
        """The entries of a kind (`person`, `place`, `org`, `term`) of which each word begins one of theirs, the nearest first."""
        wanted = _words(words).split()
        if not wanted:
            return []
        fitting = (k for k in self._kinds.get(kind, ()) if all(f" {w}" in k.words for w in wanted))
        # the surname stands first among the words of an entry
        begun = tuple(f" {w}" for w in wanted)
        best = nsmallest(4 * MANY, fitting, key=lambda k: (k.near, not k.words.startswith(begun), -k.often, k.words))
        ids = dict.fromkeys(self._authority.resolve(k.id) for k in best)
        return [m for id in ids if (m := self._match(id))][:MANY]

    def _match(self, id: str) -> Match | None:
        e = self._authority.entity(id)
        if e is None:
            return None
        held = offices_of(self._authority.core_id(id)) if e.kind == "person" and self._authority.core else ()
        note = "; ".join(filter(None, (e.gloss, *held))) or self._authority.facts(e.kind, id).get("country", "")
        return Match(e.id, e.name, note, f"{e.birth}–{e.death}" if e.birth or e.death else "")

    @cached_property
    def _kinds(self) -> dict[str, list[_Known]]:
        found: dict[str, list[_Known]] = {"person": [*self._listed(), *(_persons() if self._authority.core else ())]}
        for e in self._authority.others:
            found.setdefault(e.kind, []).append(_known(_LISTED, 0, e.id, e.name))
        for kind in ("place", "org", "term") if self._authority.core else ():
            found.setdefault(kind, []).extend(_known(_CORE, 0, id, *names) for id, names in core.named(kind))
        return found

    def _listed(self) -> Iterator[_Known]:
        for p in self._authority.persons:
            yield _known(_LISTED, p.volumes, p.id, p.surname, p.name, *p.variants, *p.aliases)


def _persons() -> Iterator[_Known]:
    for id, name, surname, variants, count in table("persons").cells("id", "name", "surname", "variants", "count"):
        yield _known(_CORE, int(count or 0), id, surname, name, variants)
    for id, name in dict.fromkeys(table("tenures").cells("person", "name")):
        yield _known(_OFFICE, 0, id, spoken_order(name))
    for id, surname, forename, variants, count in table("register").cells("id", "surname", "forename", "variants", "count"):
        yield _known(_NAME, int(count or 0), id, surname, f"{forename} {surname}", variants)


def _known(near: int, often: int, id: str, *names: str) -> _Known:
    return _Known(near, often, id, f" {_words(' | '.join(names))} {_words(id)} {id} ")


def _words(text: str) -> str:
    """Small letters without accents, full stops and what divides words."""
    return " ".join(shadow(text).lower().replace(".", " ").split())
