"""Is a file ready for a tool: what a profile writes is, and what `validate --ready-for` says that a profile mends, it mends."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from _pytest.mark import ParameterSet

from exporters.telegrams import CORPUS, load
from rules.test_rules import document
from tei_cable import api
from tei_cable.model import Cable, Severity
from tei_cable.registry import parts, rules
from tei_cable.rules import Document, Rule
from tei_cable.rules.page import page
from tei_cable.tei.parse import read_tree
from tei_cable.validation.readiness import TOOLS

DEMANDS: list[Rule] = [r for r in rules().values() if r.tools]


def writer(tool: str) -> Any:
    """The exporter that writes for a tool."""
    option, name = TOOLS[tool].split()
    return parts("profiles" if option == "--profile" else "exporters")[name]


def found(tei: bytes, tool: str, least: Severity = Severity.INFO) -> Counter[str]:
    return Counter(d.code for d in api.validate(tei, ready_for=tool) if d.severity >= least)


def mended() -> Iterator[ParameterSet]:
    for rule in (r for r in DEMANDS if r.mended):
        for tool in sorted(rule.tools):
            yield pytest.param(rule, tool, id=f"{rule.code}-{tool}")


def test_demands_are_those_of_known_tools() -> None:
    assert {tool for r in DEMANDS for tool in r.tools} == set(TOOLS)


@pytest.mark.parametrize(("rule", "tool"), list(mended()))
def test_export_mends(rule: Rule, tool: str) -> None:
    for example in page(rule).wrong:
        option, name = TOOLS[tool].split()
        data = document(example).data
        made = api.export(data, profile=name) if option == "--profile" else api.export(data, name)
        assert isinstance(made.data, bytes)
        left = Document(read_tree(made.data), data=made.data)
        assert not list(rule.check(left)), made.data.decode()


@pytest.mark.parametrize("tool", list(TOOLS))
def test_what_is_written_for_a_tool_is_ready(tool: str, specimens: list[Cable], quarter: list[Cable]) -> None:
    for cable in [*specimens, *quarter]:
        made = writer(tool).write([cable])
        assert not found(made, tool, Severity.ERROR), cable.source.path


# Warnings about our own TEI, and what is left of them in the profile's: what no form of the file can hold.
OWN = {
    "ceteicean": ({"I010", "I032"}, set()),
    "correspsearch": ({"I063", "I064", "I066", "I068"}, {"I064", "I066"}),
    "evt2": ({"I009", "I013", "I021"}, set()),
    "evt3": ({"I009", "I021"}, set()),
    "frus": ({"I011", "I014", "I018", "I045", "I046", "I049"}, {"C017"}),
    "leaf-writer": ({"I007", "I020"}, set()),
    "tei-publisher": ({"I017", "I021"}, set()),
    "teitok": ({"I035"}, set()),
    "voyant": ({"I035", "I050"}, set()),
}


@pytest.mark.parametrize("tool", list(TOOLS))
def test_our_own_tei_is_for_none_of_them(tool: str) -> None:
    """The specimens of an archive's page: the findings are those that the tool's demands make expect."""
    own = [p for p in CORPUS if p.name.startswith("archive-")]
    assert own
    told, left = OWN[tool]
    assert told <= {code for p in own for code in found(p.read_bytes(), tool, Severity.WARNING)}
    assert {code for p in own for code in found(writer(tool).write([load(p)]), tool, Severity.WARNING)} <= left
