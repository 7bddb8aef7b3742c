"""The worked examples are valid for all three schemas, and the XSD is the grammar's."""

import runpy
from pathlib import Path

import pytest
import xmlschema
from lxml import etree, isoschematron

from .conftest import REPOSITORY, SCHEMAS, WHOLE, failed, rejected, shared


@pytest.fixture(params=["whole", "gold"])
def example(request: pytest.FixtureRequest) -> Path:
    """An invented telegram that has everything, and the seed telegram encoded by hand."""
    return WHOLE if request.param == "whole" else shared("seed/alphand-6179-6185.gold.xml")


def test_grammar(example: Path, grammar: etree.RelaxNG) -> None:
    assert grammar.validate(etree.parse(example)), grammar.error_log


def test_xsd(example: Path, xsd: etree.XMLSchema) -> None:
    assert xsd.validate(etree.parse(example)), xsd.error_log


def test_xmlschema(example: Path) -> None:
    assert not list(xmlschema.XMLSchema(str(SCHEMAS / "cable.xsd")).iter_errors(str(example)))


def test_schematron(example: Path, schematron: isoschematron.Schematron) -> None:
    assert not failed(schematron, etree.parse(example))


def test_jing(example: Path, jing: str, tei_all: Path) -> None:
    assert not rejected(jing, SCHEMAS / "cable.rng", [example])
    assert not rejected(jing, tei_all, [example])


def test_xsd_is_up_to_date() -> None:
    tool = runpy.run_path(str(REPOSITORY / "tools" / "build_schemas.py"))
    derived = tool["Derivation"](etree.parse(SCHEMAS / "cable.rng").getroot()).build()
    assert (SCHEMAS / "cable.xsd").read_bytes() == derived, "stale: run python tools/build_schemas.py"
