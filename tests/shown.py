"""What pages show: the files to save, the commands with what they print, the Python, the SQL."""

import contextlib
import io
import re
import shlex
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

from conftest import ROOT
from tei_cable.cli import main

FENCE = re.compile(r"^(?P<fence>`{3,})(?P<language>[^\n`]*)\n(?P<body>.*?)^(?P=fence)[ \t]*$", re.DOTALL | re.MULTILINE)
SAVED = re.compile(r"[Ss]ave (?:this|it) as `([^`]+)`[^\n]*:\n+\Z")
NOT_RUN = "# not run here"
# what a page writes behind a command that does not end with 0
STATUS = re.compile(r"# exit status (\d)\Z")
# what is neither run nor parsed: data, and text to read
DATA = {"text", "xml", "json", "toml", "yaml", "sh", "css", "html", "dockerfile", "{toctree}"}


class Told(NamedTuple):
    """What a command printed, on either channel, and with which exit status it ended."""

    printed: str
    status: int


Shell = Callable[[str, Path], Told]


class Block(NamedTuple):
    """A fenced block: its language, what is in it, in which line of its page it begins, and the file as which it is to be saved."""

    language: str
    body: str
    line: int
    file: str = ""


def blocks(page: Path) -> Iterator[Block]:
    """The fenced blocks of a page."""
    text = page.read_text(encoding="utf-8")
    for m in FENCE.finditer(text):
        saved = SAVED.search(text[: m.start()])
        yield Block(m["language"].strip(), m["body"], text.count("\n", 0, m.start()) + 1, saved[1] if saved else "")


def commands(block: Block) -> Iterator[tuple[str, str]]:
    """Each command of a console block with what stands below it."""
    for command in re.split(r"^\$ ", block.body, flags=re.MULTILINE)[1:]:
        line, _, printed = command.partition("\n")
        yield line, printed


def in_process(command: str, folder: Path) -> Told:
    """What a command does: a plain `tei-cable` in this process, all else in a shell."""
    words = shlex.split(command, comments=True)
    signs = [w for w in shlex.shlex(command, posix=True, punctuation_chars=True) if set(w) <= set("|<>;&")]
    if words[0] == "tei-cable" and not signs:
        result = CliRunner().invoke(main, words[1:], prog_name="tei-cable")
        return Told(result.output, result.exit_code)
    return shell({"PATH": f"{_programs(folder)}:/usr/bin:/bin", "PYTHONPATH": str(ROOT)})(command, folder)


def _programs(folder: Path) -> Path:
    """A folder beside that one with the two programs that a page may start: the installed ones, which need not be there."""
    beside = folder.parent / f"{folder.name}.bin"
    beside.mkdir(exist_ok=True)
    for name, what in (("python", ""), ("tei-cable", "-m tei_cable ")):
        (beside / name).write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} {what}"$@"\n', encoding="utf-8")
        (beside / name).chmod(0o755)
    return beside


def shell(environment: dict[str, str]) -> Shell:
    """A shell with that environment and no other."""

    def run(command: str, folder: Path) -> Told:
        env = {"LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", **environment}
        done = subprocess.run(["sh", "-c", command], cwd=folder, env=env, check=False, stdout=-1, stderr=-2, text=True, encoding="utf-8")
        return Told(done.stdout, done.returncode)

    return run


def follow(page: Path, folder: Path, run: Shell) -> Iterator[str]:
    """Do what a page says from above to below in a folder (the current one); yield what came out otherwise than shown."""
    namespace: dict[str, object] = {"__name__": "page"}
    for block in blocks(page):
        where = f"{page.name}:{block.line}"
        if block.file:
            (folder / block.file).parent.mkdir(parents=True, exist_ok=True)
            (folder / block.file).write_text(block.body, encoding="utf-8")
        elif block.language == "console":
            yield from (f"{where}: $ {line}\n{got}" for line, got in _differing(block, folder, run))
        elif block.language == "sql":
            yield from _queried(block, folder, where)
        elif block.language == "python" and not block.body.startswith(NOT_RUN):
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile(block.body, where, "exec"), namespace)
        else:
            assert block.language in DATA or block.language == "python", f"{where}: how is {block.language!r} run?"


def _differing(block: Block, folder: Path, run: Shell) -> Iterator[tuple[str, str]]:
    for line, printed in commands(block):
        got = run(line, folder)
        # an ellipsis that the command itself printed matches itself too
        if not re.fullmatch(re.escape(printed).replace("…", "(?s:.*?)"), got.printed):
            yield line, got.printed
        expected = STATUS.search(line)
        if got.status != (int(expected[1]) if expected else 0):
            yield line, f"exit status {got.status}"


def _queried(block: Block, folder: Path, where: str) -> Iterator[str]:
    with contextlib.closing(sqlite3.connect(folder / "cables.sqlite")) as base:
        for statement in filter(str.strip, block.body.split(";\n")):
            if not base.execute(statement).fetchall():
                yield f"{where}: no rows: {statement}"
