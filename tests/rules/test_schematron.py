"""Schematron: what the schema may hold, and that both engines say the same."""

from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree
from lxml.isoschematron import Schematron as Reference  # type: ignore[import-not-found]

from conftest import ROOT
from schema.engines import failed, parsed
from schema.faults import FAULTS
from tei_cable.model import Diagnostic
from tei_cable.rules import Document
from tei_cable.rules.schema.engines import BadSchema, engines

SCH = 'xmlns="http://purl.oclc.org/dsdl/schematron"'
WHOLE = ROOT / "tests" / "schema" / "whole.xml"


def found(tmp_path: Path, schema: str, document: str) -> list[Diagnostic]:
    path = tmp_path / f"{len(list(tmp_path.iterdir()))}.sch"
    path.write_text(schema)
    return list(engines(str(path))[0](Document(etree.fromstring(document))))


def test_all_assertions_of_ours_as_lxml_runs_them() -> None:
    (ours,) = engines("cable.sch")
    reference = Reference(etree.parse(ROOT / "schemas" / "cable.sch"), store_report=True)
    whole = WHOLE.read_text(encoding="utf-8")
    for fault in FAULTS:
        document = parsed(fault.spoil(whole))
        assert len(list(ours(Document(document.getroot())))) >= len(failed(reference, document)), fault.name


BODY = """<pattern>
  <rule context="a[@x = '|'] | b/c">
    <let name="n" value="@n"/>
    <assert test="$n" role="warning" diagnostics="d">No n in <name/>, <value-of select="concat('a', 'b')"/>.</assert>
  </rule>
  <rule context="a"><report test="@bad">Bad.</report></rule>
</pattern>
<diagnostics><diagnostic id="d">Add it.</diagnostic></diagnostics>"""


@pytest.mark.parametrize("binding", ["xslt", "xslt2"])
def test_rules_lets_reports_roles_diagnostics(tmp_path: Path, binding: str) -> None:
    if binding == "xslt2" and not find_spec("saxonche"):
        pytest.skip("missing package: saxonche")
    schema = f'<schema {SCH} queryBinding="{binding}">{BODY}</schema>'
    said = found(tmp_path, schema, "<r><a x='|' bad='1'/><a bad='1'/><b><c/><c n='1'/></b></r>")
    assert [(d.path, d.message, str(d.severity)) for d in said] == [
        ("/r/a[1]", "No n in a, ab. Add it.", "warning"),
        ("/r/a[2]", "Bad.", "error"),
        ("/r/b/c[1]", "No n in c, ab. Add it.", "warning"),
    ]


def test_abstract_patterns_and_rules_phases_and_includes(tmp_path: Path) -> None:
    (tmp_path / "part.sch").write_text(f'<pattern {SCH} id="p3"><rule context="c"><assert test="false()">Included.</assert></rule></pattern>')
    schema = f"""<schema {SCH} defaultPhase="some"><phase id="some"><active pattern="p1"/><active pattern="p3"/></phase>
      <pattern abstract="true" id="abstract"><rule context="$what"><extends rule="base"/></rule></pattern>
      <pattern id="p1" is-a="abstract"><param name="what" value="a | b"/></pattern>
      <pattern id="p2">
        <rule abstract="true" id="base"><assert test="@ok">Not ok.</assert></rule>
        <rule context="a"><assert test="false()">Asleep.</assert></rule>
      </pattern>
      <include href="part.sch"/></schema>"""
    said = found(tmp_path, schema, "<r><a/><b/><b ok=''/><c/></r>")
    assert [(d.path, d.message) for d in said] == [("/r/a", "Not ok."), ("/r/b[1]", "Not ok."), ("/r/c", "Included.")]


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        (f'<schema {SCH}><pattern is-a="none"/></schema>', "no pattern none"),
        (f'<schema {SCH}><pattern><rule context="a"><extends rule="none"/></rule></pattern></schema>', "no abstract rule none"),
        (f'<schema {SCH}><pattern><rule context="a["><assert test="1"/></rule></pattern></schema>', "not correct"),
        (f'<schema {SCH}><include href="http://example.org/x.sch"/></schema>', "network"),
        ("<schema/>", "not schema of ISO Schematron"),
    ],
)
def test_what_cannot_be_used_is_said(tmp_path: Path, schema: str, words: str) -> None:
    with pytest.raises(BadSchema, match=words):
        found(tmp_path, schema, "<a/>")


def test_without_saxonche_the_way_out_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(BadSchema, match="pip install"):
        found(tmp_path, f'<schema {SCH} queryBinding="xslt2"/>', "<a/>")
