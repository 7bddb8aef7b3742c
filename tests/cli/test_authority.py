"""`tei-cable authority` and `tei-cable office`."""

from pathlib import Path

import pytest

import tei_cable
from cli.conftest import Run

ONE = 'id,name,birth,note,wikidata\nq,"Quill, Ada",1901,envoy,Q42\nt,"Thorn, Basil",1950,,42\n'
TWO = '[{"id": "x", "name": "Quill, Ada", "birth": "1901-02-03", "identifiers": {"Wikidata": "Q42"}, "death": "1977"}]'


@pytest.fixture
def lists(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "one.csv").write_text(ONE, encoding="utf-8")
    (tmp_path / "two.json").write_text(TWO, encoding="utf-8")
    return "one.csv", "two.json"


def test_import_merges_and_says_where_from(run: Run, lists: tuple[str, str]) -> None:
    result = run("authority", "import", *lists, "-o", "out.xml", "--date", "2020-02-02", "--licence", "CC0", "--title", "Envoys")
    assert result.exit_code == 0
    shown = run("authority", "show", "out.xml").stdout
    for words in ("Envoys", "2 person", "CC0", "2020-02-02", "File one.csv, SHA-256 ", "as the header says"):
        assert words in shown
    quill = run("authority", "show", "out.xml", "Ada Quill").stdout
    assert "1901-02-03" in quill
    assert "Wikidata Q42" in quill
    assert "out.xml, line " in quill
    again = Path("out.xml").read_bytes()
    run("authority", "import", *lists, "-o", "out.xml", "--date", "2020-02-02", "--licence", "CC0", "--title", "Envoys")
    assert Path("out.xml").read_bytes() == again


def test_import_as_a_table(run: Run, lists: tuple[str, str]) -> None:
    result = run("authority", "import", *lists, "-o", "out.csv")
    assert Path("out.csv").read_text(encoding="utf-8").startswith("id,kind,name,")
    assert "a table holds no sources, licence, date and checksum" in result.stderr


def test_import_needs_a_form_it_can_write(run: Run, lists: tuple[str, str]) -> None:
    assert run("authority", "import", *lists, "-o", "out.json").exit_code == 2
    result = run("authority", "import", "none.csv", "-o", "out.xml")
    assert result.exit_code == 2
    assert "none.csv: the file cannot be read" in result.stderr
    assert run("authority", "import", *lists, "-o", "out.xml", "--date", "soon").exit_code == 2


def test_check(run: Run, lists: tuple[str, str]) -> None:
    result = run("authority", "check", "one.csv")
    assert result.exit_code == 0
    assert "warning[A016]: number-form" in result.stderr
    assert "one.csv:3" in result.stderr
    assert run("authority", "check", "one.csv", "--fail-on", "warning").exit_code == 1


def test_show(run: Run) -> None:
    assert "CC BY 4.0" in run("authority", "show", "core").stdout
    bohlen = run("authority", "show", "core", "Bohlen, Charles E.").stdout
    assert "accredited 1962-10-27, until 1968-02-09 (HistoryAtState pocom)" in bohlen
    assert "ho-chi-minh-city" in run("authority", "show", "core", "Saigon").stdout
    result = run("authority", "show", "core", "Nobody At All")
    assert result.exit_code == 2
    assert "nothing there has the id or name" in result.stderr


def test_office(run: Run) -> None:
    assert run("office", "Ambassador in France", "--date", "1962-11-01").stdout == "Charles E. Bohlen\n"
    explained = run("office", "Ambassador in France", "--date", "1962-11-01", "-v").stdout
    for words in ("appointed 1962-09-04, accredited 1962-10-27", "HistoryAtState pocom", "James Maurice Gavin"):
        assert words in explained
    none = run("office", "Ambassador in Egypt", "--date", "1967-05-01")
    assert (none.exit_code, none.stdout) == (1, "\n")
    assert "nobody is known" in none.stderr
    assert run("office", "Ambassador in France").exit_code == 2
    assert run("office", "Ambassador in France", "--date", "1962-11-01", "--state", "Nowhere").exit_code == 2


def test_office_answers_line_by_line(run: Run) -> None:
    questions = "Ambassador in France\t1962-11-01\nChargé in France\t1962-11-01\nForeign Minister\t1962-11-01\tFR\nPresident\tsoon\n"
    result = run("office", "-", input=questions.encode())
    assert result.stdout.split("\n") == ["Charles E. Bohlen", "", "Maurice Couve de Murville", "", ""]
    assert result.exit_code == 1
    assert 'standard input, line 4: "soon" is no date' in result.stderr
    explained = run("office", "-", "-v", input=b"President\t1962-11-01\n").stdout
    assert explained.startswith("John F. Kennedy\tPresident (United States), ")


def test_the_library_answers_too() -> None:
    assert tei_cable.office("President", "1962-11-01").name == "John F. Kennedy"
    assert [a.name for a in tei_cable.offices([("President", "1962-11-01")])] == ["John F. Kennedy"]
