"""Parts are found in folders and in other packages."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tei_cable import registry

PACKAGE = """
class Greek:
    name = "greek"

part = Greek()
"""


@pytest.fixture
def other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on the path with an installed package that offers a reader."""
    info = tmp_path / "greek_cables-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: greek-cables\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[tei_cable.readers]\ngreek = greek_cables:part\n", encoding="utf-8")
    (tmp_path / "greek_cables.py").write_text(PACKAGE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    registry._announced.cache_clear()
    yield tmp_path
    registry._announced.cache_clear()
    sys.modules.pop("greek_cables", None)


def test_our_parts_are_found_by_their_folders() -> None:
    found = registry.parts("readers")
    assert list(found) == sorted(found)
    assert found["plain"].name == "plain"
    assert "archive-page" in found


def test_a_part_of_another_package(other: Path) -> None:
    assert registry._announced()
    found = registry._offered("readers")
    assert {name: part.name for name, part in found.items()} == {"greek": "greek"}
    assert not registry._offered("annotators")


def test_where_no_package_offers_parts_none_is_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    info = tmp_path / "other-1.0.dist-info"
    info.mkdir()
    (info / "entry_points.txt").write_text("[console_scripts]\nother = other:main\n", encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(tmp_path / "nothing")])
    registry._announced.cache_clear()
    assert not registry._announced()
    registry._announced.cache_clear()


def test_annotators_that_need_one_another() -> None:
    class Needy:
        def __init__(self, needs: str, gives: str):
            self.needs, self.gives = frozenset({needs}), frozenset({gives})

    assert [a.needs for a in registry.ordered({"a": Needy("x", "y"), "b": Needy("z", "x")})] == [{"z"}, {"x"}]
    with pytest.raises(ValueError, match="a, b"):
        list(registry.ordered({"a": Needy("x", "y"), "b": Needy("y", "x")}))
