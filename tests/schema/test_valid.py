"""The worked examples are valid for all three schemas, and the XSD is the grammar's."""

import runpy
from pathlib import Path

import pytest
import xmlschema
from lxml import etree
from lxml.isoschematron import Schematron  # type: ignore[import-not-found]

from schema.engines import REPOSITORY, SCHEMAS, WHOLE, failed, rejected

SEED = "seed/alphand-6179-6185.gold.xml"
GOLD = sorted((REPOSITORY / "corpus").glob("*.gold.xml"))


@pytest.fixture(params=["seed", WHOLE, *GOLD], ids=lambda example: getattr(example, "stem", example))
def example(request: pytest.FixtureRequest) -> Path:
    """The telegram that has everything, the specimens of the corpus, and the seed telegram encoded by hand."""
    if isinstance(request.param, Path):
        return request.param
    folder: Path = request.getfixturevalue("shared")
    return folder / SEED


def test_grammar(example: Path, grammar: etree.RelaxNG) -> None:
    assert grammar.validate(etree.parse(example)), grammar.error_log


def test_xsd(example: Path, xsd: etree.XMLSchema) -> None:
    assert xsd.validate(etree.parse(example)), xsd.error_log


def test_xmlschema(example: Path, xmlschema_xsd: xmlschema.XMLSchema) -> None:
    assert not list(xmlschema_xsd.iter_errors(str(example)))


def test_schematron(example: Path, schematron: Schematron) -> None:
    assert not failed(schematron, etree.parse(example))


def test_jing(jing: str, shared: Path) -> None:
    files = [WHOLE, *GOLD, shared / SEED]
    assert not rejected(jing, SCHEMAS / "cable.rng", files)
    assert not rejected(jing, shared / "schemas" / "tei_all.rng", files)


def test_xsd_is_up_to_date() -> None:
    tool = runpy.run_path(str(REPOSITORY / "tools" / "build_schemas.py"))
    derived = tool["Derivation"](etree.parse(SCHEMAS / "cable.rng").getroot()).build()
    assert (SCHEMAS / "cable.xsd").read_bytes() == derived, "stale: run python tools/build_schemas.py"
