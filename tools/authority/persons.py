"""persons.tsv: the principal figures, with their frequency and spellings from the people of history.state.gov."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from tools.authority import tables
from tools.authority.evidence import Evidence
from tools.authority.frus import Volume
from tools.authority.tables import Row, fold, joined, values

COLUMNS = "id name forename surname variants birth death idno count from to weak note source".split()
RANK = re.compile(
    r"\b(Field Marshal|Marshal of the Soviet Union|Marshal|General of the Army|(Lieutenant|Major|Brigadier|Brig\.?|Maj\.?|Lt\.?"
    r"|Lieut\.?|Air Vice)?\s?(General|Gen\.|Colonel|Col\.|Marshal)|(Rear |Vice )?(Admiral|Adm\.)|Senator|Representative|Congressman"
    r"|Chancellor|President|Prime Minister|Premier|King|Prince|Chairman|Archbishop|Ambassador|Commander|Generalissimo"
    r"|Général de Brigade|Général|Rt\. Hon\.|Sir|Dr\.|Lord|Viscount|Earl of|USAF|USN|USA|Ayatollah|Sardar)(?=\s|,|$)"
)


BODIES = {"un": "United Nations", "nato": "NATO"}
ARTICLE = re.compile(r"United |USSR|Netherlands|Philippines|Dominican|Congo|Central ")
ROLES = 4
WORDLIKE = 3  # uses in lower case from which a surname is also a word
TAGGED = 5  # occurrences tagged by the editors that say something
SHORT = 3  # letters of a surname that needs to be seen tagged
MOSTLY = 0.75  # share of them that must be the person


@dataclass(frozen=True)
class People:
    """The persons shipped, and the ways FRUS lists write their names."""

    rows: list[Row]
    listed: dict[str, str]  # a name as listed -> id, where one person only is so listed
    american: frozenset[str]

    def mentions(self, volumes: list[Volume]) -> dict[str, list[tuple[Volume, str]]]:
        """For each person the volumes that list him, with the note there."""
        found: dict[str, list[tuple[Volume, str]]] = defaultdict(list)
        for volume in volumes:
            for name, note in volume.persons:
                if name in self.listed:
                    found[self.listed[name]].append((volume, note))
        return found


def people(facts: Path, volumes: list[Volume], evidence: Evidence) -> People:
    """Join the hand-written choice of persons with people.tsv and the life dates of offices-us.tsv."""
    known = tables.read(facts / "people.tsv")
    by_number = {row["hsg_id"]: row for row in known}
    lives = {row["person"]: (row["birth"], row["death"]) for row in tables.read(facts / "offices-us.tsv")}
    chosen = tables.hand("persons")
    ids = {row["hsg"]: row["id"] for row in chosen}
    owners: dict[str, set[str]] = defaultdict(set)
    for row in known:
        for form in [row["preferred"], *values(row["variants"])]:
            for name in (form, unbracketed(form)):
                owners[name].add(row["hsg_id"])
    listed = {name: ids[next(iter(who))] for name, who in owners.items() if len(who) == 1 and who <= ids.keys()}
    rows = [_row(row, by_number[row["hsg"]], lives, owners) for row in chosen]
    american = frozenset(row["id"] for row in chosen if row["american"])
    made = People(sorted(rows, key=lambda row: row["id"]), listed, american)
    named = _named(volumes, made)
    for row in rows:
        row["weak"] = "1" if _weak(row, named, evidence) else ""
    return made


def unbracketed(name: str) -> str:
    """A listed name with the words in its brackets and without these: "Luce, Ann Clare (Boothe)" is "Luce, Ann Clare Boothe" too."""
    return name.replace("(", "").replace(")", "")


def with_roles(rows: list[Row], offices: list[Row], places: list[Row]) -> list[Row]:
    """Give each person without a note of its own the offices that he is known to have held, the first ROLES of them in time."""
    names = {row["id"]: row["name"] for row in places} | BODIES
    held: dict[str, list[str]] = defaultdict(list)
    served = (row for row in offices if row["started"] or row["ended"] or row.get("seen_from"))
    for row in sorted(served, key=lambda row: row["started"] or row["appointed"] or row.get("seen_from", "")):
        post = f" in {_the(names[row['post']])}" if row["post"] else ""
        held[row["person"]].append(f"{row['office']}{post}, {names[row['state']]}")
    return [{**row, "note": row["note"] or "; ".join(list(dict.fromkeys(held[row["id"]]))[:ROLES])} for row in rows]


def _the(name: str) -> str:
    return f"the {name}" if ARTICLE.match(name) else name


def _named(volumes: list[Volume], people: People) -> dict[str, Counter[str]]:
    """For each surname: whom the editors of FRUS tagged when it stands alone (an id, or empty for anybody else)."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for volume in volumes:
        for name, words in volume.tagged():
            found[fold(words)][people.listed.get(name, "")] += 1
    return found


def _weak(row: Row, named: dict[str, Counter[str]], evidence: Evidence) -> bool:
    """Whether the surname alone is a usual word, or was more often somebody else."""
    tagged = named.get(fold(row["surname"]), Counter())
    if sum(tagged.values()) >= TAGGED and tagged[row["id"]] < MOSTLY * sum(tagged.values()):
        return True
    word = " " not in row["surname"] and evidence.lower[fold(row["surname"])] >= WORDLIKE
    return word or (len(row["surname"]) <= SHORT and not tagged[row["id"]])


def _row(own: Row, fact: Row, lives: dict[str, tuple[str, str]], owners: dict[str, set[str]]) -> Row:
    name = own["name"] or f"{own['forename']} {own['surname']}".strip()
    spellings = [plain(form) for form in [fact["preferred"], *values(fact["variants"])]]
    same = [form for form in spellings if _agrees(form, own)]
    own_names = [form for form in [fact["preferred"], *values(fact["variants"])] if len(owners[form]) == 1]
    birth, death = next((lives[form] for form in map(unbracketed, own_names) if form in lives), ("", ""))
    return {
        "id": own["id"],
        "name": name,
        "forename": own["forename"],
        "surname": own["surname"],
        "variants": joined([*values(own["variants"]), *same], but=name),
        "birth": birth,
        "death": death,
        "idno": f"hsg:{own['hsg']}",
        "count": fact["volumes"],
        "from": fact["from"],
        "to": fact["to"],
        "note": own["note"],
        "source": f"history.state.gov people {own['hsg']}",
    }


def plain(listed: str) -> str:
    """Put a listed name in the order of speech, without titles: "Caccia, Sir Harold A." -> "Harold A. Caccia"."""
    bare = RANK.sub("", re.sub(r"[()“”\"]", "", re.sub(r"\s*[(“\"].*?[)”\"],?", "", listed)))
    suffix = re.compile(r"^(Jr\.?|Sr\.?|I{1,3}|2n?d)$")
    parts = [part.strip(" .") if len(part.strip()) > 3 else part.strip() for part in bare.split(",")]
    parts = [" ".join(part.split()) for part in parts if part and not suffix.match(part)]
    forename = " ".join(re.sub(r"([A-Z])$", r"\1.", part) for part in parts[1:])
    return f"{forename} {parts[0]}".strip() if parts else ""


def _agrees(form: str, own: Row) -> bool:
    """Whether a listed form is a full name that shares the surname and the first forename, not a misprint of either."""
    surname, forename = fold(own["surname"]), fold(own["forename"])
    words = fold(form).split()
    return bool(forename) and fold(form).endswith(surname) and len(words) > 1 and words[0] == forename.split()[0]
