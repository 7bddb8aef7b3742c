"""A grammar cut down to some names says of documents with those names what the whole says."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from conftest import ROOT
from tei_cable.model import Diagnostic
from tei_cable.rules import Document
from tei_cable.rules.schema.engines import BadSchema, engines
from tei_cable.rules.schema.flatten import Unsupported, flatten, names, read
from tei_cable.rules.schema.prune import pruned
from tei_cable.rules.schema.relaxng import RelaxNG

RNG = 'xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"'
CABLE = ROOT / "schemas" / "cable.rng"
GOLD = sorted((ROOT / "corpus").glob("*.gold.xml"))

# Schemas, documents that are valid, documents that are not.
SCHEMAS = {
    "choice of elements": (
        """<element name="a"><choice><element name="b"><empty/></element><element name="c"><empty/></element></choice></element>""",
        ["<a><b/></a>", "<a><c/></a>"],
        ["<a/>", "<a><b/><c/></a>", "<a><d/></a>"],
    ),
    "group with what is absent": (
        """<element name="a"><element name="b"><empty/></element><element name="c"><empty/></element></element>""",
        ["<a><b/><c/></a>"],
        ["<a><b/></a>", "<a><c/></a>", "<a><c/><b/></a>"],
    ),
    "interleave": (
        """<element name="a">
          <interleave><element name="b"><empty/></element><optional><element name="c"><empty/></element></optional><text/></interleave>
        </element>""",
        ["<a><b/></a>", "<a>x<c/>y<b/>z</a>"],
        ["<a><c/></a>", "<a>x</a>"],
    ),
    "mixed, oneOrMore": (
        """<element name="a"><mixed><oneOrMore><element name="b"><empty/></element></oneOrMore></mixed></element>""",
        ["<a>x<b/>y<b/></a>"],
        ["<a>x</a>"],
    ),
    "required attribute": (
        """<element name="a"><attribute name="x"><data type="date"/></attribute><optional><attribute name="y"/></optional></element>""",
        ['<a x="1962-01-01"/>', '<a x="1962-01-01" y=""/>'],
        ["<a/>", '<a y="1"/>', '<a x="soon"/>', '<a x="1962-01-01" z="1"/>'],
    ),
    "attributes with elements in a choice": (
        """<element name="a">
          <choice><group><attribute name="x"/><element name="b"><text/></element></group><attribute name="y"/></choice>
        </element>""",
        ['<a x="1"><b/></a>', '<a y="1"/>'],
        ['<a x="1"/>', '<a y="1"><b/></a>'],
    ),
    "any name but one": (
        """<element name="a">
          <zeroOrMore><element><anyName><except><name>c</name></except></anyName><text/></element></zeroOrMore>
        </element>""",
        ["<a><b/><d>x</d></a>"],
        ["<a><c/></a>", "<a><b><b/></b></a>"],
    ),
    "any name of a namespace, any attribute": (
        """<element name="a">
          <zeroOrMore><element><nsName ns="urn:x"/><zeroOrMore><attribute><anyName/></attribute></zeroOrMore><text/></element></zeroOrMore>
        </element>""",
        ['<a><x:b xmlns:x="urn:x" c="1" x:d="2"/></a>'],
        ["<a><b/></a>", '<a><x:b xmlns:x="urn:y"/></a>'],
    ),
    "choice of names": (
        """<element ns="">
          <choice><name>a</name><name ns="urn:x">b</name></choice><attribute><choice><name>x</name><name>y</name></choice></attribute>
        </element>""",
        ['<a x="1"/>', '<b xmlns="urn:x" y="1"/>'],
        ['<b x="1"/>', '<a x="1" y="1"/>'],
    ),
    "list, except": (
        """<element name="a"><list><oneOrMore><data type="token"><except><value>no</value></except></data></oneOrMore></list></element>""",
        ["<a>x y end</a>"],
        ["<a>no end</a>", "<a/>"],
    ),
    "recursion": (
        """<grammar>
          <start><ref name="a"/></start>
          <define name="a"><element name="a"><zeroOrMore><choice><ref name="a"/><ref name="b"/></choice></zeroOrMore></element></define>
          <define name="b"><element name="b"><ref name="a"/></element></define>
        </grammar>""",
        ["<a><a/><b><a/></b></a>"],
        ["<a><b/></a>", "<b/>"],
    ),
    "combine": (
        """<grammar>
          <start combine="choice"><ref name="a"/></start>
          <start combine="choice"><element name="z"><empty/></element></start>
          <define name="a"><element name="a"><ref name="att"/></element></define>
          <define name="att" combine="interleave"><optional><attribute name="x"/></optional></define>
          <define name="att" combine="interleave"><attribute name="y"/></define>
        </grammar>""",
        ["<z/>", '<a y="1"/>', '<a x="1" y="1"/>'],
        ["<a/>", '<a x="1"/>'],
    ),
    "grammar in a grammar": (
        """<grammar>
          <start><element name="a"><ref name="c"/></element></start>
          <define name="b"><element name="b"><empty/></element></define>
          <define name="c"><grammar>
            <start><group><ref name="b"/><parentRef name="b"/></group></start>
            <define name="b"><element name="c"><empty/></element></define>
          </grammar></define>
        </grammar>""",
        ["<a><c/><b/></a>"],
        ["<a><b/><c/></a>", "<a><b/></a>"],
    ),
    "notAllowed": (
        """<grammar>
          <start><element name="a"><choice><ref name="none"/><empty/></choice></element></start>
          <define name="none"><notAllowed/></define>
        </grammar>""",
        ["<a/>"],
        ["<a><b/></a>"],
    ),
}


def cases() -> Iterator[tuple[str, str, bool]]:
    for schema, valid, invalid in SCHEMAS.values():
        tag = schema[: len("<element")]
        whole = schema.replace(tag, f"{tag} {RNG}", 1)
        yield from ((whole, d, True) for d in valid)
        yield from ((whole, d, False) for d in invalid)


@pytest.mark.parametrize(("schema", "document", "valid"), list(cases()))
def test_verdict(schema: str, document: str, valid: bool) -> None:
    root = etree.fromstring(document)
    cut = etree.RelaxNG(pruned(flatten(etree.fromstring(schema)), names(root)))
    assert cut.validate(root) is valid
    assert etree.RelaxNG(etree.fromstring(schema)).validate(root) is valid


def test_include_with_its_own_definitions_and_external_reference(tmp_path: Path) -> None:
    (tmp_path / "a b.rng").write_text(
        f'<grammar {RNG} ns="urn:x"><start><ref name="a"/></start><define name="a"><element name="a"><ref name="b"/></element></define>'
        '<define name="b"><element name="old"><empty/></element></define></grammar>'
    )
    (tmp_path / "pattern.rng").write_text(f'<element name="e" {RNG}><empty/></element>')
    main = tmp_path / "main.rng"
    main.write_text(
        f'<grammar {RNG} ns="urn:y"><include href="a%20b.rng"><define name="b"><element name="new">'
        '<externalRef href="pattern.rng" ns="urn:z"/></element></define></include></grammar>'
    )
    right = etree.fromstring('<a xmlns="urn:x"><new xmlns="urn:y"><e xmlns="urn:z"/></new></a>')
    wrong = etree.fromstring('<a xmlns="urn:x"><old/></a>')
    engine = RelaxNG(main)
    engine._known, engine._schema = set(), None  # small as it is
    assert engine.valid(right)
    assert not engine.valid(wrong)
    assert etree.RelaxNG(file=str(main)).validate(right)


@pytest.mark.parametrize("href", ["http://example.org/x.rng", "main.rng"])
def test_what_cannot_be_read_is_said(tmp_path: Path, href: str) -> None:
    main = tmp_path / "main.rng"
    main.write_text(f'<grammar {RNG}><include href="{href}"/></grammar>')
    with pytest.raises(Unsupported):
        flatten(read(main))
    with pytest.raises(BadSchema, match=r"network|itself"):
        engines(str(main))


def test_a_list_in_which_libxml2_errs(tmp_path: Path) -> None:
    schema = tmp_path / "list.rng"
    schema.write_text(f'<element name="a" {RNG}><list><oneOrMore><data type="token"/></oneOrMore><value>end</value></list></element>')
    (engine,) = engines(str(schema))
    assert not list(engine(Document(etree.fromstring("<a>x y end</a>"))))
    assert list(engine(Document(etree.fromstring("<a>end</a>"))))


def broken(seed: int) -> Iterator[etree._Element]:
    """Our specimens with an element taken away, moved or renamed."""
    chance = random.Random(seed)
    while True:
        root = etree.fromstring(chance.choice(GOLD).read_bytes())
        elements = list(root.iter(etree.Element))[1:]
        e, other = chance.choice(elements), chance.choice(elements)
        parent = e.getparent()
        assert parent is not None
        what = chance.randrange(4)
        if what == 0:
            parent.remove(e)
        elif what == 1 and e not in other.iterancestors() and e is not other:
            other.append(e)
        elif what == 2:
            e.tag = other.tag
        else:
            e.attrib.update(other.attrib)
        yield root


def test_cut_and_whole_agree_on_broken_telegrams() -> None:
    whole = etree.RelaxNG(etree.parse(CABLE))
    flat = flatten(read(CABLE))
    verdicts = set()
    for _, root in zip(range(150), broken(7), strict=False):
        cut = etree.RelaxNG(pruned(flat, names(root)))
        verdicts.add(verdict := whole.validate(root))
        assert cut.validate(root) is verdict
    assert verdicts == {True, False}


def test_a_grammar_that_grows_with_the_documents() -> None:
    engine = RelaxNG(CABLE)
    engine._known, engine._schema = set(), None
    whole = etree.RelaxNG(etree.parse(CABLE))
    for _, root in zip(range(60), broken(8), strict=False):
        assert engine.valid(root) is whole.validate(root)


def test_tei_all(shared: Path) -> None:
    (engine,) = engines(str(shared / "schemas" / "tei_all.rng"))
    assert engine.release == "TEI P5 4.3.0"
    for path in GOLD:
        assert not list(engine(Document(etree.fromstring(path.read_bytes()))))
    twice = etree.fromstring(GOLD[0].read_bytes())
    holders = [e for e in twice.iter(etree.Element) if e.get("{http://www.w3.org/XML/1998/namespace}id")]
    holders[1].set("{http://www.w3.org/XML/1998/namespace}id", holders[0].get("{http://www.w3.org/XML/1998/namespace}id", ""))
    (fault,) = engine(Document(twice))
    assert isinstance(fault, Diagnostic)
    assert "and so is that of" in fault.message


def test_a_named_schema_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "my_tei.rng").write_text(f'<element name="a" {RNG}><empty/></element>')
    monkeypatch.setenv("TEI_CABLE_SCHEMAS", str(tmp_path))
    assert not list(engines("my_tei")[0](Document(etree.fromstring("<a/>"))))
    with pytest.raises(BadSchema, match="TEI_CABLE_SCHEMAS"):
        engines("no_such_tei")
