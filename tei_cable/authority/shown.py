"""An entry of a list or of the core with all that is known of it and from where, in lines for a person to read."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tei_cable.authority import core, formats, tenures
from tei_cable.authority.combine import name_key
from tei_cable.authority.entries import Entry, Held, Pack, spoken_order
from tei_cable.authority.formats.tei_writer import checksum
from tei_cable.authority.given import words
from tei_cable.authority.office_names import Office
from tei_cable.authority.offices import called
from tei_cable.authority.tables import lines, table

CORE = "core"
_TABLES = ("persons", "places", "place-names", "orgs", "offices", "tenures", "terms", "foreign")
_CALLED = {"idno": "numbers", "lat": "latitude", "lon": "longitude", "from": "named from", "to": "named to", "count": "volumes"}


def show(where: str, name: str = "") -> Sequence[str]:
    """The entries of a file, or of the `core`, with that id or name; without a name what the whole is. Nothing for a name that is not there.

    Raises BadList for a file that cannot be read.
    """
    if where == CORE:
        return list(_core_entries(name) if name else _core())
    pack = formats.read_freely(where)
    return list(_entries(pack, name) if name else _pack(where, pack))


def _pack(path: str, pack: Pack) -> Iterator[str]:
    kinds = Counter(e.kind for e in pack.entries)
    yield pack.title or path
    yield from _rows({"entries": ", ".join(f"{n} {kind}" for kind, n in kinds.items()), "licence": pack.licence or "not told", "date": pack.date})
    yield from _rows(dict.fromkeys(("source",), "\n".join(pack.sources) or "not told"))
    now = checksum(pack.entries)
    told = "" if not pack.checksum else " as the header says" if pack.checksum == now else ", but the header says another: the list was changed"
    yield from _rows({"SHA-256": f"{now}{told}"})


def _rows(facts: Mapping[str, str]) -> Iterator[str]:
    """Facts as lines, a fact of several lines below each other."""
    for called_, value in facts.items():
        for line in value.split("\n") if value else ():
            yield f"  {called_:11} {line}"


def _entries(pack: Pack, name: str) -> Iterator[str]:
    wanted = words(spoken_order(name))
    for e in pack.entries:
        if name == e.id or wanted in (name_key(e), *(words(spoken_order(v)) for v in e.variants)):
            yield e.name
            yield from _entry(e)


def _entry(e: Entry) -> Iterator[str]:
    held = "\n".join(map(_held, e.offices))
    facts = {"id": e.id, "kind": e.kind, "forename": e.forename, "surname": e.surname, "titles": ", ".join(e.titles)}
    facts |= {"variants": "\n".join(e.variants), "birth": e.birth, "death": e.death, "offices": held}
    facts |= {"numbers": "\n".join(f"{kind} {value}" for kind, value in e.idno), "geo": e.geo, "note": e.note}
    yield from _rows(facts | {"source": f"{e.source}, line {e.line}" if e.line else e.source})


def _held(h: Held) -> str:
    dates = f", {h.start or '?'} to {h.end or '?'}" if h.start or h.end else ""
    return f"{h.title}{f' ({h.state})' if h.state else ''}{dates}"


def _core() -> Iterator[str]:
    yield "The core authority of tei-cable"
    for row in table("sources").rows:
        name, taken, licence, read, *_ = row
        yield from _rows({"source": f"{name} (read {read}): {taken}. {licence}"})
    for name in _TABLES:
        digest = hashlib.sha256("".join(f"{line}\n" for line in lines(name)).encode("utf-8")).hexdigest()
        yield from _rows({f"{name}.tsv": f"{len(table(name).rows)} rows, SHA-256 {digest}"})


def _core_entries(name: str) -> Iterator[str]:
    """The rows of all tables that have this id or name, each with the tenures of a person."""
    key = core.key(spoken_order(name))
    for kind, of_kind in core.TABLES.items():
        t = table(of_kind)
        for row in t.rows:
            facts = {column: row[i] for column, i in t.columns.items() if row[i]}
            main = facts.get("name") or facts.get("term", "")
            if name == facts["id"] or key in map(core.key, (main, *facts.get("variants", "").split("|"))):
                yield main
                yield from _rows({"kind": kind} | _readable(facts) | {"offices": "\n".join(offices_of(facts["id"]))})
    for former, place, since, until, source in table("place-names").cells("name", "place", "from", "to", "source"):
        if key == core.key(former):
            yield former
            now = {"kind": "place, by its name at a time", "id": place, "name now": core.facts("place", place)["name"]}
            yield from _rows(now | {"from": since, "to": until, "source": source})
    for id in dict.fromkeys(row[0] for row in table("tenures").cells("person", "name") if name == row[0] or key == core.key(spoken_order(row[1]))):
        if p := tenures.person(id):
            yield p.name
            numbers = "\n".join(f"{kind} {value}" for kind, value in p.idno)
            held = "\n".join(offices_of(id))
            yield from _rows({"kind": "person", "id": id, "birth": p.birth, "death": p.death, "numbers": numbers, "offices": held})


def _readable(facts: Mapping[str, str]) -> dict[str, str]:
    """The cells of a row, with the columns in words, the values of a cell below each other."""
    return {_CALLED.get(c, c): v.replace("|", "\n").replace("hsg:", "hsg ") for c, v in facts.items() if c != "name"}


def offices_of(person: str) -> Sequence[str]:
    """The tenures of a person of the core, by time, each with its dates and source."""
    found: list[tuple[str, str]] = []
    for title, state, post, *row in _held_by().get(person, ()):
        t = tenures.tenure(*row)
        words = called(Office(title, state, post))
        found.append((t.start or t.appointed or t.first, f"{words}, {tenures.dates(t, bool(post))} ({t.source})"))
    return [words for _, words in sorted(found)]


@cache
def _held_by() -> Mapping[str, Sequence[Sequence[str]]]:
    """The tenures of each person of the core, as rows of COLUMNS."""
    found: dict[str, list[Sequence[str]]] = {}
    for name in ("offices", "tenures"):
        for row in table(name).cells(*tenures.COLUMNS):
            found.setdefault(row[3], []).append(row)
    return found
