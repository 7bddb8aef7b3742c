"""Decisions on the doubts of a telegram: in its TEI, by content, and without a change of its words."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from tei_cable.desk.deciding import decide
from tei_cable.desk.decisions import Decision, append, last, line, of_telegram, read_lines
from tei_cable.desk.doubts import Doubt, by_value, doubts
from tei_cable.files import BadRequest
from tei_cable.model import Source
from tei_cable.pipeline import Converter
from tei_cable.rules import Document
from tei_cable.rules.schema.not_valid import NotValid
from tei_cable.tei.names import T
from tei_cable.tei.parse import read_tree
from tei_cable.tei.verify import verify
from tei_cable.text.load import load

TEXT = """Telegram number 12[1]

Paris, 3 November 1962

1. I saw M. Gromyko [Andrei today, and the Soviet Foreign Minister was calm about the things that my telegram 6106-611110 had said. He spoke of the

plans that his government has for the spring of the coming year, and he said no more than that.

2. The head of the Soviet government will travel.

[1] Sent to Bonn.

[2] This telegram of 30 October told of the talks in Moscow.
"""
NO_PLACE = TEXT.replace("6106-611110", "6106")
BY, DAY = "Ada Bell", "2026-01-02"


@cache
def source(text: str = TEXT) -> Source:
    return load(text.encode())[0]


@cache
def converted(text: str = TEXT) -> bytes:
    return Converter().convert(source(text)).tei


def queue(data: bytes) -> Mapping[str, Doubt]:
    """The doubts by code, the first of each."""
    return {d.code: d for d in reversed(doubts(data))}


def decided(code: str, said: str, data: bytes | None = None) -> bytes:
    data = converted() if data is None else data
    made = decide(data, [Decision(queue(converted())[code], said, BY, DAY)])
    assert not made.lost
    assert verify(source(), made.data).ok
    assert not list(NotValid().check(Document(read_tree(made.data), data=made.data)))
    assert decide(made.data, made.kept).data == made.data
    return made.data


def only(data: bytes, tag: str, **attrs: str) -> etree._Element:
    (found,) = [e for e in read_tree(data).iter(f"{T}{tag}") if all(e.get(k) == v for k, v in attrs.items())]
    return found


def test_the_queue_has_what_is_in_doubt() -> None:
    found = doubts(converted())
    assert sorted(d.code for d in found) == ["B001", "N001", "N005", "O001", "O001", "T010"]
    assert [d.code for d in by_value(found)] == ["N001", "N005", "T010", "B001", "O001", "O001"]
    office = queue(converted())["O001"]
    assert (office.kind, office.words, office.value) == ("rs", "Soviet Foreign Minister", "gromyko")
    assert office.before.endswith("today, and the ")
    assert [(a.id, a.name) for a in office.alternatives] == [("gromyko", "Andrei A. Gromyko")]


def test_ids_are_those_of_the_content() -> None:
    more = TEXT.replace("\n1. I saw", "\n0. A paragraph that was not here, of M. Gromyko.\n\n1. I saw")
    assert {d.id for d in doubts(converted())} == {d.id for d in doubts(converted(more))}
    assert len({d.id for d in doubts(converted())}) == len(doubts(converted()))


def test_an_office_accepted_linked_otherwise_unlinked_and_rejected() -> None:
    office = {"type": "person", "cert": "high", "resp": "#ada-bell"}
    assert only(decided("O001", "accept"), "rs", ref="#gromyko", **office) is not None
    assert only(decided("O001", "khrushchev"), "rs", ref="#khrushchev", **office).text == "Soviet Foreign Minister"
    assert only(decided("O001", "none"), "rs", **office).get("ref") is None
    assert b"Soviet Foreign Minister</rs>" not in decided("O001", "reject")


def test_a_number_accepted_corrected_and_left() -> None:
    assert only(decided("N005", "accept"), "corr").attrib == {"cert": "high", "resp": "#ada-bell"}
    made = decided("N005", "6106-6109")
    assert only(made, "corr").text == "6106-6109"
    assert {e.get("n") for e in read_tree(made).iter(f"{T}ref")} == {"6106-6109"}
    made = decided("N005", "reject")
    assert b"<choice>" not in made
    assert {e.get("n") for e in read_tree(made).iter(f"{T}ref")} == {"6106-611110"}


def test_a_note_whose_marker_is_lost() -> None:
    assert only(decided("N001", "accept"), "note", n="2").get("resp") == "#ada-bell"
    assert b"was calm<note" in decided("N001", "was calm")
    assert only(decided("N001", "reject"), "div", type="notes")[0].get("n") == "2"


def test_a_note_of_which_nobody_knows_where_it_stands() -> None:
    data = converted(NO_PLACE)
    doubt = queue(data)["N002"]
    assert only(decide(data, [Decision(doubt, "accept", BY, DAY)]).data, "div", type="notes")[0].get("resp") == "#ada-bell"
    made = decide(data, [Decision(doubt, "was calm", BY, DAY)]).data
    assert b"was calm<note" in made
    assert b"<back>" not in made
    assert verify(source(NO_PLACE), made).ok
    assert "does not stand once" in decide(data, [Decision(doubt, "the", BY, DAY)]).lost[0][1]


def test_a_paragraph_that_was_two() -> None:
    assert only(decided("T010", "accept"), "p", cert="high").get("n") == "1"
    assert "plans that his government" in str(only(decided("T010", "plans that"), "p", cert="high").text)
    (d,) = [d for d in doubts(converted()) if d.code == "T010"]
    assert "second paragraph" in decide(converted(), [Decision(d, "reject", BY, DAY)]).lost[0][1]


def test_a_bracket_that_nobody_read() -> None:
    assert decided("B001", "accept") == converted()
    assert only(decided("B001", "supplied"), "supplied").get("resp") == "#ada-bell"


def test_the_editor_and_what_was_done_are_named_once() -> None:
    made = decide(converted(), [Decision(d, "accept", BY, DAY) for d in doubts(converted())])
    root = read_tree(made.data)
    assert [e.get("who") for e in root.iter(f"{T}change")] == ["#ada-bell"]
    assert made.data.count(b'xml:id="ada-bell"') == 1
    with pytest.raises(BadRequest, match="editor"):
        decide(converted(), [made.kept[0]._replace(by="tei-cable")])


def test_what_the_program_no_longer_tags_is_tagged_as_decided() -> None:
    """Without the core authority no office has a holder; the entry comes from the decision."""
    alone = Converter(core=False).convert(source()).tei
    assert b"gromyko" not in alone
    made = decide(alone, [Decision(d, "accept", BY, DAY) for d in doubts(converted()) if d.code == "O001"])
    assert not made.lost
    assert [(e.text, e.get("ref")) for e in read_tree(made.data).iter(f"{T}rs") if e.get("cert") == "high"] == [
        ("Soviet Foreign Minister", "#gromyko"), ("head of the Soviet government", "#khrushchev"),
    ]  # fmt: skip
    assert b'<person xml:id="gromyko"' in made.data
    assert verify(source(), made.data).ok
    assert not list(NotValid().check(Document(read_tree(made.data), data=made.data)))


def test_a_tag_of_a_hand_does_not_give_way() -> None:
    office = b'the <rs ref="#gromyko" type="person" cert="medium">Soviet Foreign Minister</rs>'
    by_hand = converted().replace(office, b'<orgName resp="#x">the Soviet</orgName> Foreign Minister')
    assert by_hand != converted()
    made = decide(by_hand, [Decision(queue(converted())["O001"], "accept", BY, DAY)])
    assert (made.data, made.lost[0][1]) == (by_hand, "the words are tagged otherwise by hand")


def test_what_no_longer_applies_is_said() -> None:
    other = converted(TEXT.replace("Soviet Foreign Minister was calm about the things", "minister of the Soviets was not calm"))
    made = decide(other, [Decision(queue(converted())["O001"], "accept", BY, DAY)])
    assert made.data == other
    assert made.lost[0][1].startswith("the words are not in the text")
    missing = decide(converted(), [Decision(queue(converted())["O001"], "nobody-known", BY, DAY)])
    assert "id of nobody" in missing.lost[0][1]


def test_a_file_of_decisions_grows_and_the_last_counts(tmp_path: Path) -> None:
    path = tmp_path / "new" / "decisions.jsonl"
    first, second = (Decision(d, "accept", BY, DAY) for d in doubts(converted()) if d.code == "O001")
    append(path, [first, second])
    append(path, [first._replace(decision="none"), second._replace(decision="")])
    assert path.read_text("utf-8") == "".join(map(line, [first, second, first._replace(decision="none"), second._replace(decision="")]))
    assert last(read_lines(str(path), path.read_bytes())) == [first._replace(decision="none")]
    assert of_telegram([first], first.doubt.telegram, "") == of_telegram([first], "", first.doubt.source) == [first]
    assert not of_telegram([first], "another", "")
    with pytest.raises(BadRequest, match="x:1: this line is not JSON"):
        read_lines("x", b"{")
    with pytest.raises(BadRequest, match="no kind and no before"):
        read_lines("x", b'{"words": "a", "after": "b"}')
