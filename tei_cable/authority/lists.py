"""The authority that a run works with: the core's entries and those of the editor's own lists."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from tei_cable.authority import common_words, formats
from tei_cable.authority import core as _core
from tei_cable.authority.candidates import Candidates, candidates
from tei_cable.authority.entries import Listing, Pack, listing
from tei_cable.authority.faults import BadList
from tei_cable.authority.forms import forename_forms, person_forms
from tei_cable.authority.given import is_woman, words
from tei_cable.authority.lexicon import Form, Hit, Lexicon
from tei_cable.authority.merge import counterparts, seen_as
from tei_cable.authority.people import Person
from tei_cable.authority.term_forms import entity_forms
from tei_cable.model import Entity

__all__ = ["Authority", "BadList", "load", "load_unsearched"]

# The id of the list that each entry comes from, by the entry's; and the lists in words.
Origins = tuple[Mapping[str, str], Mapping[str, str]]
_NONE: Origins = ({}, {})


class Authority:
    """Entities by id, and the lexicons that find them. The editor's lists come before the core.

    `same` says which entry of the lists stands for which of the core: mentions point at the list's, and what the core knows of the person
    (offices, identifiers, variants) is known of it. `lists` says whether the editor gave any; `origins` are the ids of the lists that entries come
    from, by the id of the entry, and `named` the lists in words, by their ids.
    """

    def __init__(self, listing: Listing, lexicons: Iterable[Lexicon], core: bool, origins: Origins = _NONE):
        self._origins, self.named = origins
        self.lexicons = tuple(lexicons)
        self.core = core
        self.lists = bool(listing.persons or listing.others)
        self._persons = {p.id: p for p in listing.persons}
        self._others = {e.id: e for e, _ in listing.others}
        self._entities: dict[str, Entity | None] = {}
        self._see = seen_as(listing.persons)
        self.same: Mapping[str, str] = counterparts(listing, self._see) if core else {}
        self._candidates: dict[tuple[str, int], Candidates] = {}
        self._core_of = {v: k for k, v in self.same.items()}

    @cached_property
    def referred(self) -> Mapping[str, str]:
        """Words that a list prints only to refer to another entry ("Diem, see Ngo Dinh Diem"), each with the id of that entry."""
        return {p.name: self._see[p.id] for p in self._persons.values() if p.id in self._see}

    def resolve(self, id: str) -> str:
        """The id that stands for this one: an entry "see X" is X, and an entry of a list stands for the core's."""
        return self._see.get(id) or self.same.get(id, id)

    def core_id(self, id: str) -> str:
        """The core's id for an entry of a list, or the id itself."""
        return self._core_of.get(id, id)

    def listed(self, id: str) -> bool:
        """Whether the entry is on one of the editor's lists."""
        return id in self._persons or id in self._others

    @property
    def persons(self) -> Iterable[Person]:
        """The persons of the editor's lists."""
        return self._persons.values()

    @property
    def others(self) -> Iterable[Entity]:
        """The places, organisations and terms of the editor's lists."""
        return self._others.values()

    def person(self, id: str) -> Person | None:
        """The record of a person, on the lists or in the core."""
        return self._persons.get(id) or (_core.person(id) if self.core else None)

    @cached_property
    def forenames(self) -> frozenset[str]:
        """All forenames of the persons known, in small letters, except those that are common words or places."""
        listed = {w for p in self._persons.values() if p.forename for w in words(p.forename)}
        known = _core.forenames() if self.core else frozenset()
        return (known | listed) - common_words.words() - {w.lower() for w in self.places}

    @property
    def places(self) -> frozenset[str]:
        """Names of the core's places that are nothing else."""
        return common_words.places()

    def peculiar(self, forename: str) -> bool:
        """Whether a forename is that of one person on the lists, of no more than one in the core, and nobody's surname."""
        return forename.capitalize() in self._peculiar

    @cached_property
    def _peculiar(self) -> frozenset[str]:
        listed = Counter(w for p in self._persons.values() if p.forename for w in p.forename.split()[:1])
        known = _core.bearers() if self.core else {}
        taken = {w for p in self._persons.values() for name in (p.surname, *p.variants) for w in name.split()}
        rare = (w for w, n in listed.items() if n == 1 and len(w) > 4 and w.isalpha() and known.get(w.lower(), 0) <= 1)
        return frozenset(w for w in rare if w not in taken and not common_words.weak(w))

    def woman(self, id: str) -> bool:
        """Whether the person may be a woman, as far as forename and note tell."""
        p = self.person(id)
        return p is not None and is_woman(p.forename, " ".join((*p.titles, p.note)))

    def candidates(self, words: str, hits: Sequence[Hit]) -> Candidates:
        """Whom the forms of these hits, all at one place with the shadow `words`, may stand for."""
        key = words, len(hits)
        found = self._candidates.get(key)
        if found is None:
            found = self._candidates[key] = candidates(hits, self)
        return found

    def facts(self, kind: str, id: str) -> Mapping[str, str]:
        """The core's row for an entity (`kind` is `person`, `place`, `org` or `term`), by column; empty when there is none."""
        return _core.facts(kind, self.core_id(id)) if self.core else {}

    def entity(self, id: str) -> Entity | None:
        """The entry of that id, or None; what the core knows is added to an entry of the lists."""
        if id not in self._entities:
            self._entities[id] = self._entity(id)
        return self._entities[id]

    def _entity(self, id: str) -> Entity | None:
        p = self._persons.get(id)
        if p is None:
            if other := self._others.get(id):
                return replace(other, source=self._origins.get(id, ""))
            return (_core.entity(id) or _holder(id) or _named(id)) if self.core else None
        more = _core.person(self._core_of[id]) if id in self._core_of else None
        numbers = dict(more.idno if more else ()) | dict(p.idno)
        birth, death = (p.birth or (more.birth if more else ""), p.death or (more.death if more else ""))
        surname, source = p.surname if p.forename else "", self._origins.get(id, "")
        return Entity(id, "person", p.name, p.forename, surname, birth, death, tuple(numbers.items()), gloss=p.note, source=source)


def _named(id: str) -> Entity | None:
    """The entry of a person who is known by name alone."""
    p = _core.registered(id)
    return _core.person_entity(p) if p else None


def _holder(id: str) -> Entity | None:
    """The entry of a person who is known by an office alone."""
    from tei_cable.authority import tenures

    p = tenures.person(id)
    return Entity(id, "person", p.name, p.forename, p.surname, p.birth, p.death, p.idno) if p else None


def load(paths: Sequence[str] = (), core: bool = True, cues: Iterable[Form] = ()) -> Authority:
    """The lists at `paths` (the first counts most), the core authority unless `core` is false, and the annotators' cues.

    Raises BadList, with one sentence, for a list that cannot be used.
    """
    packs = [formats.read(path) for path in paths]
    found = listing(e for pack in packs for e in pack.entries)
    lexicons = [Lexicon(_forms(found))] if paths else []
    return Authority(found, [*lexicons, _core.lexicon(core, tuple(cues))], core, _origins(paths, packs))


def load_unsearched(paths: Sequence[str] = (), core: bool = True) -> Authority:
    """As `load`, without the lexicons that find names in texts: what is asked by id or office needs none."""
    return Authority(listing(e for path in paths for e in formats.read(path).entries), [], core)


def _origins(paths: Sequence[str], packs: Sequence[Pack]) -> Origins:
    """Which list each entry comes from, the first that has it; and the lists by name and checksum."""
    ids = [f"list{n}" for n in range(1, len(paths) + 1)]
    named = {i: f"{Path(p).name}, SHA-256 {sha256(Path(p).read_bytes()).hexdigest()}" for i, p in zip(ids, paths, strict=True)}
    return {e.id: i for i, pack in reversed(list(zip(ids, packs, strict=True))) for e in pack.entries}, named


def _forms(found: Listing) -> Iterable[Form]:
    yield from person_forms(found.persons)
    yield from forename_forms(found.persons)
    for e, names in found.others:
        yield from entity_forms(e, names)
