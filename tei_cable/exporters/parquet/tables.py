"""The tables: the type of each column, and what makes the rows. What is not known is null; `docs/exports.md` says what each column holds."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tei_cable.model import Cable
from tei_cable.render.facts import value
from tei_cable.render.occurrences import Occurrence, reading
from tei_cable.render.record import record
from tei_cable.render.view import read
from tei_cable.tei.names import NAMES
from tei_cable.text.dates import DATING

Row = Mapping[str, Any]


def _documents(cable: Cable) -> Iterator[Row]:
    r = record(cable, 0)
    yield {
        "title": r.title,
        "number": r.number or None,
        "date": r.date or None,
        "senders": [p.name for p in r.senders],
        "recipients": [p.name for p in r.recipients],
        "copies": [*r.copies],
        "place": r.place or None,
        "classification": r.classification or None,
        "precedence": value(cable, "precedence") or None,
        "language": cable.lang,
        "publisher": r.publisher or None,
        "address": r.address or None,
        "archive": r.held or None,
        "summary": r.abstract or None,
        "rights": r.rights or None,
        "sha256": cable.source.sha256 or None,
        "text": reading(cable).text,
    }


def _notes(cable: Cable) -> Iterator[Row]:
    view, said = read(cable), reading(cable)
    blocks = {n.id: i for i, line in enumerate(view.lines, 1) for n in line.notes}
    for n, (start, end) in zip(view.notes(), said.lines[len(view.lines) :], strict=True):
        yield {
            "note": n.id,
            "n": n.note.n,
            "kind": n.note.kind or None,
            "anchor": said.anchors.get(n.id),
            "block": blocks.get(n.id),
            "cert": n.note.cert or None,
            "start": start,
            "end": end,
            "text": said.text[start:end],
        }


def _place(o: Occurrence) -> Row:
    return {"words": o.words, "start": o.start, "end": o.start + len(o.words), "block": o.block or None, "note": o.note or None}


def _mentions(cable: Cable) -> Iterator[Row]:
    for o in reading(cable).occurrences:
        m = o.mention
        if m.kind in NAMES or m.kind in ("roleName", "date"):
            when = "/".join(m.attrs[a] for a in DATING if a in m.attrs)
            yield {"kind": m.kind, "entity": m.ref or None, "when": when or None, "cert": m.cert or None, **_place(o)}


def _references(cable: Cable) -> Iterator[Row]:
    for o in reading(cable).occurrences:
        m = o.mention
        if m.kind == "ref":
            said = {key: m.attrs.get(key) for key in ("type", "n", "target")}
            yield {**said, "cert": m.cert or None, **_place(o)}


def _entities(cable: Cable) -> Iterator[Row]:
    for e in cable.entities:
        latitude, longitude = e.position or (None, None)
        said = {key: getattr(e, key) or None for key in ("forename", "surname", "birth", "death", "gloss")}
        numbers = [f"{kind}:{number}" for kind, number in e.idno]
        yield {"entity": e.id, "kind": e.kind, "name": e.name, **said, "latitude": latitude, "longitude": longitude, "numbers": numbers}


_OCCURRENCE = {"words": "text", "start": "int", "end": "int", "block": "int", "note": "text"}
# Each table: its columns with their types, behind the telegram's name, and what makes its rows.
TABLES: Mapping[str, tuple[Mapping[str, str], Callable[[Cable], Iterator[Row]]]] = {
    "documents": (
        {
            **dict.fromkeys(("title", "number", "date"), "text"),
            **dict.fromkeys(("senders", "recipients", "copies"), "texts"),
            **dict.fromkeys("place classification precedence language publisher address archive summary rights sha256 text".split(), "text"),
        },
        _documents,
    ),
    "notes": (
        {
            **dict.fromkeys(("note", "n", "kind"), "text"),
            "anchor": "int",
            "block": "int",
            "cert": "text",
            "start": "int",
            "end": "int",
            "text": "text",
        },
        _notes,
    ),
    "mentions": ({**dict.fromkeys(("kind", "entity", "when", "cert"), "text"), **_OCCURRENCE}, _mentions),
    "references": ({**dict.fromkeys(("type", "n", "target", "cert"), "text"), **_OCCURRENCE}, _references),
    "entities": (
        {
            **dict.fromkeys("entity kind name forename surname birth death gloss".split(), "text"),
            "latitude": "float",
            "longitude": "float",
            "numbers": "texts",
        },
        _entities,
    ),
}
