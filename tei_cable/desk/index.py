"""An index of many telegrams: one SQLite file with their texts, facts, mentions and references."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import NamedTuple

from tei_cable import __version__
from tei_cable.desk.exports import NotTei, adopted
from tei_cable.files import BadRequest
from tei_cable.model import Cable
from tei_cable.render import view
from tei_cable.render.facts import title
from tei_cable.render.tables import TABLES, rows

# Files that are entered together: a run that is killed loses no more than these.
TOGETHER = 200
_PARTS = [name for name in TABLES if name != "telegrams"]


class Indexed(NamedTuple):
    """One file: how many telegrams of it are in the index, whether they were there already, or the error for which none is."""

    file: str
    telegrams: int = 0
    skipped: bool = False
    error: Exception | None = None


def index(files: Iterable[tuple[str, bytes | Exception]], database: str) -> Iterator[Indexed]:
    """Bring an index up to date with these files, by their names; others are taken out. Raises BadRequest for a file that is no index."""
    try:
        with closing(sqlite3.connect(database)) as held:
            _prepare(held, database)
            yield from _entered(held, files)
            held.execute("DELETE FROM file WHERE NOT seen")
            held.commit()
            held.execute("PRAGMA optimize")
    except sqlite3.DatabaseError as e:
        raise BadRequest(f"{database}: the index cannot be used ({e}); name another file, or remove this one") from e


def _entered(held: sqlite3.Connection, files: Iterable[tuple[str, bytes | Exception]]) -> Iterator[Indexed]:
    for n, (file, data) in enumerate(files, 1):
        if isinstance(data, Exception):
            yield Indexed(file, error=data)
            continue
        try:
            yield _file(held, file, data)
        except NotTei as e:
            yield Indexed(file, error=e)
        if n % TOGETHER == 0:
            held.commit()


def _file(held: sqlite3.Connection, file: str, data: bytes) -> Indexed:
    digest = hashlib.sha256(data).hexdigest()
    known = held.execute("SELECT id, sha256, telegrams FROM file WHERE path = ?", (file,)).fetchone()
    if known and known[1] == digest:
        held.execute("UPDATE file SET seen = 1 WHERE id = ?", known[:1])
        return Indexed(file, known[2], skipped=True)
    found = adopted(data, file)[1]
    if known:
        held.execute("DELETE FROM file WHERE id = ?", known[:1])
    entry = held.execute("INSERT INTO file (path, sha256, telegrams, seen) VALUES (?, ?, ?, 1)", (file, digest, len(found))).lastrowid
    for at, telegram in enumerate(found):
        _telegram(held, entry, telegram.cable, at)
    return Indexed(file, len(found))


def _telegram(held: sqlite3.Connection, file: int | None, cable: Cable, at: int) -> None:
    (row,) = rows("telegrams", cable, at)
    id = held.execute(f"INSERT INTO telegrams VALUES (NULL, ?, {_marks(row)})", (file, *row)).lastrowid
    seen = view.read(cable)
    notes = [(v.note.n, v.note.kind, view.words(v.inner)) for v in seen.notes()]
    text = "\n\n".join(view.words(line.inner) for line in seen.lines)
    held.execute("INSERT INTO texts (rowid, title, text, notes) VALUES (?, ?, ?, ?)", (id, title(cable), text, "\n\n".join(n[2] for n in notes)))
    held.executemany("INSERT INTO notes VALUES (?, ?, ?, ?)", ((id, *note) for note in notes))
    for name in _PARTS:
        held.executemany(f"INSERT INTO {_quoted(name)} VALUES ({_marks(TABLES[name].columns)})", ((id, *row[1:]) for row in rows(name, cable, at)))


def _prepare(held: sqlite3.Connection, database: str) -> None:
    """Make the tables, unless they are there."""
    held.execute("PRAGMA foreign_keys = ON")
    made = held.execute("SELECT name FROM sqlite_master LIMIT 1").fetchone()
    if made:
        if held.execute("PRAGMA application_id").fetchone()[0] != _ID:
            raise BadRequest(f"{database}: this is a database of another program; name another file")
        version = held.execute("SELECT version FROM made_by").fetchone()[0]
        if version != __version__:
            raise BadRequest(f"{database}: this index was made by tei-cable {version}; remove it, and make it anew")
        held.execute("UPDATE file SET seen = 0")
        return
    # at once: a run that is stopped leaves either no tables or whole ones
    held.executescript(f"BEGIN; {_schema()} INSERT INTO made_by VALUES ('{__version__}'); COMMIT;")


# "teic" in the header of the file, by which an index is known
_ID = 0x74656963


def _schema() -> str:
    one = ", ".join(map(_quoted, TABLES["telegrams"].columns))
    owner = "telegram INTEGER REFERENCES telegrams ON DELETE CASCADE"
    parts = "\n".join(
        f'CREATE TABLE "{name}" ({owner}, {", ".join(map(_quoted, TABLES[name].columns[1:]))}); CREATE INDEX {name}_of ON "{name}" (telegram);'
        for name in _PARTS
    )
    return f"""
PRAGMA application_id = {_ID};
CREATE TABLE made_by (version);
CREATE TABLE file (id INTEGER PRIMARY KEY, path UNIQUE, sha256, telegrams INTEGER, seen INTEGER);
CREATE TABLE telegrams (id INTEGER PRIMARY KEY, file INTEGER REFERENCES file ON DELETE CASCADE, {one});
CREATE INDEX telegrams_of ON telegrams (file);
CREATE VIRTUAL TABLE texts USING fts5 (title, text, notes, tokenize = "unicode61 remove_diacritics 2");
CREATE TRIGGER gone AFTER DELETE ON telegrams BEGIN DELETE FROM texts WHERE rowid = old.id; END;
CREATE TABLE notes ({owner}, n, type, text);
CREATE INDEX notes_of ON notes (telegram);
{parts}
CREATE INDEX mentions_by ON mentions (ref);
CREATE INDEX references_by ON "references" (n);
"""


def _quoted(name: str) -> str:
    """A name that may be a word of SQL."""
    return f'"{name}"'


def _marks(row: Iterable[object]) -> str:
    return ", ".join("?" for _ in row)
