"""The three schemas, loaded, and what they are measured against."""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from lxml import etree, isoschematron

REPOSITORY = Path(__file__).resolve().parents[2]
SCHEMAS = REPOSITORY / "schemas"
SHARED = REPOSITORY.parent / "shared"
WHOLE = Path(__file__).with_name("whole.xml")
SVRL = "{http://purl.oclc.org/dsdl/svrl}"


@pytest.fixture(scope="session")
def jing() -> str:
    """The path of jing, the reference engine."""
    path = shutil.which("jing")
    if path is None:
        pytest.skip("missing tool: jing")
    return path


@pytest.fixture(scope="session")
def tei_all() -> Path:
    """The schema of all of TEI P5 4.3.0."""
    return shared("schemas/tei_all.rng")


@pytest.fixture(scope="session")
def grammar() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(SCHEMAS / "cable.rng"))


@pytest.fixture(scope="session")
def xsd() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS / "cable.xsd"))


@pytest.fixture(scope="session")
def schematron() -> isoschematron.Schematron:
    return isoschematron.Schematron(etree.parse(SCHEMAS / "cable.sch"), store_report=True)


def shared(name: str) -> Path:
    """A file that is not part of the project; the test is skipped where it is missing."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"missing file: ../shared/{name}")
    return path


def parsed(text: str) -> etree._ElementTree:
    """A document, of which the parser does not judge the ids."""
    return etree.ElementTree(etree.fromstring(text.encode(), etree.XMLParser(collect_ids=False)))


def failed(schematron: isoschematron.Schematron, document: etree._ElementTree) -> set[str]:
    """The ids of the assertions that the document fails."""
    schematron.validate(document)
    return {str(a.get("id")) for a in schematron.validation_report.iter(f"{SVRL}failed-assert")}


def rejected(jing: str, schema: Path, files: Iterable[Path]) -> dict[str, str]:
    """The files that jing finds invalid, by stem, with its first message for each; one call for all."""
    run = subprocess.run([jing, str(schema), *map(str, files)], capture_output=True, text=True, check=False)
    found: dict[str, str] = {}
    for line in run.stdout.splitlines():
        path, _, message = line.partition(".xml:")
        found.setdefault(Path(path).name, message)
    return found
