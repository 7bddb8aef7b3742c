"""American tenures: the rows of offices-us.tsv in the words and ids of the core authority, and those whose persons are not on persons.tsv."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from tools.authority import tables
from tools.authority.persons import People, unbracketed
from tools.authority.tables import Row, slug, values

COLUMNS = "office state post person name birth death idno appointed started ended seen_from seen_to source".split()
SOURCE = "HistoryAtState pocom"
BOUNDS = ("1940", "1991")
POSTS = {  # where the American table names a post otherwise than by the id of a place here
    "russia": "ussr",
    "germany": "west-germany",
    "german-democratic-republic": "east-germany",
    "socialist-federal-republic-of-yugoslavia-1992": "yugoslavia",
    "yugoslavia-1946": "yugoslavia",
    "albania-1946": "albania",
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
    "samoa": "western-samoa",
    "vanuatu": "new-hebrides",
    "micronesia-federated-states-of": "micronesia",
}
# posts that are an island or a region here, not a country
ISLES = ("bahamas", "brunei", "estonia", "grenada", "latvia", "lithuania", "marshall-islands", "seychelles", "solomon-islands")
UNSAID = {"Ambassador at Large", "Career Ambassador", "Chief", "Director", "Representative", "office"}  # ranks, or of an unnamed body
MAINLAND = "1950-01-01"  # until then the ambassador to China was on the mainland
RECOGNITION = "1979-01-01"  # until then the ambassador to China was with the Republic of China on Taiwan
POSTED = {
    "Ambassador Extraordinary and Plenipotentiary": "Ambassador",
    "Envoy Extraordinary and Minister Plenipotentiary": "Minister",
    "Chargé d’Affaires ad interim": "Chargé",
    "Chargé d’Affaires": "Chargé",
    "Personal Representative of the President": "Personal Representative of the President",
}
OFFICES = {
    "Counselor": "Counselor of the Department of State",
    "representative-to-un": "Representative at the United Nations",
    "representative-to-nato": "Permanent Representative to NATO",
    "representative-to-oas": "Representative to the Organization of American States",
    "representative-to-oecd": "Representative to the Organization for Economic Cooperation and Development",
}


def american(facts: Path) -> Iterator[Row]:
    """The tenures of BOUNDS with the name as listed, in the order of the file.

    A row with neither a beginning nor an end is of one who was appointed and never served. Of a tenure whose end is not told, only the
    year of its beginning is attested.
    """
    places = _places()
    for row in tables.read(facts / "offices-us.tsv"):
        if _outside(row):
            continue
        office = POSTED.get(row["office"], OFFICES.get(row["office"], " ".join(row["office"].split())))
        post = _post(row, places) if office in POSTED.values() else ""
        unplaced = not post and (office in POSTED.values() or (row["post"] and row["office"] not in OFFICES))
        if unplaced or office.startswith("representative-") or office in UNSAID:
            continue
        made = {name: row[name] for name in ("birth", "death", "appointed", "started", "ended")}
        seen = row["started"][:4] if row["started"] and not row["ended"] else ""
        made |= {"seen_from": seen, "seen_to": seen, "source": SOURCE}
        yield {"office": office, "state": "united-states", "post": post, "name": row["person"], **made}


def others(facts: Path, people: People) -> list[Row]:
    """The tenures of persons who are not on persons.tsv, sorted by office, post and time.

    A name that is one person's in the people of history.state.gov has the number there.
    """
    found = [row for row in american(facts) if row["name"] not in people.listed]
    numbers = _numbers(facts)
    lives: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in found:
        lives[row["name"]].add((row["birth"], row["death"]))
    taken = Counter(slug(name) for name in lives) + Counter(row["id"] for row in people.rows)
    for row in found:
        name = row["name"]
        alone = len(lives[name]) == 1
        row["person"] = slug(name) if alone and taken[slug(name)] == 1 else f"{slug(name)}-{row['birth'] or row['started'][:4]}"
        row["idno"] = f"hsg:{numbers[name]}" if alone and name in numbers else ""
    return sorted(found, key=lambda row: (row["office"], row["post"], row["started"] or row["appointed"], row["person"]))


def _numbers(facts: Path) -> dict[str, str]:
    """The numbers of the names that the people list gives to one person only."""
    owners: dict[str, set[str]] = defaultdict(set)
    for row in tables.read(facts / "people.tsv"):
        for name in map(unbracketed, [row["preferred"], *values(row["variants"])]):
            owners[name].add(row["hsg_id"])
    return {name: next(iter(ids)) for name, ids in owners.items() if len(ids) == 1}


def _outside(row: Row) -> bool:
    began = row["started"] or row["appointed"]
    ended = row["ended"] or began
    return not began or ended < BOUNDS[0] or began >= BOUNDS[1]


def _post(row: Row, places: dict[str, str]) -> str:
    post = places.get(row["post"], "")
    return "taiwan" if post == "china" and RECOGNITION > (row["started"] or row["appointed"]) > MAINLAND else post


def _places() -> dict[str, str]:
    """Map posts as the American table writes them to the id of the place."""
    return {row["id"]: row["id"] for row in tables.hand("states")} | {name: name for name in ISLES} | POSTS
