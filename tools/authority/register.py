"""register.tsv: the other persons of history.state.gov, by name, years and number of the FRUS volumes that list them.

`hsg` is the number of the person in that source.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from tei_cable.authority.people import read_name
from tei_cable.authority.titles import HEADS, PARTICLES
from tools.authority import tables
from tools.authority.tables import Row, fold, joined, slug, values

COLUMNS = "id surname forename variants hsg count from to".split()
INITIAL = re.compile(r"(?:[A-Z]\.)+$")
SURNAME = re.compile(r"[^\W\d_](?:[\w'’‘ʻ. -]*[\w.])?$")
LONGEST = 4  # words of a name
SHORTEST = 4  # letters of a word by which somebody is called
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
    if len([w for w in f"{printed.forename} {printed.surname}".split() if w not in PARTICLES]) > LONGEST + bool(printed.forename):
        return None
    others = _spellings(fact, printed.surname) if printed.forename else _natural(fact, forenames)
    return {
        "id": slug(f"{printed.surname} {printed.forename}"),
        "surname": printed.surname,
        "forename": printed.forename,
        "variants": joined(others, but=printed.surname),
        "hsg": fact["hsg_id"],
        "count": fact["volumes"],
        "from": fact["from"],
        "to": fact["to"],
    }


def _spellings(fact: Row, surname: str) -> Iterable[str]:
    """Other spellings of the surname: one word that begins alike ("Zorin", "Zorine") or is one of its words ("Abdul Razak", "Razak")."""
    for form in values(fact["variants"]):
        other = read_name(form)
        word = fold(other.surname)
        alike = word[:2] == fold(surname)[:2] or word in fold(surname).split()
        if other.forename and " " not in other.surname and SURNAME.match(other.surname) and alike:
            yield other.surname


def _natural(fact: Row, forenames: set[str]) -> Iterable[str]:
    """Other ways to write a name in natural order: whole, or the word by which its bearer is called ("Tsiang, T. F.", "Thuan")."""
    whole = _parts(fact["preferred"])
    for form in values(fact["variants"]):
        other = read_name(form)
        for name in (other.surname, *other.variants, *other.aliases):
            words = _parts(name)
            alone = len(words) == 1 and (len(name) < SHORTEST or words[0] in forenames)
            if SURNAME.match(name) and not alone and len(words) <= LONGEST and name.split()[0] not in HEADS and not set(words).isdisjoint(whole):
                yield name


def _parts(name: str) -> list[str]:
    return fold(name).replace("-", " ").split()
