"""Every fault is noticed by whom it should be, and by nobody else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from lxml.isoschematron import Schematron  # type: ignore[import-not-found]

from schema.engines import SCHEMAS, WHOLE, failed, parsed
from schema.faults import FAULTS, GRAMMAR, JING, TEI, Fault

TEXT = WHOLE.read_text(encoding="utf-8")


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_the_grammar_refuses_its_faults_alone(fault: Fault, grammar: etree.RelaxNG) -> None:
    document = parsed(fault.spoil(TEXT))
    assert grammar.validate(document) == (GRAMMAR not in fault.by), grammar.error_log


@pytest.mark.parametrize("fault", [f for f in FAULTS if GRAMMAR not in f.by], ids=lambda fault: fault.name)
def test_the_schematron_names_its_faults(fault: Fault, schematron: Schematron) -> None:
    assert failed(schematron, parsed(fault.spoil(TEXT))) >= set(fault.by) - {TEI, JING}


def test_every_assertion_has_a_fault() -> None:
    asserts = etree.parse(SCHEMAS / "cable.sch").iter("{*}assert")
    assert {str(a.get("id")) for a in asserts} == {name for f in FAULTS for name in f.by} - {GRAMMAR, TEI, JING}


@pytest.mark.parametrize("by", [GRAMMAR, TEI])
def test_jing_refuses_what_libxml2_refuses(by: str, refused: Callable[[Path], dict[str, str]], request: pytest.FixtureRequest) -> None:
    found = refused(SCHEMAS / "cable.rng" if by == GRAMMAR else request.getfixturevalue("tei_all"))
    # jing also checks that an xml:id of tei_all, which types it as ID, is unique
    also = {GRAMMAR: JING, TEI: "unique-id"}[by]
    for number, fault in enumerate(FAULTS):
        assert (f"fault-{number:03}" in found) == (by in fault.by or also in fault.by), fault
