"""The index of many telegrams: what is in it, and that it is brought up to date."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from conftest import ROOT
from tei_cable import api
from tei_cable.desk.index import Indexed
from tei_cable.files import BadRequest

GOLD = sorted((ROOT / "corpus").glob("*.gold.xml"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "tei"
    made.mkdir()
    for path in GOLD:
        shutil.copy(path, made)
    return made


def made(folder: Path, database: Path) -> list[Indexed]:
    return list(api.corpus_index([str(folder)], str(database)))


def asked(database: Path, question: str, *more: object) -> list[tuple[object, ...]]:
    with sqlite3.connect(database) as held:
        return held.execute(question, more).fetchall()


def test_what_is_in_it(folder: Path, tmp_path: Path) -> None:
    database = tmp_path / "index.sqlite"
    assert [i.telegrams for i in made(folder, database)] == [1] * len(GOLD)
    assert asked(database, "SELECT count(*), count(DISTINCT file) FROM telegrams") == [(len(GOLD), len(GOLD))]
    (path,) = asked(database, "SELECT path FROM file JOIN telegrams ON file.id = telegrams.file WHERE title > '' LIMIT 1")[0]
    assert Path(str(path)).exists()
    for kind, least in (("persName", 20), ("placeName", 20), ("date", 10)):
        (number,) = asked(database, "SELECT count(*) FROM mentions WHERE kind = ?", kind)[0]
        assert isinstance(number, int)
        assert number > least
    for table in ("notes", "persons", "places", '"references"'):
        assert asked(database, f"SELECT count(*) FROM {table}") != [(0,)]


def test_words_are_found_without_their_accents(folder: Path, tmp_path: Path) -> None:
    (folder / "one.xml").write_bytes(
        api.convert("Léopoldville, March 3, 1961\n\nMr. Sédar arrived.[1]\n\n[1] See the communiqué.\n".encode(), core_authority=False).tei
    )
    database = tmp_path / "index.sqlite"
    made(folder, database)
    found = "SELECT path FROM texts JOIN telegrams ON telegrams.id = texts.rowid JOIN file ON file.id = telegrams.file WHERE texts MATCH ?"
    for words in ("sedar arrived", "notes: communique", '"Leopoldville March"'):
        assert [Path(str(p)).name for (p,) in asked(database, found, words)] == ["one.xml"], words


def test_it_is_brought_up_to_date(folder: Path, tmp_path: Path) -> None:
    database, paris = tmp_path / "index.sqlite", folder / "archive-paris.gold.xml"
    made(folder, database)
    assert all(i.skipped for i in made(folder, database))
    paris.write_text(paris.read_text(encoding="utf-8").replace("</title>", " once more</title>", 1), encoding="utf-8")
    (folder / "broken.xml").write_text("<TEI>")
    next(p for p in folder.iterdir() if "warsaw" in p.name).unlink()
    found = {Path(i.file).name: i for i in made(folder, database)}
    assert [name for name, i in found.items() if not i.skipped] == ["archive-paris.gold.xml", "broken.xml"]
    assert "not well-formed" in str(found["broken.xml"].error)
    assert asked(database, "SELECT count(*) FROM telegrams") == [(len(GOLD) - 1,)]
    assert asked(database, "SELECT count(*) FROM texts") == [(len(GOLD) - 1,)]
    assert len(asked(database, "SELECT title FROM telegrams WHERE title LIKE '%once more'")) == 1
    again = tmp_path / "again.sqlite"
    made(folder, again)
    for table in ("mentions", "notes", '"references"', "persons", "places"):
        assert asked(database, f"SELECT count(*) FROM {table}") == asked(again, f"SELECT count(*) FROM {table}")


def test_other_files_are_left_alone(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "text.sqlite").write_text("no database, only a text that is long enough" * 99)
    with sqlite3.connect(tmp_path / "other.sqlite") as other:
        other.execute("CREATE TABLE telegrams (x)")
    other.close()
    for name in ("text.sqlite", "other.sqlite"):
        before = (tmp_path / name).read_bytes()
        with pytest.raises(BadRequest, match=name):
            made(folder, tmp_path / name)
        assert (tmp_path / name).read_bytes() == before
