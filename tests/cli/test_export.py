"""`export` and `formats`."""

import json
import os
import pty
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import tei_cable
from cli.conftest import Run
from conftest import ROOT
from tei_cable.registry import parts

PARIS = ROOT / "corpus" / "archive-paris.gold.xml"
WARSAW = ROOT / "corpus" / "archive-warsaw.gold.xml"


def test_one_to_standard_output_and_to_a_file(run: Run, tmp_path: Path) -> None:
    printed = run("export", PARIS, "--to", "json")
    assert printed.exit_code == 0
    assert json.loads(printed.stdout)["format"] == "tei-cable/1"
    assert "nothing lost" in printed.stderr
    assert run("export", PARIS, "--to", "html", "-o", "paris.html").exit_code == 0
    assert (tmp_path / "paris.html").read_bytes().startswith(b"<!DOCTYPE html>")


def test_a_file_that_is_not_text_is_not_written_to_a_terminal() -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "tei_cable", "export", str(PARIS), "--to", "epub"]
    ended = subprocess.run(command, cwd=ROOT, stdout=theirs, stderr=subprocess.PIPE, text=True, check=False)
    os.close(theirs)
    os.close(ours)
    assert ended.returncode == 2
    assert "epub is not text for a terminal; name a file for it with -o FILE" in ended.stderr


def test_many_in_one_file_and_in_a_folder(run: Run, tmp_path: Path) -> None:
    result = run("export", PARIS, WARSAW, "--to", "csl", "-o", "all.json")
    assert result.exit_code == 0
    assert "lost: text (" in result.stderr
    assert len(json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))) == 2
    assert run("export", ROOT / "corpus", "--glob", "archive-*.gold.xml", "--to", "markdown", "-O", "out").exit_code == 0
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["archive-paris.md", "archive-warsaw.md", "archive-washington.md"]


def test_tables_need_a_folder(run: Run, tmp_path: Path) -> None:
    result = run("export", PARIS, "--to", "csv")
    assert result.exit_code == 2
    assert "-O DIR" in result.stderr
    assert run("export", PARIS, WARSAW, "--to", "csv", "-O", "tables").exit_code == 0
    assert len(list((tmp_path / "tables").glob("*.csv"))) == 5


def test_a_volume_becomes_a_folder(run: Run, tmp_path: Path) -> None:
    documents = "".join(f'<div type="document" xml:id="d{i}" n="{i}"><head>{i}. Telegram</head><p>Words.</p></div>' for i in (1, 2))
    volume = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div type="chapter">{documents}</div></body></text></TEI>'
    (tmp_path / "volume.xml").write_text(volume, encoding="utf-8")
    assert run("export", "volume.xml", "--to", "html", "-O", "out").exit_code == 0
    assert sorted(str(p.relative_to(tmp_path)) for p in (tmp_path / "out").rglob("*.html")) == ["out/volume/d1.html", "out/volume/d2.html"]
    assert len(json.loads(run("export", "volume.xml", "--to", "csl").stdout)) == 2


def test_profiles(run: Run) -> None:
    result = run("export", PARIS, "--profile", "voyant")
    assert result.exit_code == 0
    assert "notes (3)" in result.stderr


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--to", "word"), "there is no format 'word'; there are bibtex, "),
        (("--profile", "word"), "there is no profile 'word'; there are cable, "),
        ((), "name a format with --to"),
        (("--to", "html", "--profile", "evt2"), "name a format with --to"),
        (("--to", "html", "-o", "a", "-O", "b"), "give one of them"),
        ((WARSAW, "--to", "html"), "holds one telegram, and here are 2"),
        (("--to", "parallel"), "sets two telegrams side by side, the original and then its translation, and here are 1"),
        ((WARSAW, "--to", "parallel", "-O", "x"), "name the file with -o FILE"),
    ],
)
def test_what_cannot_be_asked_for(run: Run, args: tuple[object, ...], said: str) -> None:
    result = run("export", PARIS, *args)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not result.stdout


def test_files_that_are_no_tei(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<a", encoding="utf-8")
    (tmp_path / "b.xml").write_text("<b/>", encoding="utf-8")
    for name, said in (("a.xml", "not well-formed"), ("b.xml", "holds no TEI text"), ("c.xml", "no such file")):
        result = run("export", name, "--to", "html")
        assert result.exit_code == 2
        assert result.stderr.startswith(f"error: {name}: ")
        assert said in result.stderr
    (tmp_path / "good.xml").write_bytes(PARIS.read_bytes())
    result = run("export", ".", "--to", "text", "-O", "out")
    assert result.exit_code == 1
    assert "1 file written into out, 2 failed" in result.stderr


def test_elements_added_by_hand_are_told_as_lost(run: Run, tmp_path: Path) -> None:
    tei = PARIS.read_text(encoding="utf-8").replace("</teiHeader>", "<xenoData>x</xenoData></teiHeader>")
    (tmp_path / "a.xml").write_text(tei, encoding="utf-8")
    assert "elements xenoData (1)" in run("export", "a.xml", "--to", "json", "-o", "a.json").stderr


def test_formats_lists_every_format_and_profile(run: Run) -> None:
    printed = run("formats").stdout
    assert all(f"  {name} " in printed for family in ("exporters", "profiles") for name in parts(family))


def test_the_manual_has_the_table_of_the_registry(run: Run) -> None:
    assert run("formats", "--format", "markdown").stdout.strip() in (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")


def test_the_library_does_what_the_command_does() -> None:
    assert tei_cable.export(PARIS, "html").data == tei_cable.export(PARIS.read_bytes(), "html").data
    assert {f.name for f in tei_cable.formats()} == set(parts("exporters"))
    assert tei_cable.export([str(PARIS), str(WARSAW)], "ris").losses


def test_many_files_in_and_out_of_archives(run: Run, telegram: Path) -> None:
    Path("in/vol").mkdir(parents=True)
    for name in ("a", "vol/b"):
        Path(f"in/{name}.txt").write_bytes(telegram.read_bytes())
    Path("in/bad.txt").write_bytes(b"")
    assert run("convert", "in", "-o", "tei.zip").exit_code == 1
    assert run("export", "tei.zip", "--to", "markdown", "-O", "md").exit_code == 0
    assert sorted(str(p) for p in Path("md").rglob("*.*")) == ["md/a.md", "md/vol/b.md"]
    assert run("export", "tei.zip", "--to", "html", "-o", "pages.zip", "--jobs", "2").exit_code == 0
    with zipfile.ZipFile("pages.zip") as pages:
        assert pages.namelist() == ["a.html", "vol/b.html"]
    assert run("export", "tei.zip", "--to", "csv", "-O", "tables").exit_code == 0
    assert len(Path("tables/telegrams.csv").read_text(encoding="utf-8").splitlines()) == 3
