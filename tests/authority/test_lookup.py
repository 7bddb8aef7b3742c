"""Entries by what is typed."""

from functools import cache
from pathlib import Path

import pytest

from tei_cable.authority.lists import load_unsearched
from tei_cable.authority.lookup import MANY, Lookup


@cache
def core() -> Lookup:
    return Lookup(load_unsearched())


@pytest.mark.parametrize(
    ("words", "kind", "id"),
    [
        ("kenn", "person", "kennedy"),
        ("george kenn", "person", "kennan"),
        ("KENNAN, GEORGE", "person", "kennan"),
        ("couve mur", "person", "couve-de-murville"),
        ("couve-de-murville", "person", "couve-de-murville"),
        ("a coru", "place", "a-coruna"),
        ("A Coru\u00f1a", "place", "a-coruna"),
        ("nato", "org", "nato"),
    ],
)
def test_the_nearest_comes_first(words: str, kind: str, id: str) -> None:
    assert core().find(words, kind)[0].id == id


def test_offices_and_dates_are_told() -> None:
    found = core().find("kennan", "person")[0]
    assert found.dates == "1904–2005"
    assert "Ambassador (United States in " in found.note


@pytest.mark.parametrize(("words", "kind"), [("", "person"), ("  .,-", "person"), ("kenn", "place"), ("zzzz", "person"), ("kenn", "nothing")])
def test_nothing_fits(words: str, kind: str) -> None:
    assert core().find(words, kind) == []


def test_so_many_are_enough() -> None:
    assert len(core().find("s", "person")) == MANY


def test_the_editor_s_lists_come_first_and_stand_for_the_core_s(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('id,kind,name\nours,person,"Kennan, George F."\nkennedy-airport,place,Kennedy Airport\n', encoding="utf-8")
    found = Lookup(load_unsearched([str(path)])).find("kenn", "person")
    assert found[0].id == "ours"
    assert "kennan" not in [m.id for m in found]
    assert [m.id for m in Lookup(load_unsearched([str(path)], core=False)).find("airp", "place")] == ["kennedy-airport"]
