"""What the grammar accepts, tei_all and the XSD accept too; and engines agree on the grammar."""

from collections.abc import Callable
from pathlib import Path

import xmlschema
from lxml import etree

from schema.engines import SCHEMAS
from schema.instances import Instances


def test_all_of_the_grammar_is_tried(instances: tuple[Instances, list[etree._ElementTree]]) -> None:
    missing = [f"line {node.sourceline}: {etree.QName(node).localname}" for node in instances[0].unused]
    assert not missing


def test_libxml2_accepts(instances: tuple[Instances, list[etree._ElementTree]], grammar: etree.RelaxNG) -> None:
    for document in instances[1]:
        assert grammar.validate(document), (grammar.error_log, etree.tostring(document))


def test_jing_accepts(refused: Callable[[Path], dict[str, str]]) -> None:
    assert not [name for name in refused(SCHEMAS / "cable.rng") if name.startswith("instance")]


def test_tei_all_accepts(refused: Callable[[Path], dict[str, str]], tei_all: Path) -> None:
    assert not [(name, message) for name, message in refused(tei_all).items() if name.startswith("instance")]


def test_xsd_accepts(instances: tuple[Instances, list[etree._ElementTree]], xsd: etree.XMLSchema) -> None:
    for document in instances[1]:
        assert xsd.validate(document), (xsd.error_log, etree.tostring(document))


def test_xmlschema_accepts(instances: tuple[Instances, list[etree._ElementTree]], xmlschema_xsd: xmlschema.XMLSchema) -> None:
    for document in instances[1][:60]:
        assert not list(xmlschema_xsd.iter_errors(document.getroot()))
