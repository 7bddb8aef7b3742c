"""Law 7: a safe fix removes its finding, changes no word, and applied twice it changes nothing. Tried on every rule's own examples and cases."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import tei_cable
from conftest import ROOT
from tei_cable.model import Diagnostic
from tei_cable.registry import rules
from tei_cable.rules import Document
from tei_cable.rules.page import page
from tei_cable.tei.parse import read_tree
from tei_cable.validation.fixing import Fixed, fixed
from tei_cable.validation.opening import opened
from tei_cable.validation.plan import Plan

RULES = rules()
CASES = re.compile(r"^```tei\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PARTS = re.compile(r"\s*<(teiHeader|standOff|text)\b")
# faults that the schema states and that have one remedy: what is written, and what is right
SPELLINGS = {
    '<p n="2">': '<p N="2">',
    '<persName ref="#rowe">Rowe</persName>': '<persname REF="#rowe">Rowe</persname >',
    '<term ref="#ETA">ETA</term>': "<Term\n  ref = '#ETA' >ETA</Term>",
    'cert="low"': 'cert=" Low"',
    'xml:id="fn2"': 'id="fn2"',
    'when="1961-02-03T18:00:00"': "when='1961-2-03T18:00'",
    '<lb break="no"/>': '<LB break="NO"/>',
}
DOCS = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
WHOLE = (ROOT / "tests" / "schema" / "whole.xml").read_text(encoding="utf-8")


def whole(example: str) -> bytes:
    """The file that an example of a rule's page or case stands for."""
    if example.lstrip().startswith(("<TEI", "<?", "<!")):
        return example.lstrip().encode()
    inner = example if PARTS.match(example) else f"<text><body><div>{example}</div></body></text>"
    return f'<?xml version="1.0"?>\n<!-- before -->\n<TEI xmlns="http://www.tei-c.org/ns/1.0">{inner}</TEI>\n<?after it?>'.encode()


def examples() -> Iterator[tuple[str, bytes]]:
    for rule in RULES.values():
        yield from ((rule.code, whole(e)) for e in page(rule).wrong)
    for path in sorted((Path(tei_cable.__file__).parent / "rules").glob("*/cases/*.md")):
        yield from ((path.stem, whole(e)) for e in CASES.findall(path.read_text(encoding="utf-8")))


def mended(data: bytes) -> Fixed:
    """All safe fixes of a file, by every rule and the schema."""
    return fixed(opened(data), Plan(select="".join(sorted({c[0] for c in RULES}))))


def safe(found: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    return [d for d in found if d.fix and d.fix.safe]


def test_every_safe_fix_keeps_the_law() -> None:
    met = set()
    for name, data in examples():
        after = mended(data)
        assert not safe(after.left), name
        assert mended(after.data) == Fixed(after.data, (), after.left), name
        assert "".join(read_tree(after.data).itertext()) == "".join(read_tree(data).itertext()), name
        assert after.data.partition(b"<TEI")[0] == data.partition(b"<TEI")[0]
        assert after.data.partition(b"</TEI>")[2] == data.partition(b"</TEI>")[2]
        met |= {d.code for d in after.fixed}
    listed = DOCS.partition("## Safe fixes")[2].partition("\n## ")[0]
    assert met | {"S001"} == set(re.findall(r"^\| (\w\d{3}) \|", listed, re.MULTILINE)), "docs/rules.md lists other safe fixes"


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_rule_says_of_each_fix_where_it_is(code: str) -> None:
    for example in page(RULES[code]).wrong:
        data = whole(example)
        for d in RULES[code].check(Document(read_tree(data), data=data)):
            for span, _ in d.fix.edits if d.fix else ():
                assert 0 <= span.start <= span.end <= len(data)
                assert data.rfind(b"<", 0, span.start) > data.rfind(b">", 0, span.start), "a fix outside tags"


@pytest.mark.parametrize(("written", "right"), [("When='1962-11-02'", "when='1962-11-02'"), ("wehn='1962-11-02'", "wehn='1962-11-02'")])
def test_a_rule_adds_no_attribute_beside_a_misspelt_one(written: str, right: str) -> None:
    spoilt = WHOLE.replace("<p>We agree.", f"<p>On <date {written}>2 November 1962</date> we met.", 1)
    assert spoilt != WHOLE
    assert fixed(opened(spoilt.encode()), Plan(select=("S", "D"))).data.decode() == spoilt.replace(written, right)


@settings(max_examples=40)
@given(st.sets(st.sampled_from(sorted(SPELLINGS)), min_size=1), st.sampled_from(["utf-8", "iso-8859-15", "windows-1252"]), st.sampled_from("\n\r"))
def test_spellings_are_mended_and_nothing_else_is_touched(right: set[str], encoding: str, newline: str) -> None:
    text = WHOLE.replace('encoding="UTF-8"', f'encoding="{encoding}"').replace("½", "&#189;").replace("“", "&quot;").replace("”", "&quot;")
    text = text.replace("\n", "\r\n") if newline == "\r" else text
    wrong = text
    for spelling in right:
        assert spelling in wrong
        wrong = wrong.replace(spelling, SPELLINGS[spelling], 1)
    data = wrong.encode(encoding, "xmlcharrefreplace")
    after = fixed(opened(data), Plan(select=("S",)))
    assert not after.left
    right_one = read_tree(text.encode(encoding, "xmlcharrefreplace")).getroottree()
    assert etree.tostring(read_tree(after.data).getroottree(), method="c14n") == etree.tostring(right_one, method="c14n")
    assert after.data.count(b"\r\n") == data.count(b"\r\n")
