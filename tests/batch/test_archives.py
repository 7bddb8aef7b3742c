"""What folders, archives and tables hold is found, and what comes out of them is whole or not there."""

import json
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tei_cable.batch.items import LARGEST, TooLarge, items, planned
from tei_cable.batch.outputs import output
from tei_cable.files import BadRequest

HELD = {"b/d2.txt": b"two\n", "d1.txt": "\u00e9in\n".encode(), "d10.txt": b"ten\n"}


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in {**HELD, "notes.md": b"no telegram"}.items():
            archive.writestr(name, data)


def _tar(path: Path) -> None:
    folder = path.parent / "packed"
    with tarfile.open(path, "w:gz" if path.suffix == ".tgz" else "w") as archive:
        for name, data in HELD.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
            archive.add(folder / name, name)


def _lines(path: Path) -> None:
    path.write_text("\n".join(json.dumps({"id": name, "text": data.decode()}) for name, data in HELD.items()) + "\n\n", encoding="utf-8")


def _parquet(path: Path) -> None:
    pa, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    parquet.write_table(pa.table({"path": list(HELD), "text": [d.decode() for d in HELD.values()], "more": [1, 2, 3]}), path)


PACKERS: dict[str, Callable[[Path], None]] = {"a.zip": _zip, "a.tar": _tar, "a.tgz": _tar, "a.jsonl": _lines, "a.parquet": _parquet}


@pytest.mark.parametrize("name", PACKERS)
def test_every_archive_holds_the_same(name: str, tmp_path: Path) -> None:
    PACKERS[name](tmp_path / name)
    found = {item.place: item.read() for item in items([str(tmp_path / name)], "*.txt", "text")}
    assert found == HELD
    assert planned(lambda: items([str(tmp_path / name)], "*.txt", "text"), lambda p: p) == len(HELD)


def test_a_folder_is_sorted_and_links_to_folders_are_left(tmp_path: Path) -> None:
    for name, data in HELD.items():
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_bytes(data)
    (tmp_path / "in" / "round").symlink_to(tmp_path / "in")
    found = [item.place for item in items([str(tmp_path / "in")], "*.txt", "text")]
    assert found == sorted(HELD)
    assert [i.place for i in items([str(tmp_path / "in")], "b/d*.txt", "text")] == ["b/d2.txt"]


@pytest.mark.parametrize("name", ["o.zip", "o.tar", "o.jsonl", "o.parquet", "folder"])
def test_what_is_written_is_read_again(name: str, tmp_path: Path) -> None:
    for path in (tmp_path / name, tmp_path / "again" / name):
        written = output(str(path), "tei")
        for place, data in HELD.items():
            written.write(place.replace(".txt", ".xml"), data)
        assert name == "folder" or not path.exists()
        written.close(whole=True)
    found = {item.place.replace(".xml", ".txt"): item.read() for item in items([str(path)], "*.xml", "tei")}
    assert found == HELD
    if name != "folder":
        assert path.read_bytes() == (tmp_path / name).read_bytes()
        assert sorted(p.name for p in path.parent.iterdir()) == [name]


def test_an_archive_that_was_not_finished_is_not_there(tmp_path: Path) -> None:
    written = output(str(tmp_path / "o.zip"), "tei")
    written.write("a.xml", b"a")
    written.close(whole=False)
    assert not list(tmp_path.iterdir())
    with pytest.raises(BadRequest, match=r"\.zip"):
        output(str(tmp_path / "o.tgz"), "tei")
    assert not list(tmp_path.iterdir())


def test_members_that_lead_out_or_are_too_large_stop_no_others(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("../../x.txt", "/etc/x.txt", "C:\\x.txt"):
            archive.writestr(name, b"x")
        archive.writestr("large.txt", b" " * (LARGEST + 1))
        archive.writestr("good.txt", b"good")
    for item in items([str(tmp_path / "a.zip")], "*.txt", "text", LARGEST):
        if item.place == "good.txt":
            assert item.read() == b"good"
        elif item.place == "large.txt":
            with pytest.raises(TooLarge, match="5 MB"):
                item.read()
        else:
            with pytest.raises(BadRequest, match="leads out"):
                item.read()


def test_records_without_text_stop_no_others(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "one"}\nno json\n{"name": "x"}\n["list"]\n{"text": "two", "name": "b/two"}\n')
    found = list(items([str(tmp_path / "a.jsonl")], "*.txt", "text"))
    assert [found[0].read(), found[4].read()] == [b"one", b"two"]
    assert [i.place for i in found] == ["1.txt", "2.txt", "3.txt", "4.txt", "b/two.txt"]
    for item, line in zip(found[1:4], (2, 3, 4), strict=True):
        with pytest.raises(BadRequest, match=f"line {line}: "):
            item.read()


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tgz", "a.parquet"])
def test_what_is_no_archive_is_said(name: str, tmp_path: Path) -> None:
    if name == "a.parquet":
        pytest.importorskip("pyarrow")
    (tmp_path / name).write_bytes(b"this is no archive" * 100)
    with pytest.raises(BadRequest, match=name):
        list(items([str(tmp_path / name)], "*.txt", "text"))


def test_two_with_one_outcome_are_refused(tmp_path: Path) -> None:
    for name in ("a.txt", "a.text"):
        (tmp_path / name).write_bytes(b"a")
    with pytest.raises(BadRequest, match=r"a\.text and .*a\.txt would both be written to a\.xml"):
        planned(lambda: items([str(tmp_path)], "*", "text"), lambda p: f"{p[0]}.xml")
