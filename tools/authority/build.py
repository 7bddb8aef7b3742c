"""Make the data files of the core authority.

    python tools/authority/build.py --facts DIR --lists DIR... [--out DIR]

DIR of --facts holds people.tsv and offices-us.tsv; each DIR of --lists holds folders VOLUME/ of FRUS volumes with
authority.xml, dN.txt and dN.gold.xml. The same input gives the same bytes. Run tools/authority/forms.py after it.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = "name taken licence read".split()
sys.path.insert(0, str(ROOT))

from tools.authority import american, bodies, offices, persons, places, register, tables, terms  # noqa: E402
from tools.authority.evidence import evidence, used  # noqa: E402
from tools.authority.frus import Volume, volumes  # noqa: E402
from tools.authority.places import USAGE  # noqa: E402


def main() -> None:
    """Read the arguments, make every table, print how many rows each has."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=Path, required=True)
    parser.add_argument("--lists", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, default=ROOT / "tei_cable" / "authority" / "data")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    for name, (columns, rows) in build(arguments.facts, arguments.lists).items():
        print(f"{name}: {tables.write(arguments.out / f'{name}.tsv', columns, rows)} rows")


def attested(rows: list[tables.Row], column: str, listed: list[Volume], otherwise: str = "") -> list[tables.Row]:
    """Give rows whose source is their use in telegrams the source `otherwise` where no telegram uses their names, or drop them."""
    names = [{row[column], *tables.values(row.get("variants", ""))} for row in rows]
    found = used(set().union(*names), listed)
    kept = []
    for row, own in zip(rows, names, strict=True):
        if row["source"] != USAGE or own & found:
            kept.append(row)
        elif otherwise:
            kept.append({**row, "source": otherwise})
    return kept


def build(facts: Path, lists: list[Path]) -> dict[str, tuple[list[str], list[tables.Row]]]:
    """Columns and rows of each file."""
    listed = volumes(lists)
    seen = evidence(listed, facts)
    people = persons.people(facts, listed, seen)
    gazette = places.gazetteer()
    known = attested(places.places(gazette, seen), "name", listed, "common geographic name")
    historic = attested(places.historic(gazette, known), "name", listed)
    found = terms.listed(listed, seen)
    place_names = {name for row in known for name in bodies.names(row)} | {row["name"] for row in historic}
    orgs = attested(bodies.orgs(listed, found, place_names), "name", listed, "common name of an organisation")
    taken = place_names | {name for row in orgs for name in bodies.names(row)}
    held = offices.offices(facts, listed, people)
    abbreviations = terms.terms(found, taken)
    holders = american.others(facts, people)
    ids = [row["id"] for row in (*people.rows, *known, *orgs, *abbreviations)]
    return {
        "persons": (persons.COLUMNS, persons.with_roles(people.rows, held, known)),
        "register": (register.COLUMNS, register.register(facts, people.rows, holders, ids)),
        "places": (places.COLUMNS, known),
        "place-names": (places.HISTORIC, historic),
        "orgs": (bodies.COLUMNS, orgs),
        "offices": (offices.COLUMNS, held),
        "tenures": (american.COLUMNS, holders),
        "terms": (terms.COLUMNS, abbreviations),
        "sources": (SOURCES, tables.hand("sources")),
        "foreign": (terms.FOREIGN, attested(terms.foreign(), "word", listed)),
    }


if __name__ == "__main__":
    main()
