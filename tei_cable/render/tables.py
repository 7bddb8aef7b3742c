"""Telegrams as tables: a row for each telegram, person, place, mention, reference."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tei_cable.model import Cable, Entity
from tei_cable.render.facts import day, facts, name_of, title, value
from tei_cable.render.occurrences import reading
from tei_cable.tei.names import NAMES
from tei_cable.text.dates import DATING

Row = Sequence[str | int]


def rows(name: str, cable: Cable, at: int) -> Iterator[Row]:
    """The rows of a table for a telegram, the one at place `at` of many; each begins with the telegram's name."""
    return ([name_of(cable, at), *row] for row in TABLES[name].rows(cable))


def _telegrams(cable: Cable) -> Iterator[Row]:
    said = {f.name: f.value for f in facts(cable)}
    names = ("sent", "received", "forwarded", "class", "precedence", "uri")
    yield [title(cable), value(cable, "number"), day(cable), *(said.get(name, "") for name in names), cable.lang]


def _named(cable: Cable) -> Counter[str]:
    return Counter(m.ref for m in cable.mentions if m.ref)


def _numbers(e: Entity) -> str:
    return " ".join(f"{kind}:{number}" for kind, number in e.idno)


def _persons(cable: Cable) -> Iterator[Row]:
    named = _named(cable)
    for e in cable.entities:
        if e.kind == "person":
            yield [e.id, e.name, e.forename, e.surname, e.birth, e.death, e.gloss, _numbers(e), named[e.id]]


def _places(cable: Cable) -> Iterator[Row]:
    named = _named(cable)
    for e in cable.entities:
        if e.kind in ("place", "org"):
            latitude, longitude = ([*e.geo.split(), "", ""])[:2]
            yield [e.id, e.kind, e.name, latitude, longitude, _numbers(e), named[e.id]]


def _mentions(cable: Cable) -> Iterator[Row]:
    for o in reading(cable).occurrences:
        m = o.mention
        if m.kind in NAMES or m.kind == "date":
            when = "/".join(m.attrs[a] for a in DATING if a in m.attrs)
            yield [m.kind, o.words, m.ref, when, m.cert, o.block or "", o.note]


def _references(cable: Cable) -> Iterator[Row]:
    for o in reading(cable).occurrences:
        m = o.mention
        if m.kind == "ref":
            yield [o.words, m.attrs.get("type", ""), m.attrs.get("n", ""), m.attrs.get("target", ""), m.cert, o.block or "", o.note]


class Table(NamedTuple):
    """The names of a table's columns, the first of which names the telegram, and what makes the other columns of its rows."""

    columns: Sequence[str]
    rows: Callable[[Cable], Iterator[Row]]


TABLES: Mapping[str, Table] = {
    "telegrams": Table("telegram title number date from to copies classification precedence uri language".split(), _telegrams),
    "persons": Table("telegram id name forename surname birth death gloss numbers mentions".split(), _persons),
    "places": Table("telegram id kind name latitude longitude numbers mentions".split(), _places),
    "mentions": Table("telegram kind words ref when cert block note".split(), _mentions),
    "references": Table("telegram words type n target cert block note".split(), _references),
}
