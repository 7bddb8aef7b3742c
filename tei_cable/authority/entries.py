"""An entry of a list, the same whatever file it was read from; and a list made ready for the lexicons."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tei_cable.authority.people import Person, read_name
from tei_cable.model import Entity
from tei_cable.text.regex import regex

KINDS = ("person", "place", "org", "term")
_SEE = regex(r"^\W*[Ss]ee (.+?)\.?$")


class Held(NamedTuple):
    """An office as an entry states it: its words, the state whose it is (a name, adjective or code), from when to when (ISO 8601, "" unknown)."""

    title: str
    state: str = ""
    start: str = ""
    end: str = ""


class Entry(NamedTuple):
    """A person, place, organisation or term of a list.

    `kind` is one of KINDS, `name` the main name as printed, `forename` and `surname` its parts where the list tells them; `variants` are
    other names. `birth` and `death` are dates as TEI `@when` has them; `idno` pairs of authority and number; `geo` "latitude longitude" in
    degrees; `note` the words on a person's offices or the meaning of a term. `source` says which file the entry was read from, `line` where
    in it (0: unknown).
    """

    id: str
    kind: str
    name: str
    forename: str = ""
    surname: str = ""
    titles: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    birth: str = ""
    death: str = ""
    offices: tuple[Held, ...] = ()
    idno: tuple[tuple[str, str], ...] = ()
    geo: str = ""
    note: str = ""
    source: str = ""
    line: int = 0


class Pack(NamedTuple):
    """A list with what must be known to use it: title, where its facts come from, under which licence, of what day, and its checksum.

    `unread` names the columns of a table that say nothing that an entry has.
    """

    entries: Sequence[Entry]
    title: str = ""
    sources: tuple[str, ...] = ()
    licence: str = ""
    date: str = ""
    checksum: str = ""
    unread: tuple[str, ...] = ()


class Listing(NamedTuple):
    """What lists hold: persons; and places, organisations and terms, each with the names it stands under, the main one first."""

    persons: Sequence[Person] = ()
    others: Sequence[tuple[Entity, tuple[str, ...]]] = ()


def listing(entries: Iterable[Entry]) -> Listing:
    """Entries made ready; of two with one id the first counts."""
    persons: list[Person] = []
    others: list[tuple[Entity, tuple[str, ...]]] = []
    seen: set[str] = set()
    for e in entries:
        if e.id in seen:
            continue
        seen.add(e.id)
        if e.kind == "person":
            persons.append(person(e))
        else:
            others.append((Entity(e.id, e.kind, e.name, idno=e.idno, geo=e.geo, gloss=e.note), (e.name, *e.variants)))
    return Listing(persons, others)


def person(e: Entry) -> Person:
    """The record of a person's entry."""
    name = read_name(e.name)
    if e.surname:
        name = name._replace(surname=e.surname, forename=e.forename)
    if e.titles:
        name = name._replace(titles=e.titles)
    if e.variants:
        spoken = [spoken_order(v) for v in e.variants]
        variants = (*name.variants, *(v for v in spoken if " " not in v))
        name = name._replace(variants=variants, aliases=(*name.aliases, *(v for v in spoken if " " in v)))
    see = _SEE.match(e.note) if e.note else None
    note = e.note or "; ".join(h.title for h in e.offices)
    return Person(e.id, e.name, *name, e.birth, e.death, e.idno, note, see=see[1] if see else "", offices=e.offices)


def parted(e: Entry) -> Entry:
    """The entry of a person with the parts of a name that is printed "Quill, Major Ada" told apart."""
    if e.kind != "person" or e.surname or "," not in e.name:
        return e
    name = read_name(e.name)
    return e._replace(forename=name.forename, surname=name.surname, titles=e.titles or name.titles) if name.forename else e


def spoken_order(name: str) -> str:
    """A name in the order of speech: "Quill, Ada" is "Ada Quill", "Quill, Ada, Jr." is "Ada Quill, Jr."."""
    parts = [p.strip() for p in name.split(",")]
    if len(parts) < 2 or not parts[1]:
        return name
    return ", ".join((f"{parts[1]} {parts[0]}", *filter(None, parts[2:])))
