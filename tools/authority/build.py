"""Make the data files of the core authority.

    python tools/authority/build.py --facts DIR --lists DIR... [--out DIR]

DIR of --facts holds people.tsv and offices-us.tsv; each DIR of --lists holds folders VOLUME/ of FRUS volumes with
authority.xml, dN.txt and dN.gold.xml. The same input gives the same bytes.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tools.authority import bodies, offices, persons, places, tables, terms  # noqa: E402
from tools.authority.evidence import evidence  # noqa: E402
from tools.authority.frus import volumes  # noqa: E402


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


def build(facts: Path, lists: list[Path]) -> dict[str, tuple[list[str], list[tables.Row]]]:
    """Columns and rows of each file."""
    listed = volumes(lists)
    seen = evidence(listed, facts)
    people = persons.people(facts, listed, seen)
    gazette = places.gazetteer()
    known = places.places(gazette, seen)
    historic = places.historic(gazette, known)
    found = terms.listed(listed, seen)
    place_names = {name for row in known for name in bodies.names(row)} | {row["name"] for row in historic}
    orgs = bodies.orgs(listed, found, place_names)
    taken = place_names | {name for row in orgs for name in bodies.names(row)}
    return {
        "persons": (persons.COLUMNS, people.rows),
        "places": (places.COLUMNS, known),
        "place-names": (places.HISTORIC, historic),
        "orgs": (bodies.COLUMNS, orgs),
        "offices": (offices.COLUMNS, offices.offices(facts, listed, people)),
        "terms": (terms.COLUMNS, terms.terms(found, taken)),
        "foreign": (terms.FOREIGN, terms.foreign()),
    }


if __name__ == "__main__":
    main()
