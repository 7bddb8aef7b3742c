"""Lists as tables: comma-, semicolon- or tab-separated values with a line of column names, as spreadsheets and OpenRefine write them.

Columns are known by their names, in any order; `name` is needed. `COLUMNS` are those that are written; others that are read as they: `label` and
`term` as name, `type` as kind, `note`'s synonyms, and any column that names an authority ("Wikidata ID", "GND-ID", "VIAF"). OpenRefine's columns of
a reconciliation (`recon id`, `match id`, `judgment`) give the number whose authority its form tells; a judgment other than `matched` gives none.
Several values of one cell are divided by `|`; an office is "Ambassador in France [US] 1962-10-27/1968-02-09".
"""

import csv
import io
from collections.abc import Iterable, Mapping

from tei_cable.authority import identifiers
from tei_cable.authority.entries import KINDS, Entry, Held, Pack
from tei_cable.authority.faults import BadList
from tei_cable.authority.given import words
from tei_cable.text.regex import regex

COLUMNS = ("id", "kind", "name", "forename", "surname", "titles", "variants", "birth", "death", "offices", "geo", "note", "source")
_SAME = {
    "id": "xmlid identifier key",
    "kind": "type entitytype class",
    "name": "label term title displayname preferredname preferredlabel personname placename orgname fullname preferred",
    "forename": "givenname firstname forenames givennames",
    "surname": "familyname lastname",
    "titles": "rank ranks honorific",
    "variants": "variant aliases alias altlabel altnames altname othername alternatenames othernames variantnames",
    "birth": "born dateofbirth birthdate birthyear",
    "death": "died dateofdeath deathdate deathyear",
    "offices": "office tenures positions positionheld",
    "geo": "coordinates coordinatelocation location",
    "note": "notes description role gloss expansion definition meaning",
    "source": "sources provenance",
}
_READ_AS = {other: column for column, others in _SAME.items() for other in (column, *others.split())}
_RECONCILED = frozenset({"reconid", "matchid", "reconciledid", "recon", "reconmatchid", "uri", "url", "sameas", "entityid"})
_JUDGMENT = frozenset({"judgment", "judgement", "reconjudgment", "matchjudgment"})
_KIND_WORDS = {"human": "person", "people": "person", "organisation": "org", "organization": "org", "settlement": "place", "abbreviation": "term"}
_NOT_LETTER = regex(r"[^a-z]+")
_OFFICE = regex(r"(?P<title>.+?)(?: \[(?P<state>[^\]]*)\])?(?: (?P<start>\d{4}(?:-\d\d){0,2}|\.\.)?/(?P<end>\d{4}(?:-\d\d){0,2}|\.\.)?)?")
_DAY = regex(r"\+?(-?\d{4}(?:-\d\d){0,2})")


def read(path: str, data: bytes) -> Pack:
    """The entries of a table. Raises BadList for one that is no UTF-8 or has no column of names."""
    text = _text(path, data)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=False)
    try:
        head = next(rows, [])
        columns = _columns(head)
        if "name" not in columns.values():
            there = ", ".join(filter(None, head))[:200] or "none"
            raise BadList(path, 1, f'the table has no column "name" (its columns: {there})', "name one of them so")
        entries: list[Entry] = []
        ids: set[str] = set()
        for row in rows:
            cells = _cells(columns, row)
            if cells.get("name"):
                entries.append(_entry(path, rows.line_num, head, cells, ids))
    except csv.Error as e:
        raise BadList(path, rows.line_num, f"this is no table ({e})", "save it again as CSV, or as tab-separated values") from None
    return Pack(entries, unread=tuple(word for i, word in enumerate(head) if word.strip() and i not in columns))


def write(pack: Pack) -> bytes:
    """A list as comma-separated values, UTF-8, one row an entry; of the pack only its entries."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    kinds = list(dict.fromkeys(kind for e in pack.entries for kind, _ in e.idno))
    writer.writerow([*COLUMNS, *kinds])
    for e in pack.entries:
        several = ("|".join(e.titles), "|".join(e.variants), e.birth, e.death, "|".join(map(_held, e.offices)))
        numbers = ("|".join(value for kind, value in e.idno if kind == wanted) for wanted in kinds)
        writer.writerow([e.id, e.kind, e.name, e.forename, e.surname, *several, e.geo, e.note, e.source, *numbers])
    return out.getvalue().encode("utf-8")


def _text(path: str, data: bytes) -> str:
    try:
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as e:
        line = data.count(b"\n", 0, e.start) + 1
        raise BadList(path, line, "the table is not written in UTF-8", "save it again, with the encoding UTF-8") from None


def _delimiter(text: str) -> str:
    """The sign that divides most in the first line."""
    first = text.partition("\n")[0]
    return max("\t;,", key=first.count)


def _bare(word: str) -> str:
    return _NOT_LETTER.sub("", word.lower())


def _columns(head: Iterable[str]) -> Mapping[int, str]:
    """What each column is read as: one of COLUMNS, `latitude`, `longitude`, `judgment`, `reconciled` or `id:` and an authority.

    Others are left out.
    """
    found: dict[int, str] = {}
    for i, word in enumerate(head):
        bare = _bare(word)
        if bare in _JUDGMENT:
            found[i] = "judgment"
        elif bare in ("lat", "latitude", "lon", "lng", "long", "longitude"):
            found[i] = "latitude" if bare.startswith("lat") else "longitude"
        elif bare in _RECONCILED:
            found[i] = "reconciled"
        elif bare in _READ_AS:
            found[i] = _READ_AS[bare]
        elif kind := identifiers.authority_called(word):
            found[i] = f"id:{kind}"
    return found


def _cells(columns: Mapping[int, str], row: list[str]) -> dict[str, str]:
    """The cells of a row by what they are read as; of two columns that are read alike the first that is filled."""
    found: dict[str, str] = {}
    for i, column in columns.items():
        value = " ".join(row[i].split()) if i < len(row) else ""
        if value and column not in found:
            found[column] = value
    return found


def _split(cell: str) -> tuple[str, ...]:
    return tuple(v.strip() for v in cell.split("|") if v.strip())


def _entry(path: str, line: int, head: list[str], cells: Mapping[str, str], ids: set[str]) -> Entry:
    kind = _kind(cells.get("kind", ""), cells, head)
    given = cells.get("id", "")
    id = _id(given, cells["name"], ids)
    geo = cells.get("geo", "").replace(",", " ") or " ".join(filter(None, (cells.get("latitude"), cells.get("longitude"))))
    return Entry(
        id,
        kind,
        cells["name"],
        cells.get("forename", ""),
        cells.get("surname", ""),
        _split(cells.get("titles", "")),
        _split(cells.get("variants", "")),
        _date(cells.get("birth", "")),
        _date(cells.get("death", "")),
        tuple(map(office, _split(cells.get("offices", "")))),
        _numbers(cells, given),
        " ".join(geo.split()),
        cells.get("note", ""),
        cells.get("source", path),
        line,
    )


def _kind(said: str, cells: Mapping[str, str], head: Iterable[str]) -> str:
    """The kind that a cell says, else the one that the other columns are of; a person when nothing tells."""
    bare = _bare(said)
    kind = next((k for k in KINDS if bare.startswith(k)), "") or _KIND_WORDS.get(bare, "")
    if kind:
        return kind
    if any(c in cells for c in ("forename", "surname", "birth", "death", "offices")):
        return "person"
    if any(c in cells for c in ("geo", "latitude", "id:GeoNames")):
        return "place"
    return "term" if any(_bare(word) in ("term", "expansion", "gloss", "meaning", "abbreviation") for word in head) else "person"


def _id(given: str, name: str, ids: set[str]) -> str:
    """The id of a row, or one made of its name that no row above has."""
    id = given if given and not identifiers.read(given).kind else made_id(name)
    if id != given:
        n = 2
        base = id
        while id in ids:
            id, n = f"{base}-{n}", n + 1
    ids.add(id)
    return id


def made_id(name: str) -> str:
    """An id made of the words of a name: "Quill, Ada" is "quill-ada"."""
    made = "-".join(words(name)) or "entry"
    return made if made[0].isalpha() else f"n-{made}"


def _numbers(cells: Mapping[str, str], given: str) -> tuple[tuple[str, str], ...]:
    """The numbers of a row in other authority files, each once."""
    found = [identifiers.read(v, c[3:]) for c, cell in cells.items() if c.startswith("id:") for v in _split(cell)]
    if cells.get("judgment", "matched").lower() in ("matched", "auto", "automatic"):
        found += [i for v in _split(cells.get("reconciled", "")) if (i := identifiers.read(v)).kind]
    if (own := identifiers.read(given)).kind:
        found.append(own)
    return tuple(dict.fromkeys((i.kind, i.value) for i in found))


def _date(cell: str) -> str:
    """A date of a cell as TEI `@when` has it; OpenRefine and Wikidata add a time."""
    m = _DAY.match(cell)
    return m[1] if m else cell


def office(cell: str) -> Held:
    """An office as a cell states it."""
    m = _OFFICE.fullmatch(cell)
    title, state, start, end = (m["title"], m["state"] or "", m["start"] or "", m["end"] or "") if m else (cell, "", "", "")
    return Held(title, state, start.strip("."), end.strip("."))


def _held(h: Held) -> str:
    dates = f" {h.start or '..'}/{h.end or '..'}" if h.start or h.end else ""
    return f"{h.title}{f' [{h.state}]' if h.state else ''}{dates}"
