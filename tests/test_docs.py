"""The examples in docs/cli.md are what the commands print."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import ROOT
from tei_cable.cli import main

BLOCKS = re.findall(r"^```console\n(.*?)^```$", (ROOT / "docs" / "cli.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def examples() -> list[tuple[str, str]]:
    """Each command with what stands below it."""
    found = []
    for block in BLOCKS:
        for command in re.split(r"^\$ tei-cable ", block, flags=re.MULTILINE)[1:]:
            line, _, printed = command.partition("\n")
            found.append((line, printed))
    return found


@pytest.mark.parametrize(("command", "printed"), examples(), ids=[line for line, _ in examples()])
def test_example(command: str, printed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    monkeypatch.chdir(tmp_path)
    output = CliRunner().invoke(main, shlex.split(command)).output
    pattern = re.escape(printed).replace("…", "(?s:.*?)")
    # an ellipsis that the command itself printed matches itself too
    assert re.fullmatch(pattern, output), output
