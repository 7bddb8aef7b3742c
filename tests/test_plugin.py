"""The package of docs/extending.md is built, installed and used; the page shows its code, and what its commands print."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from conftest import ROOT

PLUGIN = ROOT / "examples" / "plugin"
PAGE = (ROOT / "docs" / "extending.md").read_text(encoding="utf-8")
NOT_INSTALLED = "$ pip install "


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which pip has built and installed the package, without a network."""
    target = tmp_path_factory.mktemp("site")
    options = ["--quiet", "--no-build-isolation", "--no-deps", "--no-index", "--disable-pip-version-check", "--target", str(target)]
    subprocess.run([sys.executable, "-m", "pip", "install", *options, str(PLUGIN)], check=True)
    return target


@pytest.fixture(scope="session")
def place(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the page's commands run in their order."""
    home = tmp_path_factory.mktemp("home")
    (home / "examples").symlink_to(PLUGIN.parent)
    (home / "names.txt").write_text("Osra\n", encoding="utf-8")
    return home


def run(command: Sequence[str], installed: Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{installed}", "COLUMNS": "200"}
    return subprocess.run([sys.executable, *command], cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)


def cable(line: str, installed: Path, cwd: Path) -> str:
    return run(["-m", "tei_cable", *shlex.split(line)], installed, cwd).stdout


def test_the_page_shows_the_code_of_the_package() -> None:
    held = "\n".join(p.read_text(encoding="utf-8") for p in sorted(PLUGIN.rglob("*")) if p.suffix in (".py", ".toml", ".txt"))
    shown = re.findall(r"^```(?:python|toml|text)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    assert len(shown) > 5
    assert not [block for block in shown if block not in held]


def test_the_commands_print_what_the_page_says(installed: Path, place: Path) -> None:
    blocks = re.findall(r"^```console\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    assert len(blocks) > 4
    for block in blocks:
        if block.startswith(NOT_INSTALLED):
            continue
        line, _, printed = block.removeprefix("$ tei-cable ").partition("\n")
        said = cable(line, installed, place)
        assert re.fullmatch(re.escape(printed).replace("…", "(?s:.*?)"), said), said


def test_each_part_is_used(installed: Path, place: Path) -> None:
    told = cable("convert examples/plugin/telegram.txt --recogniser words:names.txt -o made.xml", installed, place)
    made = (place / "made.xml").read_text(encoding="utf-8")
    assert "ruritanian" in told
    assert '<date when="1962-10-01" cert="medium">Vintage Day</date>' in made
    assert '<persName resp="#words" cert="medium">Osra</persName>' in made
    assert "faithful yes" in cable("verify examples/plugin/telegram.txt made.xml", installed, place)
    (place / "wrong.xml").write_text(made.replace('"1962-10-01"', '"1962-10-02"'), encoding="utf-8")
    assert "warning[Z003]: feast-day-differs:" in cable("validate wrong.xml", installed, place)
    assert "Z003" not in cable("validate made.xml", installed, place)
    assert "Z003" not in cable("validate wrong.xml --ignore Z003", installed, place)
    for code in ("Z001", "Z002", "Z003"):
        assert cable(f"explain {code}", installed, place).startswith(code)
    assert "almanac" in cable("formats", installed, place)


def test_the_laws_hold_for_its_parts(installed: Path) -> None:
    checked = run(["-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/laws/test_laws.py", "-k", "ruritanian"], installed, ROOT)
    assert checked.returncode == 0, checked.stdout
    assert "2 passed" in checked.stdout


def test_a_part_that_cannot_be_loaded_is_a_sentence(installed: Path, place: Path, tmp_path: Path) -> None:
    info = tmp_path / "broken_cables-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: broken-cables\nVersion: 1.0\n", encoding="utf-8")
    for family, said in (("annotators", "annotators are called dates"), ("readers", "the package broken-cables offers")):
        (info / "entry_points.txt").write_text(f"[tei_cable.{family}]\ndates = {'tei_cable.text:regex' if said[0] == 'a' else 'broken:part'}\n")
        told = run(["-m", "tei_cable", "convert", "examples/plugin/telegram.txt"], tmp_path, place)
        assert told.returncode == 2
        assert told.stdout.startswith("error: ")
        assert said in told.stdout
        assert told.stdout.count("\n") == 1
