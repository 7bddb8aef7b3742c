"""What README and docs/ show is what is printed; what they cannot show run has at least no wrong option."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import click
import pytest

import tei_cable
from conftest import ROOT
from shown import blocks, follow, in_process, shell
from tei_cable.cli import main

TUTORIALS = sorted((ROOT / "docs" / "tutorials").glob("*.md"))
ELSEWHERE = {"extending.md"}  # test_plugin.py follows it
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(p for p in sorted((ROOT / "docs").rglob("*.md")) if p.name not in ELSEWHERE)]
NAMES = [str(p.relative_to(ROOT)) for p in PAGES]


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_what_a_page_shows_is_what_is_printed(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # a tutorial begins with nothing; the other pages with the specimens
    if page not in TUTORIALS:
        shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
        shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    monkeypatch.chdir(tmp_path)
    differing = list(follow(page, tmp_path, in_process))
    assert not differing, "\n".join(differing)


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_what_is_not_run_has_options_that_there_are(page: Path) -> None:
    for block in blocks(page):
        if block.language == "sh":
            for line in re.findall(r"^(?:\$ )?tei-cable (.+)$", block.body.replace("\\\n", ""), re.MULTILINE):
                parsed(main, re.split(r"\s+[>|<]", re.sub(r"\s#\s.*", "", line))[0], f"{page.name}:{block.line}")
        elif block.language == "toml":
            tomllib.loads(block.body)


def test_every_command_stands_in_a_block_and_every_picture_is_made() -> None:
    made = set(re.findall(r'Picture\("(\w+)"', (ROOT / "tools" / "screenshots.py").read_text(encoding="utf-8")))
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        assert not re.findall(r"^(?: {4}|\t)(?:\$ )?(?:tei-cable|python|pip|make) .*", text, re.MULTILINE), page
        assert {Path(p).stem for p in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text)} <= made, page


def parsed(command: click.Command, line: str, where: str) -> None:
    """Fail on a verb or an option that there is not."""
    words = shlex.split(line)
    context = click.Context(command, info_name="tei-cable", **command.context_settings)
    while isinstance(command, click.Group):
        assert words, f"{where}: {line}"
        if words[0].startswith("-"):
            break
        below = command.get_command(context, words.pop(0))
        assert below, f"{where}: no such verb: tei-cable {line}"
        command = below
        context = click.Context(command, parent=context)
    command.make_parser(context).parse_args(words)


def test_the_readme_shows_what_stands_in_the_specimen_and_its_tei() -> None:
    before, after = [b for b in blocks(ROOT / "README.md") if b.language in {"text", "xml"}][:2]
    text = (ROOT / "corpus" / "edition-belgrade.txt").read_text(encoding="utf-8")
    printed = tei_cable.convert(ROOT / "corpus" / "edition-belgrade.txt").tei.decode()
    for shown, whole in ((before.body, text), (after.body, printed)):
        place = 0
        for piece in re.split(r"…", re.sub(r"\s+", "", shown)):
            found = re.sub(r"\s+", "", whole).find(piece, place)
            assert found >= 0, piece
            place = found + len(piece)


@pytest.mark.skipif(not os.environ.get("CI"), reason="slow: only in CI")
def test_the_tutorials_in_a_new_environment(tmp_path: Path) -> None:
    """As a new user would: a new virtual environment, the wheel, an empty folder, nothing of this project's environment or folder."""
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)], cwd=ROOT, check=True, capture_output=True)
    venv.create(tmp_path / "venv", with_pip=True)
    bin_ = tmp_path / "venv" / "bin"
    wheel = next(tmp_path.glob("*.whl"))
    subprocess.run([bin_ / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check", wheel], check=True, cwd=tmp_path)
    for page in TUTORIALS:
        folder = tmp_path / page.stem
        folder.mkdir()
        environment = {"PATH": f"{bin_}:/usr/bin:/bin", "HOME": str(folder)}
        differing = list(follow(page, folder, shell(environment)))
        assert not differing, "\n".join(differing)
