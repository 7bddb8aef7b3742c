"""Who made which tag: listed, taken back, made an editor's own; the text stays."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from conftest import ROOT
from tei_cable.desk.sources import Maker, review
from tei_cable.files import BadRequest
from tei_cable.pipeline import Converter
from tei_cable.recognisers import Proposal, Proposed
from tei_cable.rules import Document
from tei_cable.rules.schema.not_valid import NotValid
from tei_cable.tei.build import build
from tei_cable.tei.names import T
from tei_cable.tei.parse import parse, read_tree
from tei_cable.tei.verify import verify
from tei_cable.text.load import load

SPECIMENS = sorted((ROOT / "corpus").glob("*.txt"))
DAY = "2026-01-02"


class Words:
    """Proposes every third word with a capital as a place."""

    id, name, sends_to = "words", "words 1.0", ""

    def propose(self, telegrams: Sequence[Sequence[str]]) -> Sequence[Proposed]:
        return [Proposed([p for n, words in enumerate(passages) for p in _capitals(n, words)]) for passages in telegrams]


def _capitals(n: int, words: str) -> list[Proposal]:
    found, at = [], 0
    for word in words.split(" "):
        if word[:1].isupper():
            found.append(Proposal(n, at, at + len(word), "placeName"))
        at += len(word) + 1
    return found[::3]


@cache
def converted(path: Path, asked: bool = False) -> bytes:
    converter = Converter(recognisers=(Words(),) if asked else ())
    return converter.convert(load(path.read_bytes(), str(path))[0]).tei


def valid(data: bytes) -> bool:
    return not list(NotValid().check(Document(read_tree(data), data=data)))


def test_the_makers_of_a_telegram() -> None:
    made = review(converted(SPECIMENS[0], True)).made
    assert all(m.maker == Maker("words", "words 1.0") for m in made if m.maker.who != "tei-cable")
    assert {"persons", "places", "dates", "words"} <= {m.maker.part or m.maker.who for m in made}
    root = read_tree(converted(SPECIMENS[0], True))
    assert sum(m.tags for m in made if m.maker.part == "dates") == sum(1 for t in root.iter(f"{T}text") for _ in t.iter(f"{T}date"))
    assert next(m for m in made if m.maker.who == "words").doubtful > 0


@pytest.mark.parametrize("path", SPECIMENS, ids=lambda p: p.stem)
def test_what_a_recogniser_tagged_can_be_taken_back_to_the_byte(path: Path) -> None:
    asked = converted(path, True)
    assert asked != converted(path)
    assert review(asked, ["words"], strip=True).data == converted(path)


@pytest.mark.parametrize("by", ["persons", "tei-cable"])
@pytest.mark.parametrize("path", SPECIMENS, ids=lambda p: p.stem)
def test_stripped_text_is_whole_and_valid(path: Path, by: str) -> None:
    data = converted(path)
    before = review(data, [by])
    after = review(data, [by], strip=True)
    assert valid(after.data)
    assert verify(load(path.read_bytes())[0], after.data).ok
    left = review(after.data, [by]).made
    assert {m.maker.part for m in left} <= {"notes"}
    assert after.changed == sum(m.tags for m in before.made) - sum(m.tags for m in left)
    pointed = {str(v)[1:] for e in read_tree(after.data).iter(etree.Element) for v in e.attrib.values()}
    assert all(e.get("{http://www.w3.org/XML/1998/namespace}id") in pointed for e in read_tree(after.data).iter(f"{T}person", f"{T}place", f"{T}org"))


@pytest.mark.parametrize("path", SPECIMENS, ids=lambda p: p.stem)
def test_what_is_accepted_is_the_editors(path: Path) -> None:
    data = converted(path)
    after = review(data, ["tei-cable"], accept="Ada Bell", date=DAY)
    assert valid(after.data)
    assert verify(load(path.read_bytes())[0], after.data).ok
    mine = review(after.data).made
    assert {m.maker._replace(list="") for m in mine} == {Maker("ada-bell", "Ada Bell")}
    assert (sum(m.tags for m in mine), sum(m.doubtful for m in mine)) == (after.changed, 0)
    root = read_tree(after.data)
    (change,) = root.iter(f"{T}change")
    assert (change.get("when"), change.get("who")) == (DAY, "#ada-bell")
    # what was decided is in the model too: it survives the way through a cable
    back = read_tree(build(parse(root)))
    assert review(etree.tostring(back)).made == mine
    assert [c.text for c in back.iter(f"{T}change")] == [change.text]


def test_a_second_decision_adds_a_change_and_no_second_editor() -> None:
    once = review(converted(SPECIMENS[0]), ["persons"], accept="Ada Bell", date=DAY).data
    for name in ("Ada Bell", "ada-bell"):
        twice = read_tree(review(once, ["places"], accept=name, date=DAY).data)
        assert len(list(twice.iter(f"{T}change"))) == 2
        assert len(twice.findall(f".//{T}titleStmt/{T}respStmt")) == 2


def test_all_words_must_hold() -> None:
    data = converted(SPECIMENS[0], True)
    assert not review(data, ["words", "persons"]).made
    made = review(data, ["tei-cable", "persons"]).made[0]
    assert made.maker.part == "persons"
    assert review(data, [made.maker.version]).made == [m for m in review(data).made if m.maker.who == "tei-cable"]


def test_the_list_of_an_entry(tmp_path: Path) -> None:
    (tmp_path / "ours.csv").write_text('name,id,kind\n"Zorn, Olbrecht",zorn,person\n', encoding="utf-8")
    (tmp_path / "places.csv").write_text("name,id,kind\nUmberland,umberland,place\n", encoding="utf-8")
    converter = Converter([str(tmp_path / "ours.csv"), str(tmp_path / "places.csv")])
    data = converter.convert(load(b"Olbrecht Zorn met Gromyko in Umberland. Zorn left.\n")[0]).tei
    assert valid(data)
    assert build(parse(read_tree(data))).encode() == data
    assert {(m.maker.part, m.maker.list, m.tags) for m in review(data).made} == {
        ("persons", "ours.csv", 2), ("persons", "core", 1), ("places", "places.csv", 1),
    }  # fmt: skip
    stripped = review(data, ["ours.csv"], strip=True).data
    assert valid(stripped)
    assert b"ours.csv" not in stripped
    assert b'<place xml:id="umberland" source="#list2">' in stripped


def test_work_by_hand_stays_as_it_was_written() -> None:
    data = converted(SPECIMENS[0], True).replace(b"<body>", b"<body><!-- mine -->").replace(b"</head>", b"</head  >", 1)
    assert review(data, ["words"], strip=True).data == converted(SPECIMENS[0]).replace(b"<body>", b"<body><!-- mine -->").replace(
        b"</head>", b"</head  >", 1
    )


def test_a_correction_gives_way_to_the_reading_and_a_gap_to_its_words() -> None:
    text = (
        '<p>A <choice><sic>6106-611110</sic><corr cert="medium" resp="#tei-cable">6106-6111</corr></choice> and <note type="gap" place="inline">'
        '<gap reason="illegible"/>[illegible]</note> of '
        '<persName><roleName>M.</roleName> <supplied reason="editorial">[Al]</supplied> Kern</persName></p>'
    )
    data = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div type="telegram">{text}</div></body></text></TEI>'.encode()
    stripped = review(data, ["tei-cable"], strip=True).data
    assert b"<p>A 6106-611110 and [illegible] of M. [Al] Kern</p>" in stripped


def test_the_program_is_no_editor_and_a_header_is_needed() -> None:
    data = converted(SPECIMENS[0])
    for name in ("tei-cable", "  "):
        with pytest.raises(BadRequest, match="editor"):
            review(data, ["persons"], accept=name, date=DAY)
    bare = b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p><q>x</q></p></body></text></TEI>'
    with pytest.raises(BadRequest, match="respStmt"):
        review(bare, ["quotations"], accept="Ada Bell", date=DAY)
