"""`validate --ready-for`: what would a tool make of the file."""

import json
from pathlib import Path

import pytest

from cli.conftest import Run
from conftest import ROOT
from tei_cable import api

GOLD = ROOT / "corpus" / "archive-paris.gold.xml"


def test_what_would_be_lost(run: Run) -> None:
    result = run("validate", GOLD, "--ready-for", "evt3")
    assert result.exit_code == 0
    assert "I009" in result.output
    assert "`tei-cable export --profile evt3` mends it." in result.output
    assert result.output.splitlines()[-1].startswith("1 file: 1 ready for evt3, 0 not: ")


def test_what_would_not_be_imported(run: Run) -> None:
    result = run("validate", GOLD, "--ready-for", "leaf-writer", "--format", "json")
    assert result.exit_code == 1
    assert "I007" in {d["code"] for d in json.loads(result.output)["files"][0]["findings"]}


def test_the_library_says_the_same(run: Run) -> None:
    told = run("validate", GOLD, "--ready-for", "voyant", "-v").output
    found = api.validate(GOLD, ready_for="voyant")
    assert found
    assert all(f"[{d.code}]" in told and d.message in told for d in found)
    assert [d.code for v in api.validate_all([str(GOLD)], ready_for="voyant") for d in v.diagnostics] == [d.code for d in found]


def test_a_file_need_not_follow_our_schema(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.xml"
    header = "<teiHeader><fileDesc><titleStmt><title>5</title><author>R</author></titleStmt></fileDesc></teiHeader>"
    other.write_text(f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text><body><ab foo="x">Go.</ab></body></text></TEI>', encoding="utf-8")
    assert run("validate", other, "--ready-for", "voyant").output.splitlines() == ["1 file: 1 ready for voyant, 0 not"]
    assert "S001" in run("validate", other, "--ready-for", "voyant", "--schema", "cable").output


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--ready-for", "oxygen"], "evt3"),
        (["--ready-for", "evt3", "--select", "N"], "--ready-for already says what is checked"),
        (["--ready-for", "evt3", "--profile", "frus"], "once with each"),
    ],
)
def test_what_cannot_be_asked_is_named(run: Run, options: list[str], words: str) -> None:
    result = run("validate", GOLD, *options)
    assert result.exit_code == 2
    assert words in result.output
