"""Every fault is noticed by whom it should be, and by nobody else."""

from pathlib import Path

import pytest
from lxml import etree
from lxml.isoschematron import Schematron  # type: ignore[import-not-found]

from schema.engines import SCHEMAS, WHOLE, failed, parsed, rejected
from schema.faults import FAULTS, GRAMMAR, TEI, Fault

TEXT = WHOLE.read_text(encoding="utf-8")


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_grammar(fault: Fault, grammar: etree.RelaxNG) -> None:
    document = parsed(fault.spoil(TEXT))
    assert grammar.validate(document) == (GRAMMAR not in fault.by), grammar.error_log


@pytest.mark.parametrize("fault", [f for f in FAULTS if GRAMMAR not in f.by], ids=lambda fault: fault.name)
def test_schematron(fault: Fault, schematron: Schematron) -> None:
    assert failed(schematron, parsed(fault.spoil(TEXT))) >= set(fault.by)


def test_every_assertion_has_a_fault() -> None:
    asserts = etree.parse(SCHEMAS / "cable.sch").iter("{*}assert")
    assert {str(a.get("id")) for a in asserts} == {name for f in FAULTS for name in f.by} - {GRAMMAR, TEI}


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The spoilt documents as files, by the name of the fault."""
    folder = tmp_path_factory.mktemp("faults")
    files = {}
    for number, fault in enumerate(FAULTS):
        path = folder / f"{number:03}.xml"
        path.write_text(fault.spoil(TEXT), encoding="utf-8")
        files[f"{number:03} {fault.name}"] = path
    return files


@pytest.mark.parametrize("by", [GRAMMAR, TEI])
def test_jing(by: str, spoilt: dict[str, Path], jing: str, request: pytest.FixtureRequest) -> None:
    schema = SCHEMAS / "cable.rng" if by == GRAMMAR else request.getfixturevalue("tei_all")
    found = rejected(jing, schema, spoilt.values())
    # jing also checks that an xml:id of tei_all, which types it as ID, is unique
    expected = {name for name, f in zip(spoilt, FAULTS, strict=True) if by in f.by or (by == TEI and "unique-id" in f.by)}
    assert {name for name, path in spoilt.items() if path.stem in found} == expected
