"""`review`: what it prints, and what it does to files."""

import csv
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


def test_export_fill_apply_and_convert_again(run: Run, tei: Path, telegram: Path) -> None:
    text = telegram.read_text(encoding="utf-8").rstrip() + "\n\nThe head of the Soviet government and the Soviet Foreign Minister will travel.\n"
    telegram.write_text(text, encoding="utf-8")
    run("convert", telegram, "-o", tei)
    result = run("review", "export", tei, "-o", "queue.csv")
    assert (result.exit_code, result.stderr) == (0, "queue.csv: 2 doubts of 1 file, 0 failed\n")
    table = tei.with_name("queue.csv").read_text(encoding="utf-8-sig").splitlines()
    rows = list(csv.DictReader(table))
    rows[0]["decision"], rows[1]["decision"] = "accept", "nobody-known"
    with tei.with_name("queue.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    assert run("review", "apply", "queue.csv", tei).exit_code == 2
    result = run("review", "apply", "queue.csv", tei, "--resp", "Ada Bell", "--date", "2026-01-02", "--into", "decisions.jsonl")
    assert result.exit_code == 1
    assert "was not done: “nobody-known” is the id of nobody in the file or the lists" in result.stderr
    assert "1 decision carried out, 1 not" in result.stderr
    assert run("verify", telegram, tei).exit_code == 0
    run("convert", telegram, "--decisions", "decisions.jsonl", "-o", "again.xml")
    assert tei.with_name("again.xml").read_bytes() == tei.read_bytes()
    assert run("review", "export", tei, "-o", "queue.txt").exit_code == 2


def test_the_desk_cannot_be_opened(run: Run, tei: Path) -> None:
    def refused(*args: object) -> str:
        result = run("review", "serve", *args)
        assert result.exit_code == 2
        return result.stderr

    assert "Missing option '--decisions'" in refused(tei)
    assert "an editor decides" in refused(tei, "--decisions", "d.jsonl", "--resp", "tei-cable")
    assert "no such file" in refused("nothing.xml", "--decisions", "d.jsonl", "--resp", "Ada Bell")
    assert "this is a folder" in refused(tei, "--decisions", ".", "--resp", "Ada Bell")
    assert "65535" in refused(tei, "--decisions", "d.jsonl", "--resp", "Ada Bell", "--port", "70000")
    Path("d.jsonl").write_text("{}\n", encoding="utf-8")
    assert "d.jsonl:1: this is no decision" in refused(tei, "--decisions", "d.jsonl", "--resp", "Ada Bell")
