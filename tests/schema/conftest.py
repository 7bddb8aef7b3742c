"""The three schemas, loaded, and what they are measured against."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import xmlschema
from lxml import etree
from lxml.isoschematron import Schematron  # type: ignore[import-not-found]

from schema.engines import EXAMPLES, SCHEMAS, WHOLE, rejected
from schema.faults import FAULTS
from schema.instances import Instances

DOCUMENTS = 250


@pytest.fixture(scope="session")
def instances() -> tuple[Instances, list[etree._ElementTree]]:
    """A grammar's documents, which together have all that it allows."""
    source = Instances(etree.parse(SCHEMAS / "cable.rng").getroot(), seed=1)
    return source, [source.document() for _ in range(DOCUMENTS)]


@pytest.fixture(scope="session")
def documents(instances: tuple[Instances, list[etree._ElementTree]], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """All documents of these tests as files, by stem: the examples, the instances and the spoilt documents."""
    folder = tmp_path_factory.mktemp("documents")
    whole = WHOLE.read_text(encoding="utf-8")
    for number, document in enumerate(instances[1]):
        document.write(folder / f"instance-{number:03}.xml", encoding="utf-8")
    for number, fault in enumerate(FAULTS):
        (folder / f"fault-{number:03}.xml").write_text(fault.spoil(whole), encoding="utf-8")
    return {path.stem: path for path in (*EXAMPLES, *sorted(folder.iterdir()))}


@pytest.fixture(scope="session")
def refused(tool: Callable[[str], str], documents: dict[str, Path]) -> Callable[[Path], dict[str, str]]:
    """What jing, the reference engine, refuses under a schema, by stem, with its first message; it starts once a schema."""
    jing = tool("jing")
    return cache(lambda schema: rejected(jing, schema, documents.values()))


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
