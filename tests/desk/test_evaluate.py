"""Scores against gold TEI."""

import pytest
from lxml import etree

from tei_cable.desk.evaluate import evaluate
from tei_cable.desk.spans import streams

T = "http://www.tei-c.org/ns/1.0"


def tei(body: str) -> etree._Element:
    return etree.fromstring(f'<TEI xmlns="{T}"><text><body><div><p>{body}</p></div></body></text></TEI>')


def test_positions_do_not_depend_on_layout_or_on_where_notes_stand() -> None:
    a = streams(tei('Saw <persName ref="#x">Harlan\n Reed</persName> <note n="1">See <date when="1962">1962</date></note> today'))
    b = streams(tei('Saw <persName ref="l.xml#x">[Harlan Reed]</persName> today<note n="1">See <date when="1962">1962</date></note>'))
    assert a["1"] == b["1"]
    assert a[""].spans["persName"][0] == (3, 13, "x")
    assert b[""].spans["persName"][0] == (4, 14, "x")


def test_figures() -> None:
    gold = tei('<persName ref="#a">Reed</persName> met <persName ref="#b">Ida Olsen</persName> and <persName>Moe</persName>.')
    made = tei('<persName ref="#a">Reed</persName> met Ida <persName ref="#b">Olsen</persName> <persName>and</persName> Moe.')
    score = evaluate([("x", gold, made)]).scores[0]
    assert (score.kind, score.gold, score.made) == ("persName", 3, 3)
    assert [f.value for f in score.strict] == pytest.approx([1 / 3] * 3)
    assert [f.value for f in score.fuzzy] == pytest.approx([2 / 3] * 3)
    assert score.value.value == 1.0
    assert score.value.low is None


def test_intervals_hold_the_figure() -> None:
    right, wrong = tei("<date>1 May</date>"), tei("1 May")
    score = evaluate([*[("x", right, right)] * 8, *[("y", right, wrong)] * 2]).scores[0]
    recall = score.strict[1]
    assert recall.value == 0.8
    assert recall.low is not None
    assert recall.high is not None
    assert 0.4 <= recall.low < 0.8 < recall.high <= 1.0


def test_words_that_differ_are_told() -> None:
    assert evaluate([("x", tei("a b"), tei("ab")), ("y", tei("a b"), tei("a c"))]).different == ("y",)
