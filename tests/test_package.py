"""What is handed out: the wheel without its source, the manual page, completion, the container."""

import os
import re
import runpy
import shutil
import subprocess
import sys
import tomllib
import venv
import zipfile
from collections.abc import Callable
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTAINER = (ROOT / "Containerfile").read_text(encoding="utf-8")
PAGE = ROOT / "man" / "tei-cable.1"
INSTALL = (ROOT / "docs" / "install.md").read_text(encoding="utf-8")
CONSUMER = """
import tei_cable

conversion = tei_cable.convert("telegram.txt", dialect="plain")
reveal_type(conversion.tei)
reveal_type(tei_cable.validate(conversion.tei))
tei_cable.convert(telegram=1)
"""


@pytest.fixture(scope="module")
def trial() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "tools" / "try_wheel.py"))


@pytest.fixture(scope="module")
def wheel(trial: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = trial["built"](tmp_path_factory.mktemp("dist"))
    return path


def needed(names: list[str], found: set[str]) -> set[str]:
    """The distributions of these requirements with all that they need in turn, extras left out."""
    for name in names:
        if "extra ==" in name or "python_version" in name or "platform" in name:
            continue
        bare = re.split(r"[^\w.-]", name.strip())[0].lower()
        if bare not in found:
            found.add(bare)
            needed(list(distribution(bare).requires or ()), found)
    return found


def copied(name: str, site: Path) -> None:
    """Put an installed distribution into another place."""
    held = distribution(name)
    for file in held.files or ():
        if ".." not in file.parts and "__pycache__" not in file.parts:
            target = site / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(str(held.locate_file(file)), target)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a fresh environment with the wheel and what it says that it needs; nothing of it comes from a network."""
    home = tmp_path_factory.mktemp("environment é")
    venv.create(home, with_pip=False)
    (site,) = home.glob("lib/python*/site-packages")
    for name in needed(SETTINGS["project"]["dependencies"], set()):
        copied(name, site)
    options = ["--quiet", "--no-deps", "--no-index", "--no-compile", "--disable-pip-version-check", "--target", str(site)]
    subprocess.run([sys.executable, "-m", "pip", "install", *options, str(wheel)], check=True)
    return home / "bin" / "python"


def test_every_core_verb_of_a_minimal_installation(trial: dict[str, Any], installed: Path, tmp_path: Path) -> None:
    trial["use"](installed, tmp_path)


def test_the_wheel_is_typed_for_its_users(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "consumer.py").write_text(CONSUMER, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--python-executable", str(installed), "consumer.py"]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False).stdout
    assert '"bytes"' in said
    assert "Diagnostic" in said
    assert said.count("error:") == 1, said
    assert '"telegram"' in said


def test_the_wheel_names_no_place_of_this_machine(wheel: Path) -> None:
    held = zipfile.ZipFile(wheel)
    for name in held.namelist():
        assert str(ROOT).encode() not in held.read(name), name
        assert str(Path.home()).encode() + b"/" not in held.read(name), name
    assert any(name.endswith("data/share/man/man1/tei-cable.1") for name in held.namelist())


def test_the_sdist_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-d", str(tmp_path)]
    subprocess.run([*build, "-t", "sdist"], cwd=ROOT, check=True, capture_output=True)
    subprocess.run([sys.executable, "-m", "tarfile", "-e", *map(str, tmp_path.glob("*.tar.gz")), str(tmp_path)], check=True)
    (source,) = (p for p in tmp_path.iterdir() if p.is_dir())
    subprocess.run([*build, "-t", "wheel"], cwd=source, check=True, capture_output=True)
    ours, theirs = (zipfile.ZipFile(p) for p in (wheel, next(tmp_path.glob("*.whl"))))
    assert sorted(ours.namelist()) == sorted(theirs.namelist())


def test_every_extra_is_told_and_all_holds_them_all() -> None:
    extras = set(SETTINGS["project"]["optional-dependencies"]) - {"dev"}
    assert set(re.findall(r"^\| `(\w+)` \|", INSTALL, re.MULTILINE)) == extras
    assert SETTINGS["project"]["optional-dependencies"]["all"] == [f"tei-cable[{','.join(sorted(extras - {'all', 'docs', 'notebook'}))}]"]


def test_completion_prints_what_the_shell_reads() -> None:
    for shell in ("bash", "zsh", "fish"):
        assert f"_TEI_CABLE_COMPLETE={shell}_source tei-cable" in INSTALL
    env = os.environ | {"_TEI_CABLE_COMPLETE": "bash_source", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", "from tei_cable.cli import main; main(prog_name='tei-cable')"]
    said = subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout
    assert "complete -o nosort -F _tei_cable_completion tei-cable" in said
    env |= {"_TEI_CABLE_COMPLETE": "bash_complete", "COMP_WORDS": "tei-cable val", "COMP_CWORD": "1"}
    said = subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout
    assert said == "plain,validate\n"


def test_the_manual_page_is_that_of_the_commands() -> None:
    made = runpy.run_path(str(ROOT / "tools" / "man.py"))["page"]()
    assert PAGE.read_text(encoding="utf-8") == made, "stale: run python tools/man.py"


def test_the_manual_page_is_clean(tool: Callable[[str], str]) -> None:
    said = subprocess.run([tool("mandoc"), "-T", "lint", str(PAGE)], capture_output=True, text=True, check=False)
    assert said.stdout == ""
    said = subprocess.run([tool("groff"), "-man", "-T", "utf8", "-K", "utf8", "-ww", "-z", str(PAGE)], capture_output=True, text=True, check=True)
    assert said.stderr == ""


def test_the_container_file_is_clean(tool: Callable[[str], str]) -> None:
    said = subprocess.run([tool("hadolint"), str(ROOT / "Containerfile")], capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout


def test_the_container_copies_what_its_ignore_file_lets_through() -> None:
    let = set(re.findall(r"^!(\S+)$", (ROOT / ".dockerignore").read_text(encoding="utf-8"), re.MULTILINE))
    assert let == {name for names in re.findall(r"^COPY (.+) \S+$", CONTAINER, re.MULTILINE) for name in names.split()}
    assert all((ROOT / name).exists() for name in let)


@pytest.mark.parametrize(("extras", "asked"), [("", "."), ("office,parquet", ".[office,parquet]")])
def test_the_container_asks_pip_for_the_extras(extras: str, asked: str) -> None:
    (command,) = re.findall(r"^RUN (python -m pip wheel .+)$", CONTAINER, re.MULTILINE)
    script = 'python() { printf "%s\\n" "$@"; }\n' + command
    said = subprocess.run(["sh", "-c", script], env={"EXTRAS": extras}, capture_output=True, text=True, check=True).stdout
    assert said.splitlines()[-1] == asked
