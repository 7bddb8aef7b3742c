"""The worked examples are valid for all three schemas, and the XSD is the grammar's."""

import runpy
from collections.abc import Callable
from pathlib import Path

import pytest
import xmlschema
from lxml import etree
from lxml.isoschematron import Schematron  # type: ignore[import-not-found]

from schema.engines import EXAMPLES, REPOSITORY, SCHEMAS, failed


@pytest.fixture(params=EXAMPLES, ids=lambda example: example.stem)
def example(request: pytest.FixtureRequest) -> Path:
    """One of the examples."""
    assert isinstance(request.param, Path)
    return request.param


def test_the_grammar_accepts(example: Path, grammar: etree.RelaxNG) -> None:
    assert grammar.validate(etree.parse(example)), grammar.error_log


def test_the_xsd_accepts(example: Path, xsd: etree.XMLSchema) -> None:
    assert xsd.validate(etree.parse(example)), xsd.error_log


def test_xmlschema_accepts(example: Path, xmlschema_xsd: xmlschema.XMLSchema) -> None:
    assert not list(xmlschema_xsd.iter_errors(str(example)))


def test_the_schematron_finds_nothing(example: Path, schematron: Schematron) -> None:
    assert not failed(schematron, etree.parse(example))


def test_jing_accepts(example: Path, refused: Callable[[Path], dict[str, str]], tei_all: Path) -> None:
    assert example.stem not in refused(SCHEMAS / "cable.rng")
    assert example.stem not in refused(tei_all)


def test_xsd_is_up_to_date() -> None:
    tool = runpy.run_path(str(REPOSITORY / "tools" / "build_schemas.py"))
    derived = tool["Derivation"](etree.parse(SCHEMAS / "cable.rng").getroot()).build()
    assert (SCHEMAS / "cable.xsd").read_bytes() == derived, "stale: run python tools/build_schemas.py"
