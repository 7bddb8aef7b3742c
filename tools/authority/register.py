"""register.tsv: the other persons of history.state.gov, by name, years and number of the FRUS volumes that list them.

`hsg` is the number of the person in that source.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from tei_cable.authority.people import read_name
from tools.authority import tables
from tools.authority.tables import Row, fold, joined, slug, values

COLUMNS = "id surname forename variants hsg count from to".split()
INITIAL = re.compile(r"(?:[A-Z]\.)+$")
SURNAME = re.compile(r"[^\W\d_](?:[\w'’‘ʻ. -]*[\w.])?$")
LONGEST = 4  # words of a name
FIRST = "1940"  # whose last volume deals with an earlier year is left out


def register(facts: Path, persons: Iterable[Row], holders: Iterable[Row], taken: Iterable[str]) -> list[Row]:
    """A row for every person of people.tsv who is not among `persons`.

    Who is among `holders` (rows of tenures.tsv) has the id he has there; no other id is one of those taken.
    """
    known = {row["idno"].removeprefix("hsg:") for row in persons}
    named = {row["idno"].removeprefix("hsg:"): row["person"] for row in holders if row["idno"]}
    ids = {*taken, *named.values()}
    rows: list[Row] = []
    people = tables.read(facts / "people.tsv")
    forenames = {fold(word) for fact in people for word in read_name(fact["preferred"]).forename.split()}
    for fact in people:
        if fact["hsg_id"] in known or fact["to"] < FIRST or not (row := _row(fact, forenames)):
            continue
        if fact["hsg_id"] in named:
            row["id"] = named[fact["hsg_id"]]
        elif row["id"] in ids:
            row["id"] = f"{row['id']}-{fact['hsg_id']}"
        ids.add(row["id"])
        rows.append(row)
    return sorted(rows, key=lambda row: row["id"])


def _row(fact: Row, forenames: set[str]) -> Row | None:
    printed = read_name(fact["preferred"])
    alone = not printed.forename and " " not in printed.surname
    if (alone and fold(printed.surname) in forenames) or not SURNAME.match(printed.surname) or INITIAL.match(printed.surname):
        return None
    if len(f"{printed.forename} {printed.surname}".split()) > LONGEST + bool(printed.forename):
        return None
    return {
        "id": slug(f"{printed.surname} {printed.forename}"),
        "surname": printed.surname,
        "forename": printed.forename,
        "variants": joined(_spellings(fact, printed.surname), but=printed.surname) if printed.forename else "",
        "hsg": fact["hsg_id"],
        "count": fact["volumes"],
        "from": fact["from"],
        "to": fact["to"],
    }


def _spellings(fact: Row, surname: str) -> Iterable[str]:
    """Other spellings of the surname: one word that begins alike ("Zorin", "Zorine")."""
    for form in values(fact["variants"]):
        other = read_name(form)
        if other.forename and " " not in other.surname and SURNAME.match(other.surname) and fold(other.surname)[:2] == fold(surname)[:2]:
            yield other.surname
