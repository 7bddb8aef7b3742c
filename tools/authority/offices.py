"""offices.tsv: who held which office when, from the table of American tenures and the FRUS lists of persons."""

from pathlib import Path

from tools.authority import tables
from tools.authority.american import american
from tools.authority.frus import Volume
from tools.authority.notes import Claim, claims
from tools.authority.persons import People
from tools.authority.tables import Row
from tools.authority.tenure import tenures

COLUMNS = "office state post person appointed started ended seen_from seen_to source".split()


def offices(facts: Path, volumes: list[Volume], people: People) -> list[Row]:
    """All tenures, sorted by state, office, post and time."""
    known = ({**row, "person": people.listed[row["name"]]} for row in american(facts) if row["name"] in people.listed)
    rows = [*known, *_listed(volumes, people), *tables.hand("offices")]
    key = ("state", "office", "post")
    return sorted(rows, key=lambda row: (*(row[name] for name in key), row["started"] or row.get("seen_from", ""), row["person"]))


def _listed(volumes: list[Volume], people: People) -> list[Row]:
    """Combine what the notes of the FRUS lists say, over volumes."""
    wrong = {(row["office"], row["state"], row["person"]) for row in tables.hand("not-held")}
    found: list[Claim] = []
    for person, notes in people.mentions(volumes).items():
        for volume, note in notes:
            found += claims(person, volume, note, "united-states" if person in people.american else "")
    return tenures(claim for claim in found if (claim.office, claim.state, claim.person) not in wrong)
