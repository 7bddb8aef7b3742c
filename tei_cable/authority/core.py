"""The core authority: tables that ship with the package, read when first needed.

Each is a file of tab-separated values in `data`, with a head line. Cells hold no tabs and no quotes; several values of one cell are
divided by `|`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from tei_cable.authority.given import words
from tei_cable.authority.lexicon import Form, Lexicon
from tei_cable.authority.people import Person
from tei_cable.authority.tables import DATA, lines, table
from tei_cable.model import Entity

__all__ = ["bearers", "entity", "facts", "forenames", "key", "lexicon", "named", "names", "person", "surnames", "table"]

# kind of entity -> its table
TABLES = {"person": "persons", "place": "places", "org": "orgs", "term": "terms"}
# and the column of its main name
_NAME = {"place": "name", "org": "name", "term": "term"}


@lru_cache(maxsize=4096)
def facts(kind: str, id: str) -> Mapping[str, str]:
    """What the core's table says of an entity, by column; empty when it is not there."""
    t = table(TABLES[kind])
    row = t.by_id.get(id)
    return dict(zip(t.columns, row, strict=False)) if row else {}


@lru_cache(maxsize=4096)
def person(id: str) -> Person | None:
    """A person of the core: one of the principal figures, or of the register of others."""
    return principal(id) or registered(id)


@lru_cache(maxsize=4096)
def principal(id: str) -> Person | None:
    """One of the principal figures."""
    f = facts("person", id)
    return _person(f) if f else None


@lru_cache(maxsize=4096)
def registered(id: str) -> Person | None:
    """A person of the register: known by name, years and number of volumes only."""
    t = table("register")
    row = t.by_id.get(id)
    if row is None:
        return None
    f = dict(zip(t.columns, row, strict=False))
    return Person(
        id,
        f"{f['forename']} {f['surname']}".strip(),
        f["surname"],
        f["forename"],
        variants=_split(f["variants"]),
        idno=(("hsg", f["hsg"]),),
        volumes=int(f["count"]),
        first=f["from"],
        last=f["to"],
        core=True,
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _idno(cell: str) -> tuple[tuple[str, str], ...]:
    return tuple((kind, value) for kind, _, value in (pair.partition(":") for pair in _split(cell)))


def _person(f: Mapping[str, str]) -> Person:
    variants = _split(f["variants"])
    return Person(
        f["id"],
        f["name"],
        f["surname"] or f["name"],
        f["forename"],
        variants=tuple(v for v in variants if " " not in v),
        aliases=tuple(v for v in variants if " " in v),
        birth=f["birth"],
        death=f["death"],
        idno=_idno(f["idno"]),
        note=f["note"],
        volumes=int(f["count"] or 0),
        first=f["from"],
        last=f["to"],
        core=True,
    )


def person_entity(p: Person) -> Entity:
    """The entry of a person."""
    return Entity(p.id, "person", p.name, p.forename, p.surname, p.birth, p.death, p.idno, gloss=p.note)


@lru_cache(maxsize=4096)
def entity(id: str) -> Entity | None:
    """The entry of that id in any of the core's tables but the register."""
    if (p := principal(id)) is not None:
        return person_entity(p)
    for kind in ("place", "org", "term"):
        if f := facts(kind, id):
            geo = f"{f['lat']} {f['lon']}" if f.get("lat") else ""
            numbers = (("GeoNames", f["geonames"]),) if f.get("geonames") else ()
            return Entity(id, kind, f.get("name") or f.get("term", ""), idno=numbers, geo=geo, gloss=f.get("expansion", ""))
    return None


def key(name: str) -> str:
    """A name without blanks, hyphens, accents and capitals, to compare by."""
    return "".join(words(name))


@cache
def surnames() -> Mapping[str, tuple[str, ...]]:
    """Ids of the core's persons by the key of their surnames."""
    found: dict[str, tuple[str, ...]] = {}
    for id, name, surname, variants in table("persons").cells("id", "name", "surname", "variants"):
        for form in (surname or name, *(v for v in _split(variants) if " " not in v)):
            found[key(form)] = (*found.get(key(form), ()), id)
    return found


@cache
def names() -> Mapping[str, str]:
    """Ids of the core's persons by the key of their whole names."""
    rows = table("persons").cells("id", "name", "variants")
    return {key(form): id for id, name, variants in rows for form in (*(v for v in _split(variants) if " " in v), name)}


@cache
def spellings() -> Mapping[str, tuple[str, ...]]:
    """Ids of the register's persons who may be written otherwise: by the keys of their spellings, or of the first word of a name in natural order."""
    found: dict[str, tuple[str, ...]] = {}
    for id, surname, forename, variants in table("register").cells("id", "surname", "forename", "variants"):
        others = _split(variants)
        spelt = (surname, *others) if forename else [name.split(" ")[0] for name in (surname, *others) if " " in name]
        for form in dict.fromkeys(map(key, spelt)) if others or not forename else ():
            found[form] = (*found.get(form, ()), id)
    return found


@cache
def bearers() -> Mapping[str, int]:
    """How many persons of the core bear a name, in small letters, as forename or, counted twice, as surname."""
    found = Counter(words(" ".join(f for (f,) in table("persons").cells("forename"))))
    for surname in surnames():
        found[surname] += 2
    return found


@cache
def forenames() -> frozenset[str]:
    """Forenames of the core's persons, in small letters: all of the principal figures', and of the others' those that several bear."""
    return frozenset((DATA / "forenames.txt").read_text(encoding="utf-8").split())


@lru_cache(maxsize=4)
def lexicon(core: bool, cues: tuple[Form, ...]) -> Lexicon:
    """What is looked for in every text: the annotators' cues and, if wanted, the core's forms (made by tools/authority/forms.py)."""
    return Lexicon(cues, lines("forms")[1:] if core else ())


@cache
def named(kind: str) -> Sequence[tuple[str, tuple[str, ...]]]:
    """The ids of a kind's table (`place`, `org` or `term`), each with its names, the main one first."""
    name = TABLES[kind]
    return [(id, (text, *_split(variants))) for id, text, variants in table(name).cells("id", _NAME[kind], "variants")]
