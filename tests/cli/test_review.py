"""`review sources`: what it prints, and what it does to files."""

import json
from pathlib import Path

import pytest

from cli.conftest import Run
from tei_cable import __version__


@pytest.fixture
def tei(run: Run, telegram: Path) -> Path:
    run("convert", telegram, "-o", "telegram.xml")
    return telegram.with_name("telegram.xml")


def test_a_table_and_json(run: Run, tei: Path) -> None:
    result = run("review", "sources", tei)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].split() == ["who", "part", "list", "version", "tags", "doubtful"]
    assert ["tei-cable", "dates", "-", __version__, "2", "0"] in [line.split() for line in result.stdout.splitlines()]
    rows = json.loads(run("review", "sources", tei, "--by", "dates", "--format", "json").stdout)
    assert rows == [{"who": "tei-cable", "version": __version__, "part": "dates", "list": "", "tags": 2, "doubtful": 0}]


def test_strip_in_a_folder(run: Run, tei: Path, telegram: Path) -> None:
    (tei.parent / "broken.xml").write_text("<TEI", encoding="utf-8")
    result = run("review", "sources", ".", "--by", "dates", "--strip")
    assert result.exit_code == 1
    assert "broken.xml" in result.stderr
    assert "1 file, 1 failed: 2 tags stripped" in result.stderr
    assert b'<date when="1961-03-02"' not in tei.read_bytes()
    assert run("verify", telegram, tei).exit_code == 0
    assert run("validate", tei).exit_code == 0


def test_accept(run: Run, tei: Path, telegram: Path) -> None:
    result = run("review", "sources", tei, "--by", "dates", "--accept", "Ada Bell", "--date", "2026-01-02")
    assert "2 tags accepted by Ada Bell" in result.stderr
    said = tei.read_text(encoding="utf-8")
    assert '<respStmt xml:id="ada-bell"><resp>review</resp><name>Ada Bell</name></respStmt>' in said
    assert '<change when="2026-01-02" who="#ada-bell">Accepted: 2 tags of dates.</change>' in said
    assert said.count('resp="#ada-bell" cert="high"') + said.count('cert="high" resp="#ada-bell"') == 2
    assert run("verify", telegram, tei).exit_code == 0
    assert run("validate", tei).exit_code == 0


def test_what_cannot_be_asked_for(run: Run, tei: Path) -> None:
    before = tei.read_bytes()
    for args in (["--strip"], ["--accept", "A"], ["--by", "dates", "--strip", "--accept", "A"], ["--by", "nobody", "--strip"],
                 ["--by", "dates", "--accept", "A", "--date", "yesterday"]):  # fmt: skip
        result = run("review", "sources", tei, *args)
        assert result.exit_code == 2, args
        assert "rror: " in result.stderr
    assert tei.read_bytes() == before
    assert run("review", "sources", "none.xml").exit_code == 2
