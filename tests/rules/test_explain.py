"""What is said of a fault: its place, its name, what was meant, what is to be done; every fault once."""

import pytest

from conftest import ROOT
from tei_cable.model import Diagnostic
from tei_cable.rules import Document
from tei_cable.rules.schema.engines import engines
from tei_cable.validation.opening import opened

GOLD = (ROOT / "corpus" / "archive-paris.gold.xml").read_text(encoding="utf-8")


def found(*changes: tuple[str, str]) -> list[Diagnostic]:
    tei = GOLD
    for old, new in changes:
        assert old in tei
        tei = tei.replace(old, new, 1)
    document = opened(tei.encode())
    assert isinstance(document, Document)
    return list(engines("cable.rng")[0](document))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("<label>1.</label>", "<Label>1.</Label>", "Did you mean label?"),
        ('<p n="2">', '<p nn="2">', "It may have @cert, @n or @resp."),
        ('status="unknown"', 'stats="unknown"', "Did you mean @status?"),
        ('when="1962-10-12"', 'when="1962-02-30"', "“1962-02-30”, a day that there is not."),
        ('when="1962-10-12"', 'when=""', "“”, that is nothing."),
        ('xml:id="fn2"', 'xml:id="2fn"', "“2fn”, which does not begin with a letter."),
        ('xml:id="fn2"', 'xml:id="fn 2"', "“fn 2”, with a blank in it."),
        ('xml:id="paris"', 'id="paris"', "Did you mean @xml:id?"),
        ("<placeName>Paris</placeName></place>", "</place>", "place lacks placeName."),
        ("</label> He went on", "</label> <p>He</p> went on", "p may not stand here in p."),
        ("<body>", "<body>Hello", "The text “Hello” may not stand here in body."),
    ],
)
def test_what_is_said(old: str, new: str, words: str) -> None:
    (fault,) = found((old, new))
    assert words in f"{fault.message} {fault.hint}"


def test_line_and_column() -> None:
    (fault,) = found(("<label>1.</label>", "<labl>1.</labl>"))
    lines = GOLD.splitlines()
    (line,) = [n for n, text in enumerate(lines, 1) if "<label>1.</label>" in text]
    assert (fault.line, fault.column) == (line, lines[line - 1].index("<label>") + 1)


def test_what_stands_in_a_misspelt_element_is_checked_as_if_it_were_right() -> None:
    inner = ("<placeName>Paris</placeName></place>", "<placename>Paris</placename></place>")
    faults = found(("<listPlace>", "<listplace>"), ("</listPlace>", "</listplace>"), inner)
    assert [f.hint for f in faults] == ["Did you mean listPlace?", "Did you mean placeName?"]


def test_an_element_round_others_is_one_fault() -> None:
    (fault,) = found(("<publicationStmt>", "<publicationStmt><wrapper>"), ("</publicationStmt>", "</wrapper></publicationStmt>"))
    assert "wrapper" in fault.message


def test_one_wrong_namespace_is_one_fault() -> None:
    (fault,) = found((' xmlns="http://www.tei-c.org/ns/1.0"', ' xmlns="http://www.tei-c.org/ns/2.0"'))
    assert fault.path == "/TEI"


def test_there_are_no_more_faults_than_anybody_reads() -> None:
    tei = GOLD.replace("</body>", "<x/>" * 3000 + "</body>")
    document = opened(tei.encode())
    assert isinstance(document, Document)
    assert len(list(engines("cable.rng")[0](document))) == 1000
