"""The core authority: tables that ship with the package, read when first needed.

Each is a file of tab-separated values in `data`, with a head line. Cells hold no tabs and no quotes; several values of one cell are
divided by `|`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from tei_cable.authority.forms import forename_forms, person_forms
from tei_cable.authority.given import words
from tei_cable.authority.lexicon import Form, Lexicon
from tei_cable.authority.people import Person
from tei_cable.authority.tables import table
from tei_cable.model import Entity

__all__ = ["bearers", "entity", "facts", "forenames", "key", "lexicon", "names", "person", "surnames", "table"]

# kind of entity -> its table
TABLES = {"person": "persons", "place": "places", "org": "orgs", "term": "terms"}


@lru_cache(maxsize=4096)
def facts(kind: str, id: str) -> Mapping[str, str]:
    """What the core's table says of an entity, by column; empty when it is not there."""
    t = table(TABLES[kind])
    row = t.by_id.get(id)
    return {column: row[i] if i < len(row) else "" for column, i in t.columns.items()} if row else {}


@lru_cache(maxsize=4096)
def person(id: str) -> Person | None:
    """A person of the core."""
    f = facts("person", id)
    return _person(f) if f else None


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _idno(cell: str) -> tuple[tuple[str, str], ...]:
    return tuple((kind, value) for kind, _, value in (pair.partition(":") for pair in _split(cell)))


def _person(f: Mapping[str, str]) -> Person:
    variants = _split(f.get("variants", ""))
    return Person(
        f["id"],
        f["name"],
        f.get("surname", "") or f["name"],
        f.get("forename", ""),
        variants=tuple(v for v in variants if " " not in v),
        aliases=tuple(v for v in variants if " " in v),
        birth=f.get("birth", ""),
        death=f.get("death", ""),
        idno=_idno(f.get("idno", "")),
        note=f.get("note", ""),
        count=int(f.get("count") or 0),
        first=f.get("from", ""),
        last=f.get("to", ""),
        core=True,
    )


@lru_cache(maxsize=4096)
def entity(id: str) -> Entity | None:
    """The entry of that id in any of the core's tables."""
    if (p := person(id)) is not None:
        return Entity(id, "person", p.name, p.forename, p.surname, p.birth, p.death, p.idno, gloss=p.note)
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
def bearers() -> Mapping[str, int]:
    """How many persons of the core bear a name, in small letters, as forename or, counted twice, as surname."""
    found = Counter(words(" ".join(f for (f,) in table("persons").cells("forename"))))
    for surname in surnames():
        found[surname] += 2
    return found


@cache
def forenames() -> frozenset[str]:
    """All forenames of the core's persons, in small letters."""
    return frozenset(words(" ".join(f for (f,) in table("persons").cells("forename")))) - frozenset("abcdefghijklmnopqrstuvwxyz")


@lru_cache(maxsize=4)
def lexicon(core: bool, cues: tuple[Form, ...]) -> Lexicon:
    """What is looked for in every text: the core's forms, if wanted, and the annotators' cues."""
    return Lexicon([*cues, *_forms()] if core else cues)


def _forms() -> Iterable[Form]:
    yield from person_forms(p for row in table("persons").rows if (p := person(row[0])))
    yield from forename_forms(p for row in table("persons").rows if (p := person(row[0])))
    for kind, name, column in (("place", "places", "name"), ("org", "orgs", "name"), ("term", "terms", "term")):
        for id, text, variants, weak in table(name).cells("id", column, "variants", "weak"):
            for word in (text, *_split(variants)):
                yield Form(word, kind, (id,), "name" if word == text else "variant", bool(weak))
    for text, place, weak in table("place-names").cells("name", "place", "weak"):
        yield Form(text, "place", (place,), "historical", bool(weak))
    for word, lang, weak in table("foreign").cells("word", "lang", "weak"):
        yield Form(word, "foreign", (lang,), lang, bool(weak))
    for office in dict.fromkeys(o for (o,) in table("offices").cells("office")):
        yield Form(office, "office", (office,), "title")
