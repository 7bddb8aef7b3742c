"""The schema rule and the engines behind `--schema`: each fault once, at its place, in words."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import ROOT
from tei_cable.registry import rules
from tei_cable.rules import Document
from tei_cable.rules.schema.engines import BadSchema, engines, shipped
from tei_cable.tei.parse import read_tree

GOLD = (ROOT / "corpus" / "archive-paris.gold.xml").read_text(encoding="utf-8")

RNG = 'xmlns="http://relaxng.org/ns/structure/1.0"'


def faults(tei: str, schema: str = "cable.rng") -> list[tuple[str, str]]:
    return [(d.path, d.message) for run in engines(schema) for d in run(Document(read_tree(tei)))]


def test_what_is_valid_has_no_faults() -> None:
    document = Document(read_tree(GOLD))
    rule = rules()["S001"]
    assert list(rule.check(document)) == []
    assert (rule.code, rule.slug, rule.since) == ("S001", "not-valid", "0.1.0")


@pytest.mark.parametrize(
    ("old", "new", "path", "message"),
    [
        ('<p n="1">', '<p n="1" foo="x">', "/TEI/text/body/div/p[2]", "p may not have @foo beside @n."),
        ("<label>1.</label>", "<labl>1.</labl>", "/TEI/text/body/div/p[2]/labl", "The schema has no element labl."),
        ('when="1962-11-06">6 Nov', 'when="6 Nov">6 Nov', "/TEI/text/body/div/opener/dateline/date", "@when of date is “6 Nov”, which is no date."),
        ("<title>Maurice", "<ttle/><title>Maurice", "/TEI/teiHeader/fileDesc/titleStmt/ttle", "The schema has no element ttle."),
        (
            "<publisher>Northfield Digital Archive</publisher>\n",
            "",
            "/TEI/teiHeader/fileDesc/publicationStmt/idno[1]",
            "publicationStmt lacks publisher before idno.",
        ),
        ("<body>", "<body>Hello", "/TEI/text/body", "The text “Hello” may not stand here in body."),
        ('<div type="telegram"', "<div", "/TEI/text/body/div", "div lacks @type."),
        ("<creation>", "<creation/><creation>", "/TEI/teiHeader/profileDesc/creation[1]", "creation lacks date."),
        (' xmlns="http://www.tei-c.org/ns/1.0"', "", "/TEI", "TEI is not in the namespace http://www.tei-c.org/ns/1.0."),
    ],
)
def test_a_fault_is_reported_once_where_it_lies(old: str, new: str, path: str, message: str) -> None:
    assert old in GOLD
    assert (path, message) in faults(GOLD.replace(old, new, 1))
    assert len(faults(GOLD.replace(old, new, 1))) <= (2 if "creation" in path or "ttle" in path else 1)


def test_two_faults_are_two() -> None:
    tei = GOLD.replace('<p n="1">', '<p n="1" foo="x">').replace('<p n="2">', '<p n="2" bar="x">')
    assert [message for _, message in faults(tei)] == ["p may not have @foo beside @n.", "p may not have @bar beside @n."]


def test_line_and_hint() -> None:
    tei = GOLD.replace('status="unknown"', 'status="who knows"')
    (fault,) = engines("cable.rng")[0](Document(read_tree(tei)))
    assert fault.line == tei[: tei.index("who knows")].count("\n") + 1
    assert fault.hint == "It must be “free”, “restricted” or “unknown”."


@pytest.mark.parametrize("schema", ["cable", "cable.rng", "cable.xsd", "cable.sch"])
def test_our_schemas_accept_the_specimens(schema: str) -> None:
    assert faults(GOLD, schema) == []


def test_schematron_and_xsd_find_what_a_grammar_cannot() -> None:
    twice = GOLD.replace('xml:id="fn2"', 'xml:id="fn1"')
    assert faults(twice, "cable.rng") == []
    assert {p for p, _ in faults(twice, "cable.sch")} == {"/TEI/text/body/div/head/note", "/TEI/text/body/div/p[3]/note[1]"}
    assert faults(twice, "cable") == faults(twice, "cable.sch")
    assert faults(twice, "cable.xsd") == [("/TEI/text/body/div/p[3]/note[1]", "@xml:id of note is “fn1”, as elsewhere.")]


def test_xsd_reports_a_fault_once() -> None:
    found = faults(GOLD.replace('when="1962-11-06">6 Nov', 'when="6 Nov">6 Nov'), "cable.xsd")
    assert found == [("/TEI/text/body/div/opener/dateline/date", "@when of date is “6 Nov”.")]


def test_a_schema_of_the_user(tmp_path: Path) -> None:
    schema = tmp_path / "mine.rng"
    schema.write_text(f'<element name="a" {RNG}><oneOrMore><element name="b"><text/></element></oneOrMore></element>')
    assert faults("<a><b>x</b></a>", str(schema)) == []
    assert faults("<a/>", str(schema)) == [("/a", "a lacks b.")]
    assert faults("<a><b/><c/><b/></a>", str(schema)) == [("/a/c", "The schema has no element c.")]
    assert faults("<a><b/><a/><b/></a>", str(schema)) == [("/a/a", "a may not stand here in a.")]


def test_a_schema_with_includes(tmp_path: Path) -> None:
    (tmp_path / "part.rng").write_text(f'<grammar {RNG}><define name="x"><element name="x"><empty/></element></define></grammar>')
    whole = tmp_path / "whole.rng"
    whole.write_text(f'<grammar {RNG}><include href="part.rng"/><start><ref name="x"/></start></grammar>')
    assert faults("<x/>", str(whole)) == []
    assert faults("<y/>", str(whole)) == [("/y", "The schema has no element y.")]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("none.rng", None, "cannot be read"),
        ("bad.rng", "<grammar", "is not correct"),
        ("bad.xsd", "<schema/>", "is not correct"),
        ("bad.sch", "<schema/>", "is not correct"),
        ("cable.dtd", "", "not a schema that is known here"),
    ],
)
def test_a_schema_that_cannot_be_used_is_named(tmp_path: Path, name: str, content: str | None, words: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content)
    with pytest.raises(BadSchema, match=words) as caught:
        engines(str(path))
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_explains_agrees_with_the_reference_engine(tool: Callable[[str], str], tmp_path: Path) -> None:
    """Each document in which our explanation finds a fault, jing refuses too, and no other."""
    changes = [("<p>", '<p rend="i">'), ("<head>", "<head><p/>"), ("</abstract>", "</abstract><abstract/>"), ("<foreign", "<foreign n='1'"), ("", "")]
    faulty = set()
    for i, (old, new) in enumerate(changes):
        path = tmp_path / f"{i}.xml"
        path.write_text(GOLD.replace(old, new) if old else GOLD, encoding="utf-8")
        if faults(path.read_text(encoding="utf-8")):
            faulty.add(path.name)
    files = map(str, sorted(tmp_path.glob("*.xml")))
    said = subprocess.run([tool("jing"), str(shipped("cable.rng")), *files], capture_output=True, text=True, check=False).stdout
    assert {name for name in ("0.xml", "1.xml", "2.xml", "3.xml", "4.xml") if f"{name}:" in said} == faulty == {"0.xml", "1.xml", "2.xml", "3.xml"}
