"""The audit of a corpus: what is found across files, the formats, the baseline; what a clean corpus says."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from desk.corpora import cite, cites, folder, from_paris, to_paris
from tei_cable import api
from tei_cable.cli import main
from tei_cable.files import BadRequest

RUSK = '<standOff><listPerson><person xml:id="{id}"><persName>{name}</persName></person></listPerson></standOff>'


def named(n: str, day: str, id: str, name: str = "Dean Rusk") -> dict[str, str]:
    """What makes a telegram that names a person."""
    return {"n": n, "day": day, "text": f'<p><persName ref="#{id}">{name}</persName> left.</p>', "standoff": RUSK.format(id=id, name=name)}


def found(home: Path, **how: list[str]) -> list[tuple[str, str]]:
    audit = api.corpus_audit([str(home)], **how)
    return [(Path(file).name, d.code) for file, ds in audit.findings.items() for d in ds]


def test_faults_between_files(tmp_path: Path) -> None:
    home = folder(
        tmp_path,
        a=from_paris(**named("1", "1962-01-02", "r1")),
        b=from_paris(**named("2", "1962-01-03", "r1")),
        c=from_paris(**named("3", "1962-01-04", "r2")),
        d=from_paris("3", "1962-01-20"),
        e=to_paris(**named("9", "1962-01-20", "r1", "Andrei Gromyko")),
    )
    assert sorted(found(home)) == [("c.xml", "K001"), ("d.xml", "K006"), ("e.xml", "K002")]
    assert found(home, select=["K006"]) == [("d.xml", "K006")]
    assert sorted(found(home, ignore=["K006"])) == [("c.xml", "K001"), ("e.xml", "K002")]
    with pytest.raises(BadRequest, match="Z9"):
        found(home, select=["Z9"])


def test_a_cable_is_answered_before_it_is_sent(tmp_path: Path) -> None:
    home = folder(tmp_path, a=from_paris("486", "1959-02-01"), b=to_paris("9", "1959-02-14", cites("[Embtel |486]")))
    assert sum(t.references for t in api.write_targets(api.corpus_network([str(home)]))) == 1
    assert not found(home)
    sent = home / "a.xml"
    sent.write_text(sent.read_text(encoding="utf-8").replace("1959-02-01", "1959-03-01"), encoding="utf-8")
    assert found(home) == [("b.xml", "K005")]


def test_a_finding_says_where(tmp_path: Path) -> None:
    home = folder(tmp_path, a=from_paris("3", "1962-01-02"), b=from_paris("3", "1962-01-20", f"<p>{cite('[my |2]')} stands.</p>"))
    ((file, (d,)),) = api.corpus_audit([str(home)]).findings.items()
    assert (Path(file).name, d.path) == ("b.xml", "/TEI/text/body/div")
    lines = (home / "b.xml").read_text(encoding="utf-8").splitlines()
    assert '<div type="telegram"' in lines[d.line - 1]
    assert "1962-01-02" in d.message


@pytest.mark.parametrize("form", ["json", "sarif", "junit", "github"])
def test_formats(tmp_path: Path, form: str) -> None:
    home = folder(tmp_path, a=from_paris("3", "1962-01-02"), b=from_paris("3", "1962-01-20"))
    ran = CliRunner().invoke(main, ["corpus", "audit", str(home), "--format", form, "--fail-on", "warning"])
    assert ran.exit_code == 1
    assert "K006" in ran.output
    if form in ("json", "sarif"):
        assert json.loads(ran.stdout)


def test_baseline(tmp_path: Path) -> None:
    home, known = folder(tmp_path, a=from_paris("3", "1962-01-02"), b=from_paris("3", "1962-01-20")), str(tmp_path / "known.json")
    args = ["corpus", "audit", str(home), "--baseline", known, "--fail-on", "warning"]
    assert CliRunner().invoke(main, [*args, "--update-baseline"]).exit_code == 0
    assert CliRunner().invoke(main, args).exit_code == 0
    (home / "c.xml").write_text(from_paris("3", "1962-02-10").tei(), encoding="utf-8")
    assert CliRunner().invoke(main, args).exit_code == 1


def test_a_file_that_cannot_be_read_stops_no_others(tmp_path: Path) -> None:
    home = folder(tmp_path, a=from_paris("3", "1962-01-02"), b=from_paris("3", "1962-01-20"))
    (home / "broken.xml").write_text("<TEI", encoding="utf-8")
    audit = api.corpus_audit([str(home)])
    assert [Path(f).name for f in audit.failed] == ["broken.xml"]
    assert audit.telegrams == 2
    assert [Path(f).name for f in audit.findings] == ["b.xml"]
