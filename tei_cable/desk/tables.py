"""The review queue as a table that an editor fills: CSV, a spreadsheet (XLSX), JSON or JSON Lines."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import PurePath
from typing import Any

from tei_cable.desk.decisions import Decision, decision, line, read_lines, row
from tei_cable.files import BadRequest
from tei_cable.text.regex import regex

# What a spreadsheet may take for a formula, behind apostrophes too.
_FORMULA = regex(r"'*[=+@\t\r-]")
FORMS = (".csv", ".xlsx", ".json", ".jsonl")
# A spreadsheet's columns are so wide that words can be read, in characters.
_WIDE = {"before": 40, "words": 30, "after": 40, "alternatives": 40, "evidence": 40, "decision": 18}
_NEXT, _IS = " | ", " = "


class Missing(ValueError):
    """A library that a form needs is not installed. The message is a sentence that says how to install it."""


def written(path: str, rows: Iterable[Decision]) -> bytes:
    """A table in the form that the suffix of a file names. Raises BadRequest for another suffix, and Missing."""
    rows = list(rows)
    match form_of(path):
        case ".csv":
            return _csv(rows)
        case ".xlsx":
            return _xlsx(rows)
        case ".json":
            return (json.dumps([row(d) for d in rows], ensure_ascii=False, indent=1) + "\n").encode()
        case _:
            return "".join(map(line, rows)).encode()


def read(path: str, data: bytes) -> list[Decision]:
    """The rows of a table, decided or not. Raises BadRequest for a file that is none, and Missing."""
    match form_of(path):
        case ".csv":
            try:
                found = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
                told: list[Any] = [{k: _unguarded(v) if isinstance(v, str) else v for k, v in r.items()} for r in found]
            except UnicodeDecodeError as e:
                raise BadRequest(f"{path}: this table is not in UTF-8; save it as “CSV UTF-8”") from e
        case ".xlsx":
            told = _from_xlsx(path, data)
        case ".json":
            try:
                told = json.loads(data)
            except ValueError as e:
                raise BadRequest(f"{path}: this is not JSON ({e})") from e
        case _:
            return read_lines(path, data)
    if not isinstance(told, list) or not all(isinstance(r, dict) for r in told):
        raise BadRequest(f"{path}: this is no list of rows; give a table that `review export` wrote")
    return [decision(_alternatives(r), f"{path}, row {n}") for n, r in enumerate(told, 2 if form_of(path) != ".json" else 1)]


def form_of(path: str) -> str:
    """The suffix of a table's file. Raises BadRequest for one that is none."""
    if (suffix := PurePath(path).suffix.lower()) in FORMS:
        return suffix
    raise BadRequest(f"{path}: a table is a file that ends in {', '.join(FORMS[:-1])} or {FORMS[-1]}")


def _cells(d: Decision) -> dict[str, str]:
    """A row with its alternatives in one cell."""
    cells = row(d)
    return {**cells, "alternatives": _NEXT.join(f"{a.id}{_IS}{a.name}" for a in d.doubt.alternatives)}


def _alternatives(cells: dict[str, Any]) -> dict[str, Any]:
    told = cells.get("alternatives")
    if not isinstance(told, str):
        return cells
    pairs = (a.partition(_IS) for a in told.split(_NEXT) if a)
    return {**cells, "alternatives": [{"id": id, "name": name} for id, _, name in pairs]}


def _columns() -> Sequence[str]:
    from tei_cable.desk.doubts import Doubt

    return list(row(Decision(Doubt("", "", "", "", "", "", "", ""), "")))


def _guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: with an apostrophe in front where it looks like one."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell) else cell


def _csv(rows: Iterable[Decision]) -> bytes:
    out = io.StringIO(newline="")
    table = csv.DictWriter(out, _columns())
    table.writeheader()
    table.writerows({name: _guarded(cell) for name, cell in _cells(d).items()} for d in rows)
    # spreadsheets know by this mark that it is UTF-8
    return out.getvalue().encode("utf-8-sig")


def _openpyxl() -> Any:
    try:
        return import_module("openpyxl")
    except ImportError as e:
        raise Missing("a spreadsheet needs the library openpyxl; install it with: pip install 'tei-cable[xlsx]', or take .csv") from e


def _xlsx(rows: Iterable[Decision]) -> bytes:
    book = _openpyxl().Workbook()
    sheet = book.active
    sheet.title = "review"
    columns = _columns()
    sheet.append(columns)
    for n, d in enumerate(rows, 2):
        for k, cell in enumerate(_cells(d).values(), 1):
            # as text: neither a formula nor a date
            written_cell = sheet.cell(n, k, cell)
            written_cell.data_type, written_cell.number_format = "s", "@"
    for k, name in enumerate(columns, 1):
        sheet.column_dimensions[sheet.cell(1, k).column_letter].width = _WIDE.get(name, 12)
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _from_xlsx(path: str, data: bytes) -> list[dict[str, Any]]:
    from zipfile import BadZipFile

    try:
        book = _openpyxl().load_workbook(io.BytesIO(data), read_only=True)
    except (BadZipFile, KeyError, OSError) as e:
        raise BadRequest(f"{path}: this is no XLSX spreadsheet; save it as one, or as CSV") from e
    rows = list(book.active.iter_rows(values_only=True))
    names = [str(name) for name in rows[0]] if rows else []
    return [dict(zip(names, ["" if v is None else str(v) for v in values], strict=False)) for values in rows[1:] if any(values)]
