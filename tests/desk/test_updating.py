"""A file edited by hand and brought up to date: every byte of it stays, and what does not fit is said."""

import random
from functools import cache
from pathlib import Path

import pytest

import tei_cable
from conftest import ROOT
from tei_cable.desk.retagging import Retagging
from tei_cable.desk.updating import update
from tei_cable.files import BadRequest
from tei_cable.model import Diagnostic
from tei_cable.pipeline import Converter
from tei_cable.rules import Document
from tei_cable.rules.schema.not_valid import NotValid
from tei_cable.tei.names import T
from tei_cable.tei.parse import read_tree
from tei_cable.tei.verify import verify
from tei_cable.text.load import load

SPECIMENS = sorted((ROOT / "corpus").glob("*.txt"))
TAGS = [T + name for name in ("persName", "placeName", "orgName", "rs", "date", "ref", "term", "supplied", "q")]
DAY = "2026-01-02"
TEXT = """Telegram number 12

Paris, 3 November 1962

1. I saw M. Gromyko in Moscow on 2 November. General Rowe was there, and spoke of "the best of plans" in Moscow & Paris.

2. He will leave by the night train after his talks in Moscow.
"""


@cache
def converter() -> Converter:
    return Converter()


@cache
def converted(text: str) -> bytes:
    return converter().convert(load(text.encode())[0]).tei


def updated(data: bytes, text: str = TEXT) -> tuple[bytes, list[Diagnostic]]:
    made, found = update(data, converted(text), converter().authority.entity, DAY)
    assert inserted_only(data, made)
    assert update(made, converted(text), converter().authority.entity, DAY) == (made, found)
    return made, found


def inserted_only(before: bytes, after: bytes) -> bool:
    rest = iter(after)
    return all(b in rest for b in before)


def by_hand(*changes: tuple[str, str]) -> bytes:
    tei = converted(TEXT).decode()
    for old, new in changes:
        assert old in tei
        tei = tei.replace(old, new, 1)
    return tei.encode()


@pytest.mark.parametrize("path", SPECIMENS, ids=lambda p: p.stem)
def test_what_a_hand_left_stays_and_what_it_took_is_proposed_again(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    whole = converted(text)
    assert updated(whole, text) == (whole, [])
    work = Retagging(read_tree(whole), whole)
    tags = list(work.root.find(f"{T}text").iter(*TAGS))  # type: ignore[union-attr]
    taken = random.Random(7).sample(tags, len(tags) // 3)
    edited = work.strip([e for e in taken if not any(a in taken for a in e.iterancestors())])
    made, _ = updated(edited, text)
    assert verify(load(path.read_bytes())[0], made).ok
    assert not list(NotValid().check(Document(read_tree(made), data=made)))
    assert made.count(b'cert="low"') > whole.count(b'cert="low"') or not taken


def test_the_hand_wins_and_what_conflicts_is_said() -> None:
    edited = by_hand(
        ('<placeName ref="#moscow">Moscow</placeName> on', '<orgName resp="#ada">Moscow</orgName> on'),
        ('<persName ref="#gromyko"><roleName>M.</roleName> Gromyko</persName> in', '<rs type="person">M. Gromyko in</rs>'),
        ('<date when="1962-11-02">2 November</date>', '<date when="1962-11-03">2 November</date>'),
    )
    made, found = updated(edited)
    assert made == edited
    assert sorted(d.message for d in found if d.code == "Q020") == [
        "“2 November” is date 1962-11-03 in the file; the conversion makes it date 1962-11-02.",
        "“M. Gromyko” is in the file rs “M. Gromyko in”; the conversion makes it persName gromyko.",
        "“Moscow” is in the file orgName “Moscow”; the conversion makes it placeName moscow.",
    ]


def test_words_changed_by_hand_stay() -> None:
    edited = by_hand(("He will leave", "He <!-- sic --> left"), (" in <placeName", " near  <placeName"), ("<q>", ""), ("</q>", ""))
    made, found = updated(edited)
    assert b"He <!-- sic --> left" in made
    assert b'<q cert="low">"the best of plans"</q>' in made
    assert not found


def test_an_entry_is_listed_for_a_new_tag_unless_its_id_is_taken() -> None:
    name = '<persName ref="#gromyko"><roleName>M.</roleName> Gromyko</persName>'
    start = converted(TEXT).decode().index('      <person xml:id="gromyko">')
    entry = converted(TEXT).decode()[start:].partition("\n")[0] + "\n"
    made, _ = updated(by_hand((name, "M. Gromyko"), (entry, "")))
    assert entry.encode() in made
    assert b'<persName ref="#gromyko" cert="low"><roleName>M.</roleName> Gromyko</persName>' in made
    assert b'<change when="2026-01-02" who="#tei-cable">' in made
    other = entry.replace("Andrei", "Anna")
    made, found = updated(by_hand((name, "M. Gromyko"), (entry, other)))
    assert b'ref="#gromyko"' not in made
    assert ["whose id is gromyko" in d.message for d in found] == [True]


def test_the_file_of_another_source_is_refused() -> None:
    with pytest.raises(BadRequest, match="give the TEI of this source"):
        update(converted("Vienna, March 3, 1961\n\n1. We were late.\n"), converted(TEXT), converter().authority.entity, DAY)


def test_decisions_come_after_the_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = TEXT + "\n3. The Soviet Foreign Minister will stay.\n"
    Path("a.txt").write_text(text, encoding="utf-8")
    Path("a.xml").write_bytes(tei_cable.convert("a.txt").tei)
    Path("q.csv").write_bytes(tei_cable.review_table("q.csv", [d for q in tei_cable.review_export(["a.xml"]) for d in q.doubts]))
    table = Path("q.csv").read_text(encoding="utf-8-sig").replace(",,,,a.xml", ",reject,Ada Bell,2026-01-02,a.xml")
    Path("q.csv").write_text(table, encoding="utf-8")
    made = tei_cable.convert("a.txt", update="a.xml", decisions=["q.csv"])
    assert b"The Soviet Foreign Minister will" in made.tei
    assert b"#ada-bell" in made.tei
