"""The project's papers keep the schemas of those who read them, and agree with the package."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import tei_cable
from conftest import ROOT
from tei_cable.registry import codes, rules

TEMPLATES = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))


def check(kind: str, path: Path) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{kind}", str(path)]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.stem)
def test_templates_of_issues(path: Path) -> None:
    check("github-issue-config" if path.stem == "config" else "github-issue-forms", path)


def test_there_are_templates() -> None:
    assert len(TEMPLATES) == 4


def test_the_citation_is_valid_and_of_this_version() -> None:
    path = ROOT / "CITATION.cff"
    check("citation-file-format", path)
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert told["version"] == tei_cable.__version__
    assert told["license"] == "MIT"
    assert "MIT License" in (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_codes_with_z_are_left_to_other_packages() -> None:
    ours = {*codes(), *rules()}
    assert len(ours) > 100
    assert not [code for code in ours if code.startswith("Z")]


def test_the_changelog_has_a_place_for_what_comes() -> None:
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
