"""`validate`: selection, forms for other programs, known findings, settings."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from cli.conftest import Run
from conftest import ROOT

GOLD = (ROOT / "corpus" / "archive-paris.gold.xml").read_text(encoding="utf-8")


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A telegram with an error of the schema, one of a rule, and a warning."""
    path = tmp_path / "bad é.xml"
    sure = GOLD.replace(' place="foot" cert="medium" resp="#tei-cable"', ' place="foot"')
    tei = sure.replace('<p n="2">', '<p n="2" foo="x">').replace('ref="#gromyko"', 'ref="#gromyk"')
    tei = tei.replace(">6 November 1962</date></dateline>", ">Monday</date></dateline>")
    path.write_text(tei, encoding="utf-8")
    return path


def test_every_fault_is_told_once(run: Run, faulty: Path) -> None:
    result = run("validate", faulty)
    assert result.exit_code == 1
    for words in ("S001", "may not have @foo", "R001", "Did you mean “#gromyko”?", "D002", "1962-11-06 was a Tuesday"):
        assert result.output.count(words) == 1
    assert "1 file: 0 valid, 1 not (cable): 2 errors, 1 warning" in result.output


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (["--select", "S"], {"S001", "S003"}),
        (["--select", "R,d002"], {"R001", "D002"}),
        (["--select", "S", "--ignore", "S003"], {"S001"}),
        (["--ignore", "R,S"], {"D002"}),
    ],
)
def test_codes_are_chosen(run: Run, faulty: Path, options: list[str], codes: set[str]) -> None:
    told = json.loads(run("validate", faulty, "--format", "json", *options).stdout)
    assert {f["code"] for file in told["files"] for f in file["findings"]} == codes


def test_exit_status_follows_fail_on(run: Run, faulty: Path) -> None:
    assert run("validate", faulty, "--select", "D").exit_code == 0
    assert run("validate", faulty, "--select", "D", "--fail-on", "warning").exit_code == 1
    assert run("validate", "nothing.xml").exit_code == 2
    assert run("validate", faulty, "nothing.xml", "--select", "D").exit_code == 1


def test_json(run: Run, faulty: Path) -> None:
    told = json.loads(run("validate", faulty, "gone.xml", "--format", "json").stdout)
    assert set(told) == {"tei-cable", "schemas", "files", "fixed", "failed", "summary"}
    assert told["schemas"] == [{"name": "cable", "release": ""}]
    assert told["summary"] == {"files": 1, "without-findings": 0, "known": 0, "error": 2, "warning": 1}
    assert [f["path"] for f in told["failed"]] == ["gone.xml"]
    finding = next(f for f in told["files"][0]["findings"] if f["code"] == "S001")
    assert finding["path"] == "/TEI/text/body/div/p[3]"
    assert finding["line"] == GOLD[: GOLD.index('<p n="2">')].count("\n") + 1
    assert finding["column"] == 9


def test_sarif_has_what_the_standard_requires(run: Run, faulty: Path) -> None:
    log = json.loads(run("validate", faulty, "gone.xml", "--format", "sarif").stdout)
    assert set(log) == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    (sarif,) = log["runs"]
    assert set(sarif) == {"tool", "invocations", "columnKind", "results"}
    assert sarif["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    driver = sarif["tool"]["driver"]
    ids = [r["id"] for r in driver["rules"]]
    assert len(ids) == len(set(ids))
    for rule in driver["rules"]:
        assert set(rule) <= {"id", "name", "shortDescription", "fullDescription", "help", "defaultConfiguration"}
        assert all(set(rule[k]) == {"text"} for k in ("shortDescription", "fullDescription", "help") if k in rule)
        assert rule["defaultConfiguration"]["level"] in ("note", "warning", "error")
    (invocation,) = sarif["invocations"]
    assert invocation["executionSuccessful"] is False
    assert all(n["message"]["text"] and n["level"] == "error" for n in invocation["toolExecutionNotifications"])
    assert sarif["results"]
    for result in sarif["results"]:
        assert ids[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("note", "warning", "error")
        assert result["message"]["text"]
        (location,) = result["locations"]
        physical = location["physicalLocation"]
        assert physical["artifactLocation"]["uri"] == "bad%20%C3%A9.xml"
        assert physical["region"]["startLine"] >= 1
        assert physical["region"]["startColumn"] >= 1
        assert location["logicalLocations"][0]["fullyQualifiedName"].startswith("/TEI")
        assert all(isinstance(v, str) for v in result["partialFingerprints"].values())


def test_junit(run: Run, faulty: Path, tmp_path: Path) -> None:
    (tmp_path / "good.xml").write_text(GOLD, encoding="utf-8")
    (tmp_path / "odd.xml").write_bytes(b"\x00\x01<")
    report = etree.fromstring(run("validate", faulty, "good.xml", "odd.xml", "gone.xml", "--format", "junit").stdout.encode())
    assert dict(report[0].attrib) | {"tests": "4", "failures": "2", "errors": "1"} == dict(report[0].attrib)


def test_github(run: Run, faulty: Path) -> None:
    lines = run("validate", faulty, "--format", "github").stdout.splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["::warning", "::error", "::error"]
    assert all(",line=" in line and ",col=" in line and "title=" in line for line in lines)
    assert any("title=R001 dangling-reference::" in line for line in lines)


def test_what_is_known_does_not_count_wherever_it_moves(run: Run, faulty: Path) -> None:
    assert run("validate", faulty, "--baseline", "known.json").exit_code == 2
    assert run("validate", faulty, "--baseline", "known.json", "--update-baseline").exit_code == 0
    assert run("validate", faulty, "--baseline", "known.json", "--fail-on", "info").exit_code == 0
    tei = faulty.read_text(encoding="utf-8").replace("<opener>", "\n\n<pb n='1'/><opener>")
    faulty.write_text(tei, encoding="utf-8")
    assert run("validate", faulty, "--baseline", "known.json", "--fail-on", "info").exit_code == 0
    faulty.write_text(tei.replace('<p n="3">', '<p n="3" foo="x">'), encoding="utf-8")
    result = run("validate", faulty, "--baseline", "known.json")
    assert result.exit_code == 1
    assert result.output.count("may not have @foo") == 1
    assert "3 known findings not counted" in result.output


@pytest.mark.parametrize("held", ["", "[]", '{"findings": []}', '{"findings": {"a": 1}}'])
def test_a_baseline_that_is_none_is_named(run: Run, faulty: Path, tmp_path: Path, held: str) -> None:
    (tmp_path / "known.json").write_text(held)
    result = run("validate", faulty, "--baseline", "known.json")
    assert result.exit_code == 2
    assert "known.json" in result.output


@pytest.mark.parametrize(("name", "head"), [(".tei-cable.toml", ""), ("pyproject.toml", "[tool.tei-cable]\n")])
def test_settings(run: Run, faulty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, head: str) -> None:
    table = "[tool.tei-cable.per-file-ignores]" if head else "[per-file-ignores]"
    (tmp_path / name).write_text(f'{head}schema = ["cable.rng"]\nignore = ["D"]\nfail-on = "info"\n{table}\n"bad*.xml" = ["R"]\n')
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    result = run("validate", "../bad é.xml", "--format", "json")
    told = json.loads(result.stdout)
    assert [s["name"] for s in told["schemas"]] == ["cable.rng"]
    assert [f["code"] for file in told["files"] for f in file["findings"]] == ["S001"]
    assert run("validate", "../bad é.xml", "--select", "N", "--schema", "cable.sch").exit_code == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[", "not TOML"),
        ("colour = 1", "no setting 'colour'"),
        ('select = "N"', "select must be a list of strings"),
        ("baseline = []", "baseline must be a string"),
        ('fail-on = "fatal"', "fail-on must be info, warning or error"),
    ],
)
def test_settings_that_cannot_be_used_are_named(run: Run, faulty: Path, tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / ".tei-cable.toml").write_text(text)
    result = run("validate", faulty)
    assert result.exit_code == 2
    assert words in result.output


def test_ten_at_a_glance(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "many.xml"
    path.write_text(GOLD.replace("<p ", '<p foo="1" ').replace("<date ", '<date foo="1" '), encoding="utf-8")
    short, long = run("validate", path, "--select", "S001"), run("validate", path, "--select", "S001", "-v")
    assert short.output.count("[S001]") == 10
    assert "more findings; -v shows all" in short.output
    assert long.output.count("[S001]") > 10


def test_jing_says_so_too(run: Run, faulty: Path, tool: object) -> None:
    tool("jing")  # type: ignore[operator]
    result = run("validate", faulty, "--schema", "cable.rng", "--select", "S", "--engine", "jing")
    assert result.exit_code == 1
    assert 'Attribute "foo" not allowed' in result.output


def test_explain_and_rules(run: Run) -> None:
    assert "N007  warning  note-number-missing" in run("rules").output
    assert "Why: " in run("explain", "n007").output
    assert "suspect-number (warning)" in run("explain", "suspect-number").output
    assert run("explain", "X999").exit_code == 2


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_code_that_no_finding_has_is_no_typing_error_unseen(run: Run, faulty: Path, option: str) -> None:
    result = run("validate", faulty, option, "S001 N0001")
    assert result.exit_code == 2
    assert "N0001: validate has no finding" in result.output
    assert run("validate", faulty, "--select", "S001 n001").exit_code == 1


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ("tei_all", ["no tei_all.rng was found in nowhere/xml/tei", "TEI_CABLE_SCHEMAS", "https://tei-c.org/"]),
        ("own.rnc", ["trang own.rnc own.rng", "--engine jing"]),
        ("own.txt", ["not a schema that is known here"]),
    ],
)
def test_a_schema_that_cannot_be_used_has_a_way_out(run: Run, faulty: Path, monkeypatch: pytest.MonkeyPatch, schema: str, words: list[str]) -> None:
    monkeypatch.setenv("XDG_DATA_DIRS", "nowhere")
    monkeypatch.delenv("TEI_CABLE_SCHEMAS", raising=False)
    result = run("validate", faulty, "--schema", schema)
    assert result.exit_code == 2
    assert all(w in result.output for w in words), result.output


def test_a_schema_alone_needs_no_rule(faulty: Path) -> None:
    code = f"import sys\nfrom tei_cable.validation import validate\nvalidate({str(faulty)!r}, select=['S'])\nprint(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert "tei_cable.rules.schema.relaxng" in told
    assert not [m for m in told if m.startswith("tei_cable.rules.") and not m.startswith("tei_cable.rules.schema")]


def test_archives_and_several_processes_say_the_same(run: Run, faulty: Path, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for n in range(40):
        (folder / f"d{n:02}.xml").write_bytes(faulty.read_bytes() if n % 7 == 3 else b"<TEI" if n % 7 == 5 else b"")
    with zipfile.ZipFile(tmp_path / "many.zip", "w") as archive:
        for path in sorted(folder.iterdir()):
            archive.write(path, path.name)
    told = {}
    for name, source, jobs in (("one", "many", "1"), ("two", "many", "2"), ("zip", "many.zip", "1")):
        result = run("validate", source, "--jobs", jobs, "--format", "json")
        assert result.exit_code == 1
        held = json.loads(result.stdout)
        told[name] = [(f["path"][-7:], f["findings"]) for f in held["files"]]
        assert held["summary"]["files"] == 40
    assert told["one"] == told["two"] == told["zip"]


def test_what_is_too_large_is_a_finding(run: Run, faulty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tei_cable.validation import opening

    monkeypatch.setattr(opening, "LARGEST", 1000)
    result = run("validate", faulty)
    assert result.exit_code == 1
    assert "F009" in result.stderr
