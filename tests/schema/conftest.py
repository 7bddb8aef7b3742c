"""The three schemas, loaded, and what they are measured against."""

from collections.abc import Callable
from pathlib import Path

import pytest
import xmlschema
from lxml import etree
from lxml.isoschematron import Schematron  # type: ignore[import-not-found]

from schema.engines import SCHEMAS


@pytest.fixture(scope="session")
def jing(tool: Callable[[str], str]) -> str:
    """The path of jing, the reference engine."""
    return tool("jing")


@pytest.fixture(scope="session")
def tei_all(shared: Path) -> Path:
    """The schema of all of TEI P5 4.3.0."""
    return shared / "schemas" / "tei_all.rng"


@pytest.fixture(scope="session")
def grammar() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(SCHEMAS / "cable.rng"))


@pytest.fixture(scope="session")
def xsd() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS / "cable.xsd"))


@pytest.fixture(scope="session")
def xmlschema_xsd() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(SCHEMAS / "cable.xsd"))


@pytest.fixture(scope="session")
def schematron() -> Schematron:
    return Schematron(etree.parse(SCHEMAS / "cable.sch"), store_report=True)
