"""What the grammar accepts, tei_all and the XSD accept too; and engines agree on the grammar."""

from pathlib import Path

import pytest
import xmlschema
from lxml import etree

from schema.engines import SCHEMAS, WHOLE, rejected
from schema.instances import Instances

DOCUMENTS = 250


@pytest.fixture(scope="module")
def instances() -> tuple[Instances, list[etree._ElementTree]]:
    """A grammar's documents, which together have all that it allows."""
    source = Instances(etree.parse(SCHEMAS / "cable.rng").getroot(), seed=1)
    return source, [source.document() for _ in range(DOCUMENTS)]


@pytest.fixture(scope="module")
def files(instances: tuple[Instances, list[etree._ElementTree]], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("instances")
    paths = [folder / f"{number:03}.xml" for number in range(DOCUMENTS)]
    for path, document in zip(paths, instances[1], strict=True):
        document.write(path, encoding="utf-8")
    return [*paths, WHOLE]


def test_all_of_the_grammar_is_tried(instances: tuple[Instances, list[etree._ElementTree]]) -> None:
    missing = [f"line {node.sourceline}: {etree.QName(node).localname}" for node in instances[0].unused]
    assert not missing


def test_libxml2_accepts(instances: tuple[Instances, list[etree._ElementTree]], grammar: etree.RelaxNG) -> None:
    for document in instances[1]:
        assert grammar.validate(document), (grammar.error_log, etree.tostring(document))


def test_jing_accepts(files: list[Path], jing: str) -> None:
    assert not rejected(jing, SCHEMAS / "cable.rng", files)


def test_tei_all_accepts(files: list[Path], jing: str, tei_all: Path) -> None:
    assert not rejected(jing, tei_all, files)


def test_xsd_accepts(instances: tuple[Instances, list[etree._ElementTree]], xsd: etree.XMLSchema) -> None:
    for document in instances[1]:
        assert xsd.validate(document), (xsd.error_log, etree.tostring(document))


def test_xmlschema_accepts(instances: tuple[Instances, list[etree._ElementTree]], xmlschema_xsd: xmlschema.XMLSchema) -> None:
    for document in instances[1][:60]:
        assert not list(xmlschema_xsd.iter_errors(document.getroot()))
