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


HELD = (
    '<standOff><listPerson><person xml:id="herter"><persName>Christian A. Herter</persName></person>'
    '<person xml:id="b1" source="#list1"><persName>Charles Bohlen</persName><idno type="hsg">101494</idno></person></listPerson></standOff>'
)
FULL = '<p>As <persName ref="#herter"><roleName>Secretary of State</roleName> Herter</persName> said.</p>'
BARE = '<p>As <persName ref="#herter"><roleName>Secretary</roleName> Herter</persName> said.</p>'
MEANT = '<p>The <rs type="person" ref="#herter">Secretary of State</rs> agreed.</p>'


@pytest.mark.parametrize(
    ("day", "text", "outside"),
    [
        ("1962-11-02", FULL, True),
        ("1959-11-02", FULL, False),
        # a month after the end of the tenure
        ("1961-02-10", FULL, False),
        # a year, or a month, in part of which he held it
        ("1961", FULL, False),
        ("1961-01", FULL, False),
        ("1962", FULL, True),
        ("1961-06", FULL, True),
        ("", FULL, False),
        # a former secretary is still called so
        ("1962-11-02", BARE, False),
        ("1962-11-02", MEANT, True),
        ("1960-11-02", MEANT, False),
        # nobody else is known to have held it on that day
        ("1900-11-02", MEANT, False),
    ],
)
def test_a_person_outside_the_office(tmp_path: Path, day: str, text: str, outside: bool) -> None:
    home = folder(tmp_path, a=from_paris("1", day, text, HELD))
    assert found(home) == [("a.xml", "K010")] * outside


def test_who_signs_after_the_embassy_is_anothers(tmp_path: Path) -> None:
    signed = '<p>Nothing new.</p><signed><persName ref="#b1">Bohlen</persName></signed>'
    home = folder(tmp_path, a=from_paris("1", "1970-11-02", signed, HELD), b=from_paris("2", "1966-11-02", signed, HELD))
    assert found(home) == [("a.xml", "K010")]


def test_what_the_entry_says_counts_in_favour(tmp_path: Path) -> None:
    note = HELD.replace("Herter</persName>", "Herter</persName><note>Secretary of State from October 1962</note>")
    home = folder(tmp_path, a=from_paris("1", "1962-11-02", FULL, note))
    assert not found(home)


def test_each_telegram_of_a_file(tmp_path: Path) -> None:
    inner = [from_paris("1", day, FULL, HELD).tei().partition("?>")[2] for day in ("1959-11-02", "1962-11-02")]
    unborn = '<person xml:id="herter"><birth when="1985"/>'
    inner[0] = inner[0].replace('<person xml:id="herter">', unborn)
    corpus = f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>{inner[0]}{inner[1].replace("herter", "herter2")}</teiCorpus>'
    (tmp_path / "corpus.xml").write_text(corpus.replace('"herter2">', '"herter2" n="h"><idno type="hsg">105858</idno>'), encoding="utf-8")
    assert sorted(found(tmp_path)) == [("corpus.xml", "K010"), ("corpus.xml", "P005")]


@pytest.mark.parametrize(("day", "codes"), [("1962", ["P005", "P007"]), ("1970", ["P005"]), ("1985", []), ("1962-11", ["P005", "P007"])])
def test_a_telegram_of_which_only_the_year_is_known(tmp_path: Path, day: str, codes: list[str]) -> None:
    entries = (
        '<standOff><listPerson><person xml:id="p"><persName>Ada Bell</persName><birth when="1985"/></person></listPerson>'
        '<listPlace><place xml:id="n"><placeName to="1970">Oldburg</placeName><placeName from="1970">Newburg</placeName></place></listPlace>'
        "</standOff>"
    )
    text = '<p><persName ref="#p">Ada Bell</persName> left <placeName ref="#n">Newburg</placeName>.</p>'
    assert [code for _, code in found(folder(tmp_path, a=from_paris("1", day, text, entries)))] == codes
