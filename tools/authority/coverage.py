"""Say what the tables of the core authority cover: the table in docs/core-authority.md.

    python tools/authority/coverage.py

A test sees to it that the page has what this prints.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tools.authority import tables  # noqa: E402
from tools.authority.tables import Row  # noqa: E402

DATA = ROOT / "tei_cable" / "authority" / "data"
KINDS = {
    "states": "country",
    "cities": "city capital",
    "regions and continents": "region continent",
    "waters": "water",
    "islands": "island",
    "bases": "base",
}


def main() -> None:
    """Print the table."""
    print(coverage(), end="")


def coverage() -> str:
    """The table in Markdown: what, how many, and what is known of them."""
    lines = ("| what | how many | of these |", "| --- | --- | --- |", *(f"| {' | '.join(cells)} |" for cells in _all()))
    return "".join(f"{line}\n" for line in lines)


def _all() -> Iterator[tuple[str, str, str]]:
    yield from _places()
    persons = _rows("persons")
    yield "principal persons", _n(persons), f"{_with(persons, 'birth')} with the year of birth, {_with(persons, 'death')} with that of death"
    yield "other persons, by name", _n(_rows("register")), ""
    offices = _rows("offices")
    foreign = [row for row in offices if row["state"] != "united-states"]
    states = len({row["state"] for row in foreign})
    begun = _with(foreign, "started")
    yield "tenures of principal persons", _n(offices), f"{_n(foreign)} of {states} other states and bodies, {begun} of them with a beginning"
    tenures = _rows("tenures")
    holders, posts = ({row[column] for row in tenures if row[column]} for column in ("person", "post"))
    yield "other American tenures", _n(tenures), f"of {len(holders):,} persons, at {len(posts)} posts"
    yield "organisations", _n(_rows("orgs")), ""


def _places() -> Iterator[tuple[str, str, str]]:
    places = _rows("places")
    for words, types in KINDS.items():
        found = [row for row in places if row["type"] in types.split()]
        yield words, _n(found), f"{_with(found, 'geonames')} with a number of GeoNames"
    now = {row["id"]: row for row in places}
    names = _rows("place-names")
    former = [row for row in names if row["to"] or row["name"] != now[row["place"]]["name"]]
    owners = {row["place"] for row in former}
    numbered = sum(bool(now[row["place"]]["geonames"]) for row in former)
    dated = f"{_with(former, 'from')} with a beginning, {_with(former, 'to')} with an end"
    yield "names of places at another time", _n(former), f"of {len(owners)} places, {numbered} names with a number of GeoNames; {dated}"
    yield "main names of places with a beginning", f"{len(names) - len(former):,}", ""


def _rows(name: str) -> list[Row]:
    return tables.read(DATA / f"{name}.tsv")


def _n(rows: list[Row]) -> str:
    return f"{len(rows):,}"


def _with(rows: list[Row], column: str) -> str:
    return f"{sum(bool(row[column]) for row in rows):,}"


if __name__ == "__main__":
    main()
