"""Tables of doubts, decisions written into files, and conversion that keeps them."""

import csv
import io
import sys
import zipfile
from pathlib import Path

import pytest

import tei_cable
from tei_cable.desk.decisions import ACCEPT, Decision
from tei_cable.desk.doubts import Doubt, doubts
from tei_cable.desk.tables import Missing, read, written
from tei_cable.files import BadRequest
from tei_cable.tei.verify import verify
from tei_cable.text.load import load

TEXT = """Telegram number 12

Paris, 3 November 1962

1. I saw M. Gromyko today, and the Soviet Foreign Minister was calm about all this = "well".

2. The head of the Soviet government will travel.
"""
BY, DAY = "Ada Bell", "2026-01-02"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        (tmp_path / "txt").mkdir(exist_ok=True)
        (tmp_path / "txt" / f"{name}.txt").write_text(TEXT.replace("12", "12" if name == "a" else "13", 1), encoding="utf-8")
    assert all(r.made for r in tei_cable.convert_all(["txt"], "tei"))
    return tmp_path


def queue(folder: Path) -> list[Doubt]:
    found = list(tei_cable.review_export([str(folder / "tei")]))
    assert not [q.error for q in found if q.error]
    return [d for q in found for d in q.doubts]


@pytest.mark.parametrize("form", ["csv", "xlsx", "json", "jsonl"])
def test_a_table_gives_back_what_it_was_given(folder: Path, form: str) -> None:
    rows = [Decision(d, "some words", BY, DAY) for d in queue(folder)]
    assert len(rows) == 4
    assert all(d.doubt.evidence and d.doubt.alternatives for d in rows)
    back = read(f"q.{form}", written(f"q.{form}", rows))
    plain = [d._replace(doubt=d.doubt._replace(alternatives=tuple(a._replace(note="") for a in d.doubt.alternatives))) for d in rows]
    assert [d._replace(doubt=d.doubt._replace(alternatives=tuple(a._replace(note="") for a in d.doubt.alternatives))) for d in back] == plain


@pytest.mark.parametrize("words", ["=1+1", "@SUM(A1)", "-2", "+Evil", "'=1", "''-", "'tis", "\tx", "Kern = Berg"])
def test_no_cell_of_a_csv_is_a_formula(folder: Path, words: str) -> None:
    rows = [Decision(queue(folder)[0]._replace(before=words, words=words), words, BY, DAY)]
    made = written("q.csv", rows)
    assert not any(cell[:1] in tuple("=+-@\t") for line in csv.reader(io.StringIO(made.decode("utf-8-sig"), newline="")) for cell in line if cell)
    (back,) = read("q.csv", made)
    assert (back.doubt.before, back.doubt.words) == (words, words)


def test_what_is_no_table() -> None:
    for name, data, why in (
        ("q.txt", b"", "ends in .csv"), ("q.csv", b"a,b\n1,2\n", "row 2: this is no decision"), ("q.csv", b"\xff\xfe", "not in UTF-8"),
        ("q.json", b"{}", "no list of rows"), ("q.json", b"{", "not JSON"), ("q.xlsx", b"x", "no XLSX"), ("q.jsonl", b"[]\n", "no decision"),
    ):  # fmt: skip
        with pytest.raises(BadRequest, match=why):
            read(name, data)


def test_a_spreadsheet_needs_its_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(Missing, match=r"tei-cable\[xlsx\]"):
        written("q.xlsx", [])


def test_decisions_reach_the_file_whose_telegram_they_are_on(folder: Path) -> None:
    first = [d for d in queue(folder) if d.telegram.startswith("12,")]
    (folder / "d.csv").write_bytes(written("d.csv", [Decision(d, ACCEPT) for d in first]))
    with pytest.raises(BadRequest, match="--resp"):
        tei_cable.review_apply("d.csv", ["tei"])
    done = {Path(r.path).name: r for r in tei_cable.review_apply("d.csv", ["tei"], resp=BY, date=DAY, into="decisions.jsonl")}
    assert (len(done["a.xml"].kept), len(done["b.xml"].kept)) == (2, 0)
    assert {d.telegram.partition(",")[0] for d in queue(folder)} == {"13"}
    left = [d for q in tei_cable.review_export(["tei"], decisions=["decisions.jsonl"]) for d in q.doubts]
    assert [d.id for d in left] == [d.id for d in queue(folder)]


def test_converting_again_keeps_what_was_decided(folder: Path) -> None:
    rows = [Decision(d, "none" if d.words.startswith("head") else ACCEPT, BY, DAY) for d in queue(folder)]
    Path("d.jsonl").write_bytes(written("d.jsonl", rows))
    assert sum(len(r.kept) for r in tei_cable.review_apply("d.jsonl", ["tei"])) == 4
    for r in tei_cable.convert_all(["txt"], "again", decisions=["d.jsonl"], jobs=1):
        assert r.made
        assert r.made.tei == (folder / "tei" / r.place.replace(".txt", ".xml")).read_bytes()
    # by content: a paragraph before it, another list of names, another name of the file
    changed = TEXT.replace("1. I saw", "0. This was not here, of M. Gromyko.\n\n1. I saw").encode()
    made = tei_cable.convert(changed, core_authority=False, decisions=["d.jsonl"])
    assert not [d for d in made.diagnostics if d.code.startswith("Q")]
    assert made.tei.count(b'resp="#ada-bell"') == 2
    assert b'ref="#gromyko"' in made.tei
    assert verify(load(changed)[0], made.tei).ok


def test_decisions_that_no_longer_apply_are_said(folder: Path) -> None:
    rows = [Decision(d, ACCEPT, BY, DAY) for d in queue(folder)]
    Path("d.jsonl").write_bytes(written("d.jsonl", rows))
    other = TEXT.replace("the Soviet Foreign Minister was calm about all this", "nobody else")
    (lost,) = [d for d in tei_cable.convert(other.encode(), decisions=["d.jsonl"]).diagnostics if d.code == "Q010"]
    assert "Soviet Foreign Minister" in lost.message
    foreign = other.replace("number 12", "number 99").encode()
    assert [d.code for d in tei_cable.convert(foreign, decisions=["d.jsonl"]).diagnostics if d.code.startswith("Q")] == ["Q011"]


def test_a_decision_taken_back_is_not_carried_out_and_one_of_nobody_is_refused(folder: Path) -> None:
    first = Decision(queue(folder)[0], ACCEPT, BY, DAY)
    Path("d.jsonl").write_bytes(written("d.jsonl", [first, first._replace(decision="")]))
    before = (folder / "tei" / "a.xml").read_bytes()
    assert not any(r.kept for r in tei_cable.review_apply("d.jsonl", ["tei"]))
    assert tei_cable.convert("txt/a.txt", decisions=["d.jsonl"]).tei == before
    Path("d.csv").write_bytes(written("d.csv", [first._replace(by="")]))
    with pytest.raises(BadRequest, match="nobody answers"):
        tei_cable.convert("txt/a.txt", decisions=["d.csv"])


def test_resume_converts_anew_when_decisions_change(folder: Path) -> None:
    rows = [Decision(d, ACCEPT, BY, DAY) for d in queue(folder)]
    Path("d.jsonl").write_bytes(written("d.jsonl", rows[:1]))
    assert not any(r.skipped for r in tei_cable.convert_all(["txt"], "again", decisions=["d.jsonl"]))
    assert all(r.skipped for r in tei_cable.convert_all(["txt"], "again", decisions=["d.jsonl"], resume=True))
    Path("d.jsonl").write_bytes(written("d.jsonl", rows))
    assert not any(r.skipped for r in tei_cable.convert_all(["txt"], "again", decisions=["d.jsonl"], resume=True))


def test_a_broken_file_does_not_stop_the_others(folder: Path) -> None:
    (folder / "tei" / "c.xml").write_text("<TEI", encoding="utf-8")
    assert [Path(q.path).name for q in tei_cable.review_export(["tei"]) if q.error] == ["c.xml"]
    Path("d.jsonl").write_bytes(written("d.jsonl", [Decision(doubts((folder / "tei" / "a.xml").read_bytes())[0], ACCEPT, BY, DAY)]))
    assert [(Path(r.path).name, len(r.kept)) for r in tei_cable.review_apply("d.jsonl", ["tei"])] == [("a.xml", 1), ("b.xml", 0), ("c.xml", 0)]


def test_what_an_archive_holds_is_read_and_not_written(folder: Path) -> None:
    with zipfile.ZipFile("all.zip", "w") as archive:
        for name in ("a.xml", "b.xml"):
            archive.write(f"tei/{name}", name)
    before = Path("all.zip").read_bytes()
    inside, outside = (list(tei_cable.review_export([source])) for source in ("all.zip", "tei"))
    assert [[d.id for d in q.doubts] for q in inside] == [[d.id for d in q.doubts] for q in outside]
    every = [d for q in inside for d in q.doubts]
    Path("d.csv").write_bytes(written("d.csv", [Decision(d, ACCEPT) for d in every]))
    results = list(tei_cable.review_apply("d.csv", ["all.zip"], resp=BY, date=DAY, into="decisions.jsonl"))
    assert all("unpack it" in str(r.error) for r in results)
    (told,) = {str(r.error) for r in tei_cable.review_sources(["all.zip"], strip=True) if "a.xml" in r.path}
    assert "all.zip:a.xml" in told
    assert Path("all.zip").read_bytes() == before
    assert not Path("decisions.jsonl").exists()
    # the desk in the browser writes decisions alone
    server = tei_cable.review_serve(["all.zip"], "decisions.jsonl", resp=BY)
    assert server.work.decide(0, ACCEPT, "").history == [0]
    server.server_close()
