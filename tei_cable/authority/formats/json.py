"""Lists as JSON: an object with `entries`, and `title`, `sources`, `licence`, `date` of the whole; or an array of entries alone.

An entry is an object with `name`, and as far as known `id`, `kind` ("person", "place", "org", "term"; "person" when unsaid), `forename`, `surname`,
`titles`, `variants` (arrays), `birth`, `death` (ISO 8601), `offices` (objects with `title`, `state`, `from`, `to`), `identifiers` (an object of
authority and number), `geo` ("latitude longitude" or an array of the two), `note`.
"""

import json
from collections.abc import Mapping
from typing import Any

from tei_cable.authority import identifiers
from tei_cable.authority.entries import KINDS, Entry, Held, Pack
from tei_cable.authority.faults import BadList
from tei_cable.authority.formats.csv import made_id

_WORDS = ("id", "name", "forename", "surname", "birth", "death", "note")


def read(path: str, data: bytes) -> Pack:
    """The entries of a JSON file. Raises BadList, with the entry's number, for what is not of this form."""
    try:
        whole = json.loads(data)
    except UnicodeDecodeError:
        raise BadList(path, None, "this is not written in UTF-8", "save it again, with the encoding UTF-8") from None
    except ValueError as e:
        line = getattr(e, "lineno", None)
        raise BadList(path, line, f"this is not JSON ({getattr(e, 'msg', e)})", "correct it, or export it again") from None
    except RecursionError:
        raise BadList(path, None, "this is nested too deeply to be a list", "give an object with an array `entries`") from None
    rows = whole.get("entries") if isinstance(whole, dict) else whole
    if not isinstance(rows, list):
        raise BadList(path, None, "it holds no array of entries", 'give an object with an array "entries", or the array alone')
    entries = [_entry(path, n, row) for n, row in enumerate(rows, 1)]
    if not isinstance(whole, dict):
        return Pack(entries)
    said = {key: value for key, value in whole.items() if isinstance(value, str)}
    sources = whole.get("sources") or said.get("source") or ()
    return Pack(entries, said.get("title", ""), _several(sources), said.get("licence", ""), said.get("date", ""))


def _entry(path: str, n: int, row: Any) -> Entry:
    if not isinstance(row, dict) or not isinstance(row.get("name"), str) or not row["name"].strip():
        raise BadList(path, None, f"entry {n} has no name", 'give every entry a "name"')
    said = {key: " ".join(str(row[key]).split()) for key in _WORDS if isinstance(row.get(key), str | int)}
    kind = str(row.get("kind") or row.get("type") or "person")
    if kind not in KINDS:
        raise BadList(path, None, f'entry {n} is of the kind "{kind[:40]}"', f"use one of {', '.join(KINDS)}")
    geo = row.get("geo") or ""
    return Entry(
        said.get("id") or made_id(said["name"]),
        kind,
        said["name"],
        said.get("forename", ""),
        said.get("surname", ""),
        _several(row.get("titles") or ()),
        _several(row.get("variants") or ()),
        said.get("birth", ""),
        said.get("death", ""),
        _offices(path, n, row.get("offices") or ()),
        _numbers(row.get("identifiers") or {}),
        " ".join(map(str, geo)) if isinstance(geo, list) else str(geo),
        said.get("note", ""),
        path,
    )


def _several(values: Any) -> tuple[str, ...]:
    return tuple(" ".join(str(v).split()) for v in ([values] if isinstance(values, str) else values)) if isinstance(values, str | list) else ()


def _offices(path: str, n: int, rows: Any) -> tuple[Held, ...]:
    if not isinstance(rows, list | tuple) or not all(isinstance(r, dict) and isinstance(r.get("title"), str) for r in rows):
        raise BadList(path, None, f"an office of entry {n} has no title", 'give every office a "title"')
    return tuple(Held(r["title"], *(str(r.get(key) or "") for key in ("state", "from", "to"))) for r in rows)


def _numbers(given: Any) -> tuple[tuple[str, str], ...]:
    found: Mapping[str, Any] = given if isinstance(given, dict) else {}
    each = ((kind, v) for kind, values in found.items() for v in (values if isinstance(values, list) else [values]))
    read = (identifiers.read(str(v), kind) for kind, v in each)
    return tuple(dict.fromkeys((i.kind, i.value) for i in read))
