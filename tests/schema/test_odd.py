"""The ODD: the four files agree in their inventories, its examples are right, and it makes a schema that accepts our telegrams."""

import runpy
from collections.abc import Callable
from copy import deepcopy
from itertools import groupby
from pathlib import Path

import pytest
from lxml import etree

from schema.customised import customised
from schema.engines import EXAMPLES, REPOSITORY, SCHEMAS
from schema.inventory import RNG, TEI, Inventory, RelaxNG, named_by_rules, of_odd, of_xsd
from tei_cable.tei.parse import read_tree

EGXML = "{http://www.tei-c.org/ns/Examples}"
GRAMMAR = etree.parse(SCHEMAS / "cable.rng").getroot()
ODD = etree.parse(SCHEMAS / "cable.odd").getroot()
SPECS = list(ODD.iter(f"{TEI}elementSpec"))


@pytest.fixture(scope="module")
def inventory() -> Inventory:
    return RelaxNG(GRAMMAR).inventory()


def test_the_odd_has_what_the_grammar_has(inventory: Inventory) -> None:
    stated = of_odd(ODD)
    assert stated.keys() == inventory.keys()
    for name in inventory:
        assert stated[name] == inventory[name], name


def test_the_xsd_has_what_the_grammar_has(inventory: Inventory) -> None:
    stated = of_xsd(etree.parse(SCHEMAS / "cable.xsd").getroot())
    assert stated.keys() == inventory.keys()
    for name in inventory:
        assert stated[name].keys() == inventory[name].keys(), name
        for attribute, known in inventory[name].items():
            # xml:id and xml:lang are declared once for all elements in XSD, and so have no values of one element
            assert attribute.startswith("xml:") or stated[name][attribute].values == known.values, (name, attribute)
            assert known.required or not stated[name][attribute].required, (name, attribute)


def test_the_rules_name_only_what_the_grammar_has(inventory: Inventory) -> None:
    elements, attributes, values = named_by_rules(etree.parse(SCHEMAS / "cable.sch").getroot())
    assert elements <= inventory.keys()
    assert attributes <= {a for known in inventory.values() for a in known}
    assert len(values) >= 3
    for element, attribute, value in values:
        assert value in (inventory[element][attribute].values or ()), (element, attribute)


def test_the_rules_in_the_odd_are_up_to_date() -> None:
    tool = runpy.run_path(str(REPOSITORY / "tools" / "build_schemas.py"))
    text = (SCHEMAS / "cable.odd").read_text(encoding="utf-8")
    assert tool["with_rules"](text, etree.parse(SCHEMAS / "cable.sch").getroot()) == text, "stale: run python tools/build_schemas.py"


def test_each_element_is_taken_from_its_module() -> None:
    included = {str(m.get("key")): str(m.get("include")).split() for m in ODD.iter(f"{TEI}moduleRef") if m.get("include")}
    assert {str(s.get("ident")): str(s.get("module")) for s in SPECS} == {name: key for key, names in included.items() for name in names}


@pytest.mark.parametrize("spec", SPECS, ids=lambda s: s.get("ident"))
def test_each_element_is_explained(spec: etree._Element) -> None:
    for said in [*spec.iter(f"{TEI}desc"), *spec.iterfind(f"{TEI}remarks/{TEI}p")]:
        assert "".join(said.itertext()).strip()
    assert spec.find(f"{TEI}desc") is not None
    assert spec.find(f"{TEI}remarks") is not None
    assert all(a.find(f"{TEI}desc") is not None for a in spec.iter(f"{TEI}attDef") if a.get("mode") != "delete")
    assert all(v.find(f"{TEI}desc") is not None for v in spec.iter(f"{TEI}valItem"))


def alone(name: str) -> etree.RelaxNG:
    """The grammar for a document that is this element: any of its patterns of that name."""
    grammar = deepcopy(GRAMMAR)
    start = next(grammar.iter(f"{RNG}start"))
    patterns = [deepcopy(e) for e in grammar.iter(f"{RNG}element") if e.get("name") == name]
    start[:] = [etree.Element(f"{RNG}choice")]
    start[0].extend(patterns)
    return etree.RelaxNG(etree.ElementTree(grammar))


@pytest.mark.parametrize("spec", SPECS, ids=lambda s: s.get("ident"))
def test_each_element_has_an_example_that_is_right(spec: etree._Element, inventory: Inventory) -> None:
    shown = spec.find(f"{TEI}exemplum/{EGXML}egXML")
    assert shown is not None
    example = read_tree(etree.tostring(shown[0], with_tail=False).replace(EGXML[1:-1].encode(), TEI[1:-1].encode()))
    assert etree.QName(example).localname == spec.get("ident")
    if shown.get("valid") == "feasible":
        # parts are left out, and comments say which
        assert any(isinstance(n, etree._Comment) for n in example.iter())
        assert all(etree.QName(e).localname in inventory for e in example.iter(etree.Element))
        return
    grammar = alone(str(spec.get("ident")))
    assert grammar.validate(etree.ElementTree(example)), grammar.error_log


def test_the_odd_is_valid_tei(tool: Callable[[str], str], tei_all: Path) -> None:
    import subprocess

    run = subprocess.run([tool("jing"), str(tei_all), str(SCHEMAS / "cable.odd")], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


def test_the_elements_of_a_module_stand_together_in_the_tei(tei_all: Path) -> None:
    module = {str(s.get("ident")): str(s.get("module")) for s in SPECS}
    order = [module[n] for e in etree.parse(tei_all).iter(f"{RNG}element") if (n := str(e.get("name"))) in module]
    assert len(order) == len(module)
    runs = [key for key, _ in groupby(order)]
    assert len(runs) == len(set(runs)), runs


@pytest.fixture(scope="module")
def compiled(tei_all: Path) -> etree._Element:
    """The schema that the customisation makes of tei_all."""
    return customised(etree.parse(tei_all).getroot(), ODD)


def test_what_the_odd_leaves_of_the_tei_is_what_the_grammar_has(compiled: etree._Element, inventory: Inventory) -> None:
    left = RelaxNG(compiled).inventory()
    assert left == inventory


def test_the_schema_that_the_odd_makes_accepts_our_telegrams(
    compiled: etree._Element, instances: tuple[object, list[etree._ElementTree]]
) -> None:
    schema = etree.RelaxNG(etree.ElementTree(compiled))
    for path in EXAMPLES:
        assert schema.validate(etree.parse(path)), (path, schema.error_log)
    for document in instances[1]:
        assert schema.validate(document), schema.error_log
