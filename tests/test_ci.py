"""The hook, the action and the template of docs/ci.md: they keep the schemas of their forges, and run as there."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import check_jsonschema
import pytest
import yaml
from click.testing import CliRunner
from lxml import etree
from pre_commit.commands.validate_config import validate_config
from pre_commit.commands.validate_manifest import validate_manifest

from conftest import ROOT

HOOK = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
JOB = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))[".tei-cable-validate"]
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$", (ROOT / "docs" / "ci.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
GOLD = (ROOT / "corpus" / "archive-paris.gold.xml").read_text(encoding="utf-8")
NASTY = "a b'\"$(touch hacked)`touch hacked`;*.xml"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Somebody's repository: a valid telegram, one that is not, one whose name is nasty, and modules that must not be imported."""
    home = tmp_path / "repository"
    (home / "tei").mkdir(parents=True)
    (home / "tei" / "good.xml").write_text(GOLD, encoding="utf-8")
    (home / "tei" / "bad.xml").write_text(GOLD.replace('<p n="2">', '<p n="2" foo="x">'), encoding="utf-8")
    (home / NASTY).write_text(GOLD, encoding="utf-8")
    for name in ("tei_cable", "click", "lxml"):
        (home / f"{name}.py").write_text("raise SystemExit('imported from the repository')")
    return home


def run(command: Sequence[object], cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHONPATH", "GIT_", "TEI_CABLE"))}
    return subprocess.run([str(c) for c in command], cwd=cwd, env={**kept, **env}, capture_output=True, text=True, check=False)


def program(path: Path, *lines: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(["#!/usr/bin/env bash", "set -eu", *lines, ""]), encoding="utf-8")
    path.chmod(0o755)
    return path


# ---- what the forges' own schemas and tools say


def check(kind: str, path: Path) -> None:
    said = CliRunner().invoke(check_jsonschema.main, ["--builtin-schema", f"vendor.{kind}", str(path)])
    assert said.exit_code == 0, said.output


def test_the_action_and_the_template_have_the_form_of_their_forges() -> None:
    check("github-actions", ROOT / "action.yml")
    check("gitlab-ci", ROOT / "ci" / "gitlab.yml")


@pytest.mark.parametrize("example", EXAMPLES, ids=["pre-commit", "github", "sarif", "gitlab"])
def test_the_examples_have_the_form_of_their_forges(example: str, tmp_path: Path) -> None:
    path = tmp_path / "example.yml"
    path.write_text(example, encoding="utf-8")
    if "repos" in (told := yaml.safe_load(example)):
        assert validate_config([str(path)]) == 0
    else:
        check("github-workflows" if "jobs" in told else "gitlab-ci", path)


def test_the_examples_name_what_there_is() -> None:
    for step in (s for e in EXAMPLES for job in (yaml.safe_load(e).get("jobs") or {}).values() for s in job["steps"]):
        if step["uses"].startswith("example/"):
            assert set(step["with"]) <= set(ACTION["inputs"])
    assert set(yaml.safe_load(EXAMPLES[3])["tei"]["variables"]) <= set(JOB["variables"])
    assert yaml.safe_load(EXAMPLES[0])["repos"][0]["hooks"][0]["id"] == HOOK["id"]


# ---- pre-commit


def test_the_hook_stops_a_commit_that_is_not_valid(repository: Path, tool: Callable[[str], str]) -> None:
    """As in a repository that has the hook, but for the environment that pre-commit would install first."""
    git = tool("git")
    assert validate_manifest([str(ROOT / ".pre-commit-hooks.yaml")]) == 0
    assert HOOK["entry"].split()[0] == "tei-cable"
    installed = program(repository.parent / "bin" / "tei-cable", f'PYTHONPATH="{ROOT}" exec "{sys.executable}" -P -m tei_cable "$@"')
    hook = HOOK | {"language": "system", "entry": HOOK["entry"].replace("tei-cable", str(installed), 1), "args": ["--select", "S"]}
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": [hook]}]}))
    env = {"PRE_COMMIT_HOME": str(repository.parent / "cache")}
    for command in ([git, "init", "-q"], [git, "add", "."]):
        assert run(command, repository).returncode == 0
    said = run([sys.executable, "-m", "pre_commit", "run", "--all-files"], repository, **env)
    assert said.returncode == 1
    assert "tei/bad.xml:" in said.stdout
    assert "3 files: 2 valid, 1 not" in said.stdout
    (repository / "tei" / "bad.xml").write_text(GOLD, encoding="utf-8")
    run([git, "add", "."], repository)
    said = run([sys.executable, "-m", "pre_commit", "run", "--all-files"], repository, **env)
    assert said.returncode == 0, said.stdout


# ---- GitHub


class Runner:
    """Runs the steps of the action as GitHub's runner does: expressions in `env` alone, each script by bash -e -o pipefail."""

    def __init__(self, repository: Path):
        self.repository, self.temp = repository, repository.parent / "runner temp"
        self.temp.mkdir()
        self.output = self.temp / "output"
        # pip installs nothing here: what it is asked for is noted, and the package is that of this checkout
        stub = 'case "$*" in "-m pip "*) printf "%s\\n" "$@" >"' + str(self.temp / "pip") + '"; exit;; esac'
        self.python = program(self.temp / "python", stub, f'PYTHONPATH="$PYTHONPATH:{ROOT}" exec "{sys.executable}" "$@"')

    def __call__(self, **given: str) -> subprocess.CompletedProcess[str]:
        inputs = {name: i.get("default", "") for name, i in ACTION["inputs"].items()} | {"python": str(self.python)} | given
        values = {f"inputs.{k}": v for k, v in inputs.items()} | {"github.action_path": str(ROOT), "runner.temp": str(self.temp)}
        self.output.write_text("")
        for step in ACTION["runs"]["steps"]:
            script = program(self.temp / "script.sh", step["run"])
            said = run(["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", script], self.repository, **self._env(step, values))
            if said.returncode:
                break
        return said

    def _env(self, step: Mapping[str, Any], values: Mapping[str, str]) -> dict[str, str]:
        env = {k: re.sub(r"\$\{\{ (.*?) \}\}", lambda m: values[m[1]], str(v)) for k, v in step["env"].items()}
        return env | {"GITHUB_OUTPUT": str(self.output)}


def test_no_input_is_part_of_a_script() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step["run"]
        assert step["shell"] == "bash"


def test_the_action_shows_findings_at_their_lines(repository: Path) -> None:
    runner = Runner(repository)
    said = runner(files="tei\n")
    assert said.returncode == 1
    assert said.stdout.startswith("::error file=tei/bad.xml,line=")
    assert (runner.temp / "pip").read_text().splitlines()[-3:] == ["--target", str(runner.temp / "tei-cable"), str(ROOT)]
    assert runner.output.read_text() == ""
    assert runner(files="tei/good.xml").returncode == 0
    assert runner(files="tei/none.xml").returncode == 2


def test_the_action_writes_a_report(repository: Path) -> None:
    runner = Runner(repository)
    said = runner(files="tei", format="sarif", report="a report.sarif", schema="cable.rng\ncable.sch\n")
    assert said.returncode == 1
    assert '"version": "2.1.0"' in (repository / "a report.sarif").read_text(encoding="utf-8")
    assert runner.output.read_text() == "report=a report.sarif\n"


def test_every_input_of_the_action_does_what_it_says(repository: Path) -> None:
    runner = Runner(repository)
    assert runner(files="tei", select="N").returncode == 0
    assert runner(files="tei", ignore="S").returncode == 0
    assert runner(files=".", glob="good.*").returncode == 0
    assert runner(files="tei/good.xml", **{"fail-on": "info"}).returncode == 1
    (repository / "known.json").write_text('{"version": 1, "findings": {}}')
    assert runner(files="tei", baseline="known.json").returncode == 1
    assert "gone.json" in runner(files="tei", baseline="gone.json").stderr


def test_what_looks_like_shell_is_a_name(repository: Path) -> None:
    runner = Runner(repository)
    assert runner(files=f"{NASTY}\ntei/good.xml", schema="cable").returncode == 0
    for name in ("files", "schema", "select", "ignore", "baseline", "fail-on", "glob", "format"):
        assert runner(**{name: "$(touch hacked) `touch hacked`; touch hacked #"}).returncode != 0 or name in ("select", "ignore", "glob")
    assert not (repository / "hacked").exists()


# ---- GitLab


def test_the_template_reports_each_file_as_a_test(repository: Path) -> None:
    program(repository.parent / "bin" / "tei-cable", f'PYTHONPATH="{ROOT}" exec "{sys.executable}" -P -m tei_cable "$@"')
    env = {"PATH": f"{repository.parent / 'bin'}:{os.environ['PATH']}", "TEI_CABLE_FILES": f"tei\n{NASTY}\n"}
    said = run(["sh", "-e", "-c", "\n".join(JOB["script"])], repository, **env)
    assert said.returncode == 1, said.stderr
    report = etree.parse(repository / JOB["artifacts"]["reports"]["junit"])
    assert {c.get("classname"): len(c) for c in report.iter("testcase")} == {"tei/bad.xml": 1, "tei/good.xml": 0, NASTY: 0}
    assert not (repository / "hacked").exists()
    assert "$TEI_CABLE_PACKAGE" in JOB["before_script"][0]
