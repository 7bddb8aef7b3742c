"""`validate --profile`: what a house checks, as its own list."""

from pathlib import Path

import pytest

from cli.conftest import Run
from conftest import ROOT
from tei_cable.model import Code, Severity
from tei_cable.registry import rules
from tei_cable.validation.profiles import PROFILES, ticked

VOLUME = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
<titleStmt><title>Cuba</title><editor>A. Rowe</editor></titleStmt>
<publicationStmt><publisher>GPO</publisher><date>1996</date><idno>v11</idno>
<availability status="free"><p>Public domain.</p></availability></publicationStmt>
<sourceDesc><p>A book.</p></sourceDesc></fileDesc>
<profileDesc><langUsage><language ident="en">English</language></langUsage></profileDesc></teiHeader>
<text xml:lang="en"><body><div type="compilation"><head>Cuba</head>
<div type="document" n="1"><head>1. Telegram<note n="1" type="source">Source: Central Files. Secret.</note></head>
<opener><dateline><placeName>Paris</placeName>, <date when="1962-11-02">November 2, 1962</date></dateline></opener><p>We met.</p></div>
<div type="document" n="3"><head>3. Telegram</head>
<opener><dateline><placeName>Paris</placeName>, <date when="1962-11-03">November 3, 1962</date></dateline></opener><p>They went.</p></div>
</div></body></text></TEI>"""


@pytest.fixture
def volume(tmp_path: Path) -> Path:
    path = tmp_path / "volume.xml"
    path.write_text(VOLUME, encoding="utf-8")
    return path


def test_the_list_is_ticked(run: Run, volume: Path) -> None:
    result = run("validate", volume, "--profile", "frus")
    assert result.exit_code == 0
    lines = result.output.splitlines()
    open_tasks = [line for line in lines if line.startswith("[ ]")]
    assert open_tasks == ["[ ] schemas: none was given (--schema)", "[ ] source notes: C001 1", "[ ] table of contents, numbers of documents: C005 1"]
    assert sum(line.startswith("[x]") for line in lines) == len(PROFILES["frus"]) - 3
    assert "S001" not in result.output


def test_schemas_are_ticked_too(run: Run, volume: Path) -> None:
    result = run("validate", volume, "--profile", "frus", "--schema", "cable.rng", "--ignore", "C")
    assert result.exit_code == 1
    assert "[ ] schemas: S001 " in result.output
    assert "[x] source notes\n" in result.output


def test_what_cannot_be_asked_is_said(run: Run, volume: Path) -> None:
    assert "no such profile" in run("validate", volume, "--profile", "dta").output
    assert "leave --select out" in run("validate", volume, "--profile", "frus", "--select", "N").output


@pytest.mark.parametrize("profile", sorted(PROFILES))
def test_every_rule_belongs_to_one_task(profile: str) -> None:
    begins = [code for codes in PROFILES[profile].values() for code in codes]
    assert len(begins) == len(set(begins))
    for code in begins:
        assert code == "F" or any(c.startswith(code) for c in rules()), code
    for rule in (r for r in rules().values() if r.code[0] not in "IK"):
        found = Code(rule.code, rule.slug, Severity.INFO).at(None, "x")
        assert sum(found.code in counts for counts in ticked(profile, [found]).values()) == 1, rule.code


def test_the_documentation_shows_the_list() -> None:
    text = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    for task, codes in PROFILES["frus"].items():
        assert f"| {task} | {', '.join(codes)} |" in text
