"""`validate --fix`: what is written, what is said, what is left alone."""

import json
import zipfile
from pathlib import Path

import pytest

import tei_cable
from cli.conftest import Run
from conftest import ROOT
from tei_cable.model import Fix, Span
from tei_cable.rules.notes.without_number import WithoutNumber
from tei_cable.validation.fixing import WouldChangeText

GOLD = (ROOT / "corpus" / "archive-paris.gold.xml").read_bytes()
# a spelling that the schema does not know, a pointer without its sign, and a name that points to nobody, which no program can mend
BAD = GOLD.replace(b'<p n="2">', b"<p\tN='2'>").replace(b'ref="#gromyko"', b'ref="gromyko"', 1).replace(b'ref="#moscow"', b'ref="#moscou"', 1)


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad é.xml"
    path.write_bytes(BAD)
    path.chmod(0o640)
    return path


def test_fixes_are_written_and_told(run: Run, bad: Path) -> None:
    result = run("validate", bad, "--fix")
    assert result.exit_code == 1
    assert bad.read_bytes() == GOLD.replace(b'<p n="2">', b"<p\tn='2'>").replace(b'ref="#moscow"', b'ref="#moscou"', 1)
    assert bad.stat().st_mode & 0o777 == 0o640
    assert [p.name for p in bad.parent.iterdir()] == [bad.name]
    for words in ("fixed[S001]", "N became n.", "fixed[R009]", 'ref="gromyko" became ref="#gromyko".', "error[R001]", "; 2 fixed"):
        assert result.output.count(words) == 1, words


def test_a_second_time_changes_nothing(run: Run, bad: Path) -> None:
    run("validate", bad, "--fix")
    written = bad.stat()
    result = run("validate", bad, "--fix")
    assert "fixed" not in result.output
    assert (bad.stat().st_ino, bad.stat().st_mtime_ns) == (written.st_ino, written.st_mtime_ns)


def test_only_what_is_selected_and_not_ignored_is_fixed(run: Run, bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(bad.parent)
    (bad.parent / ".tei-cable.toml").write_text('[per-file-ignores]\n"bad*" = ["R009"]\n', encoding="utf-8")
    run("validate", bad, "--fix", "--ignore", "S")
    assert bad.read_bytes() == BAD
    run("validate", bad, "--fix", "--select", "S")
    assert b"<p\tn='2'>" in bad.read_bytes()
    assert b'ref="gromyko"' in bad.read_bytes()


def test_json_tells_what_was_fixed(run: Run, bad: Path) -> None:
    told = json.loads(run("validate", bad.parent, "--fix", "--format", "json").stdout)
    assert sorted(f["code"] for file in told["fixed"] for f in file["findings"]) == ["R009", "S001"]
    assert [f["code"] for f in told["files"][0]["findings"] if f["severity"] == "error"] == ["R001"]


def test_what_cannot_be_written_is_said(run: Run, bad: Path) -> None:
    assert "standard input" in run("validate", "-", "--fix", input=GOLD).output
    (bad.parent / "no.xml").write_bytes(b"<TEI>")
    result = run("validate", bad.parent, bad.parent / "missing.xml", "--fix")
    assert result.exit_code == 1
    assert "missing.xml: there is no such file" in result.output
    assert (bad.parent / "no.xml").read_bytes() == b"<TEI>"


def test_a_fix_that_would_change_words_is_refused(run: Run, bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad.write_bytes(before := GOLD.replace(b' n="1" place="foot"', b' place="foot"', 1))
    at = before.index(b"Moscow")
    monkeypatch.setattr("tei_cable.rules.notes.without_number.fix", lambda _edit, safe: Fix(((Span(at, at + 6), "Minsk"),), safe))
    assert WithoutNumber.kind.code == "N015"
    result = run("validate", bad, "--fix")
    assert result.exit_code == 2
    assert "the fixes of N015 would change more than tags" in result.output
    assert bad.read_bytes() == before
    with pytest.raises(WouldChangeText, match="N015"):
        tei_cable.fix(before)


def test_the_library_writes_nothing(bad: Path) -> None:
    after = tei_cable.fix(bad, select=("S",))
    assert bad.read_bytes() == BAD
    assert [d.code for d in after.fixed] == ["S001"]
    assert b"<p\tn='2'>" in after.data


def test_what_an_archive_holds_is_not_fixed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("bad.xml", BAD)
    before = path.read_bytes()
    result = run("validate", path, "--fix")
    assert "all.zip:bad.xml: this is no file by itself" in " ".join(result.output.split())
    assert result.exit_code == 2
    assert path.read_bytes() == before
