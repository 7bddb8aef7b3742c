"""Every rule has a page, specimens with its fault and without it, a code and name of its own, and a line in docs/rules.md."""

import ast
import importlib.util
import re
from collections import Counter
from pathlib import Path

import pytest

import tei_cable
from conftest import ROOT
from rules.test_rules import document
from tei_cable.registry import rules
from tei_cable.rules import Document, Rule
from tei_cable.rules.page import page
from tei_cable.tei.edits import applied
from tei_cable.tei.parse import read_tree

FAMILIES = Path(tei_cable.__file__).parent / "rules"
RULES = [r for r in rules().values() if not r.code.startswith("S")]
FINDINGS = re.compile(r"^```findings\n(.*?)^```$", re.DOTALL | re.MULTILINE)
ROW = re.compile(r"^\| (\w\d{3})(\*?) \| `([a-z0-9-]+)` \| (\w+) \| (.+) \|$", re.MULTILINE)
LETTERS = {
    "notes": "N",
    "dates": "DH",
    "names": "P",
    "references": "R",
    "header": "H",
    "classification": "H",
    "paragraphs": "BT",
    "typography": "T",
    "text": "T",
    "volume": "C",
    "corpus": "K",
    "readiness": "I",
}


def family(rule: Rule) -> str:
    return type(rule).__module__.split(".")[2]


def test_there_are_many() -> None:
    assert len(RULES) >= 40


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.code)
def test_specimens(rule: Rule) -> None:
    told = page(rule)
    assert told.wrong
    assert told.right
    blocks = [b for path in (FAMILIES / family(rule) / "cases").glob("*.md") for b in FINDINGS.findall(path.read_text(encoding="utf-8"))]
    codes = [set(re.findall(r"^\w\d{3}", b, re.MULTILINE)) for b in blocks]
    assert any(rule.code in c for c in codes), "no specimen has this fault"
    assert any(rule.code not in c for c in codes), "no specimen is without this fault"


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.code)
def test_code_has_the_letter_of_its_family(rule: Rule) -> None:
    assert rule.code[0] in LETTERS[family(rule)]
    assert rule.optional or family(rule) not in ("volume", "readiness")


def test_slugs_are_unique() -> None:
    assert not [slug for slug, n in Counter(r.slug for r in rules().values()).items() if n > 1]


def test_one_rule_a_file() -> None:
    for path in FAMILIES.glob("*/*.py"):
        classes = [n for n in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(n, ast.ClassDef)]
        made = [c for c in classes if any(getattr(b, "id", "") == "Rule" for b in c.bases)]
        assert len(made) <= 1, path


def test_the_documentation_lists_every_rule() -> None:
    text = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    listed = {code: (bool(star), slug, severity, title) for code, star, slug, severity, title in ROW.findall(text)}
    known = {r.code: (r.optional, r.slug, str(r.severity), page(r).title.replace("|", "\\|")) for r in rules().values()}
    assert listed == known, "run python tools/rules_page.py"


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.code)
def test_a_fix_removes_its_finding_and_no_word(rule: Rule) -> None:
    for example in page(rule).wrong:
        data = document(example).data
        for found in [d for d in rule.check(Document(read_tree(data), data=data)) if d.fix]:
            assert found.fix
            mended = applied(data, [found.fix], "utf-8")
            tree = read_tree(mended)
            assert "".join(tree.itertext()) == "".join(read_tree(data).itertext())
            assert found.message not in [d.message for d in rule.check(Document(tree, data=mended))]


def test_the_documentation_says_what_each_tool_demands() -> None:
    spec = importlib.util.spec_from_file_location("rules_page", ROOT / "tools" / "rules_page.py")
    assert spec
    assert spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert tool.demands() in (ROOT / "docs" / "exports.md").read_text(encoding="utf-8"), "run python tools/rules_page.py"
