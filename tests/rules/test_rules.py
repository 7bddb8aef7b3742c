"""What every rule must keep, whoever wrote it: its page, its examples, its cases, and that it takes any document."""

import re
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet
from lxml import etree

import tei_cable
from conftest import ROOT
from tei_cable.model import Diagnostic
from tei_cable.registry import rules
from tei_cable.rules import Document, Rule
from tei_cable.rules.page import Page, page
from tei_cable.tei.parse import read_tree

RULES = list(rules().values())
FENCE = re.compile(r"^```(tei|findings)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
WHOLE = re.compile(r"\s*<(teiHeader|standOff|text)\b")
FAMILIES = Path(tei_cable.__file__).parent / "rules"


def document(example: str) -> Document:
    """The document that an example of a rule's page or case stands for."""
    if not example.lstrip().startswith(("<TEI", "<?", "<!")):
        inner = example if WHOLE.match(example) else f"<text><body><div>{example}</div></body></text>"
        example = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{inner}</TEI>'
    return Document(read_tree(example), data=example.encode())


def found(rule: Rule, example: str) -> list[Diagnostic]:
    return list(rule.check(document(example)))


def version(number: str) -> list[int]:
    return [int(part) for part in number.split(".")]


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.code)
def test_page(rule: Rule) -> None:
    told = page(rule)
    assert isinstance(told, Page)
    assert told.title.endswith(".")
    assert told.why
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", rule.slug)
    assert version(rule.since) <= version(tei_cable.__version__)


@pytest.mark.parametrize("rule", [r for r in RULES if not r.code.startswith("S")], ids=lambda r: r.code)
def test_examples(rule: Rule) -> None:
    told = page(rule)
    assert told.wrong
    assert told.right
    for example in told.wrong:
        diagnostics = found(rule, example)
        assert {d.code for d in diagnostics} == {rule.code}, example
        assert all(d.path and d.message.endswith((".", "?", "…")) for d in diagnostics)
    for example in told.right:
        assert not found(rule, example), example


def cases() -> Iterator[ParameterSet]:
    for path in sorted(FAMILIES.glob("*/cases/*.md")):
        tei = ""
        for n, (kind, body) in enumerate(FENCE.findall(path.read_text(encoding="utf-8"))):
            if kind == "tei":
                tei = body
            else:
                yield pytest.param(path.parent.parent.name, tei, body.splitlines(), id=f"{path.parent.parent.name}/{path.stem}-{n // 2 + 1}")


@pytest.mark.parametrize(("family", "tei", "expected"), list(cases()))
def test_case(family: str, tei: str, expected: Sequence[str]) -> None:
    checked = document(tei)
    family_rules = [r for r in RULES if type(r).__module__.split(".")[2] == family]
    diagnostics = [d for r in family_rules for d in r.check(checked)]
    left = list(diagnostics)
    for words in filter(None, map(shlex.split, expected)):
        code, path, message = words[0], *([w for w in words[1:2] if " " not in w and "/" in w] or [""]), words[-1] if len(words) > 1 else ""
        match = next((d for d in left if d.code == code and d.path.endswith(path) and (message == path or message in d.message)), None)
        assert match, f"{words}\n{diagnostics}"
        left.remove(match)
    assert not left


@pytest.mark.parametrize("path", sorted((ROOT / "corpus").glob("*.gold.xml")), ids=lambda p: p.stem)
def test_specimens_have_no_errors(path: Path) -> None:
    """But for what other tools demand of their own TEI."""
    checked = Document(read_tree(path.read_bytes()), str(path), data=path.read_bytes())
    assert not [d for r in RULES for d in r.check(checked) if d.severity > 2 and not d.code.startswith("I")]


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.code)
def test_any_xml_is_taken(rule: Rule) -> None:
    gold = (ROOT / "corpus" / "archive-paris.gold.xml").read_bytes()
    tei = read_tree(gold)
    for e in tei.iter(etree.Element):
        for a in e.attrib:
            e.set(a, "")
    for strange in ("<x/>", '<TEI xmlns="http://www.tei-c.org/ns/1.0"><?p?><!--c--><text n="1"/></TEI>'):
        list(rule.check(Document(read_tree(strange))))
    list(rule.check(Document(tei)))
