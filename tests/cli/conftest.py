"""Runs the command line in this process and holds what every run must keep."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tei_cable.cli import main

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A function that runs `tei-cable` with arguments, in an empty folder; nothing may ever end in a traceback."""
    monkeypatch.chdir(tmp_path)

    def invoke(*args: object, input: bytes | None = None) -> Result:
        result = CliRunner().invoke(main, [str(a) for a in args], input=input)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
        assert "Traceback" not in result.output
        assert result.exit_code in (0, 1, 2)
        return result

    return invoke


@pytest.fixture
def telegram(tmp_path: Path) -> Path:
    """A short telegram in a file."""
    path = tmp_path / "telegram.txt"
    path.write_text("Vienna, March 3, 1961\n\n1. We met on 2 March & agreed.\n\nKERN\n", encoding="utf-8")
    return path
