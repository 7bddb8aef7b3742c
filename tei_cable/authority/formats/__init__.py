"""The forms in which lists come: TEI, tab- or comma-separated values, JSON. Each module reads one form; `tei` and `csv` are written too."""

import importlib
from pathlib import Path

from tei_cable.authority.entries import Entry, Pack
from tei_cable.authority.faults import BadList
from tei_cable.text.regex import regex

_SUFFIXES = {".csv": "csv", ".tsv": "csv", ".tab": "csv", ".json": "json", ".xml": "tei", ".tei": "tei"}
_STARTS = {b"<": "tei", b"{": "json", b"[": "json"}
# What xml:id may be, and what our own documents use for notes, for lists and for the program.
_XML_NAME = regex(r"[^\W\d][\w.\-]*$")
_OURS = regex(r"(?:fn\d+b?|list\d+|tei-cable)$")


def read(path: str) -> Pack:
    """The list of a file in any of the forms, known by the file's name, else by its first character.

    Raises BadList for a file that cannot be read or used, uses an id twice, or lists nothing.
    """
    pack = read_freely(path)
    seen: dict[str, int] = {}
    for e in pack.entries:
        _check_id(path, e, seen)
    return pack


def read_freely(path: str) -> Pack:
    """As `read`, but ids may be used twice or be unfit: a matter for `authority check`."""
    try:
        data = Path(path).read_bytes()
    except (OSError, ValueError) as e:
        reason = (e.strerror if isinstance(e, OSError) else None) or str(e)
        raise BadList(path, None, f"the file cannot be read ({reason.lower()})", "check the path") from None
    form = _SUFFIXES.get(Path(path).suffix.lower()) or _STARTS.get(data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1], "csv")
    pack: Pack = importlib.import_module(f"{__name__}.{form}").read(path, data)
    if not pack.entries:
        way_out = 'give a TEI file with a listPerson or a list of type "gloss" whose entries have an xml:id, or a table or JSON with names'
        raise BadList(path, None, "it lists no persons, places, organisations or terms", way_out)
    return pack


def write(pack: Pack, form: str) -> bytes:
    """A list as a file of a form, `tei` or `csv`."""
    made: bytes = importlib.import_module(f"{__name__}.{'tei_writer' if form == 'tei' else 'csv'}").write(pack)
    return made


def fit_id(id: str) -> bool:
    """Whether an id may be an xml:id and is none of those that tei-cable gives in its documents."""
    return bool(_XML_NAME.match(id)) and not _OURS.match(id)


def _check_id(path: str, e: Entry, seen: dict[str, int]) -> None:
    """Note an id and its line; raises BadList when no document could point at it."""
    id, line = e.id, e.line
    if id in seen:
        raise BadList(path, line, f'the id "{id}" is taken by the entry of line {seen[id]}', "give one of the two another id")
    if not _XML_NAME.match(id):
        raise BadList(path, line, f'"{id}" cannot be an xml:id', "begin it with a letter and use letters, digits, '.', '-' and '_' only")
    if _OURS.match(id):
        raise BadList(path, line, f'the id "{id}" is one that tei-cable gives in its documents', "give the entry another id")
    seen[id] = line


