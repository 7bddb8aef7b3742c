"""Two encodings of the same telegrams: each difference is found, in its words, and nothing else."""

from pathlib import Path

import pytest
from lxml import etree

from conftest import ROOT
from tei_cable import api
from tei_cable.desk.compare import Comparison, page

PARIS = (ROOT / "corpus" / "archive-paris.gold.xml").read_text(encoding="utf-8")


def compared(tmp_path: Path, *changes: tuple[str, str]) -> Comparison:
    for name, text in (("a", PARIS), ("b", PARIS)):
        (tmp_path / name).mkdir()
        for old, new in changes if name == "b" else ():
            assert old in text
            text = text.replace(old, new, 1)
        (tmp_path / name / "paris.xml").write_text(text, encoding="utf-8")
    return api.corpus_compare(str(tmp_path / "a"), str(tmp_path / "b"))


def test_the_same_is_the_same(tmp_path: Path) -> None:
    found = compared(tmp_path)
    assert [t.differences for t in found.telegrams] == [()]
    assert {s.strict[2].value for s in found.agreement.scores} == {1.0}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('<placeName ref="#geneva">Geneva</placeName>', "Geneva", ("placeName", "Geneva", "geneva", "")),
        ('<placeName ref="#geneva">Geneva', '<placeName ref="#paris">Geneva', ("placeName", "Geneva", "geneva", "paris")),
        ('ref="#geneva">Geneva</placeName>, on', 'ref="#geneva">Geneva, on</placeName>', ("placeName", "Geneva, on", "“Geneva” geneva", "geneva")),
    ],
)
def test_a_difference_in_its_words(tmp_path: Path, old: str, new: str, expected: tuple[str, ...]) -> None:
    found = compared(tmp_path, (old, new))
    ((d,),) = [t.differences for t in found.telegrams]
    assert (d.kind, d.words, d.first, d.second) == expected
    assert d.before.endswith("ministers meet in ")
    # no word is cut
    assert {d.before.split()[0], d.behind.split()[-1]} <= set("".join(etree.fromstring(PARIS.encode()).itertext()).split())


def test_other_words_are_said(tmp_path: Path) -> None:
    found = compared(tmp_path, ("ministers meet", "ministers should meet"))
    assert [t.alike for t in found.telegrams] == [False]
    assert b"The words differ" in page(found, ("a", "b"))


def test_columns_are_named_by_what_tells_them_apart(tmp_path: Path) -> None:
    made = page(compared(tmp_path), ("work/first/tei", "work/second/tei")).decode()
    assert '<th scope="col">first/tei</th><th scope="col">second/tei</th>' in made
    assert "1 telegram, 0 of them" in made


def test_names_stay_text(tmp_path: Path) -> None:
    found = compared(tmp_path, ('ref="#geneva">Geneva', 'ref="#&lt;script&gt;">Geneva'))
    made = page(found, ("<script>alert(1)</script>", "b"))
    assert b"<script>alert" not in made
    assert b"&lt;script&gt;" in made
