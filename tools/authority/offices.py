"""offices.tsv: who held which office when, from the table of American tenures and the FRUS lists of persons."""

from pathlib import Path

from tools.authority import tables
from tools.authority.frus import Volume
from tools.authority.notes import Claim, claims
from tools.authority.persons import People
from tools.authority.tables import Row
from tools.authority.tenure import tenures

COLUMNS = "office state post person appointed started ended seen_from seen_to source".split()


def offices(facts: Path, volumes: list[Volume], people: People) -> list[Row]:
    """All tenures, sorted by state, office, post and time."""
    rows = [*_american(facts, people), *_listed(volumes, people), *tables.hand("offices")]
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


POSTS = {  # where the American table names a post otherwise than by the name of a state here
    "russia": "ussr",
    "germany": "west-germany",
    "german-democratic-republic": "east-germany",
    "socialist-federal-republic-of-yugoslavia-1992": "yugoslavia",
    "yugoslavia-1946": "yugoslavia",
    "czechoslovakia-1993": "czechoslovakia",
    "south-vietnam-1975": "south-vietnam",
    "state-of-vietnam-1955": "south-vietnam",
    "korea": "south-korea",
    "sri-lanka": "ceylon",
    "burkina-faso": "upper-volta",
    "benin": "dahomey",
    "congo-kinshasa": "congo",
    "zimbabwe": "rhodesia",
    "cote-divoire": "ivory-coast",
    "suriname": "surinam",
    "holy-see": "vatican",
}
UNSAID = {"Ambassador at Large", "Career Ambassador", "Chief", "Director", "Representative", "office"}  # ranks, or of an unnamed body
RECOGNITION = "1979-01-01"  # until then the ambassador to China was with the Republic of China on Taiwan
OFFICES = {
    "Secretary of State": "Secretary of State",
    "Under Secretary of State": "Under Secretary of State",
    "Deputy Secretary of State": "Deputy Secretary of State",
    "Under Secretary of State for Political Affairs": "Under Secretary of State for Political Affairs",
    "Counselor": "Counselor of the Department of State",
    "representative-to-un": "Representative at the United Nations",
    "representative-to-nato": "Permanent Representative to NATO",
}
MISSION = {"Ambassador Extraordinary and Plenipotentiary"}
BOUNDS = ("1945", "1981")


def _american(facts: Path, people: People) -> list[Row]:
    """Return the tenures of offices-us.tsv of persons on the list, 1945-1980."""
    names = people.listed
    places = _places()
    rows = []
    for row in tables.read(facts / "offices-us.tsv"):
        person = names.get(row["person"])
        office = "Ambassador" if row["office"] in MISSION else OFFICES.get(row["office"], " ".join(row["office"].split()))
        post = _post(row, places) if office == "Ambassador" else ""
        if not person or not (row["started"] or row["appointed"]) or _outside(row) or (office == "Ambassador" and not post):
            continue
        if office.startswith("representative-") or office in UNSAID:
            continue
        times = {name: row[name] for name in ("appointed", "started", "ended")}
        rows.append({"office": office, "state": "united-states", "post": post, "person": person, **times, "source": "HistoryAtState pocom"})
    return rows


def _outside(row: Row) -> bool:
    return (row["ended"] or BOUNDS[1]) < BOUNDS[0] or (row["started"] or row["appointed"]) >= BOUNDS[1]


def _post(row: Row, places: dict[str, str]) -> str:
    post = places.get(row["post"], "")
    return "taiwan" if post == "china" and (row["started"] or row["appointed"]) < RECOGNITION else post


def _places() -> dict[str, str]:
    """Map posts as the American table writes them to the id of the state."""
    return {row["id"]: row["id"] for row in tables.hand("states")} | POSTS
