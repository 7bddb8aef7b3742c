"""Writes man/tei-cable.1, the manual page, from the command line itself: python tools/man.py."""

from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

import click

from tei_cable import __version__
from tei_cable.cli import main

PAGE = Path(__file__).resolve().parent.parent / "man" / "tei-cable.1"
# The day on which the sentences of this script were last gone through.
DATE = "2026-11-22"

COMPLETION = (
    ("bash", 'eval "$(_TEI_CABLE_COMPLETE=bash_source tei-cable)"'),
    ("zsh", 'eval "$(_TEI_CABLE_COMPLETE=zsh_source tei-cable)"'),
    ("fish", "_TEI_CABLE_COMPLETE=fish_source tei-cable | source"),
)
STATUS = (
    ("0", "Done."),
    ("1", "Done, but a finding reaches --fail-on, or some files of many could not be done."),
    ("2", "Nothing could be done: wrong usage, or the only input cannot be read."),
)


def page() -> str:
    """The whole page in the macros of man(7)."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    ctx = click.Context(main, info_name="tei-cable", **main.context_settings)
    help_, _, _ = (main.help or "").partition("\n\n")
    yield '.\\" made by tools/man.py'
    yield f'.TH TEI\\-CABLE 1 {DATE} "tei\\-cable {__version__}"'
    yield from (".SH NAME", f"tei\\-cable \\- {_safe(help_[0].lower() + help_[1:].rstrip('.'))}")
    yield from (".SH SYNOPSIS", ".B tei\\-cable", _safe(" ".join(main.collect_usage_pieces(ctx))))
    yield from (".SH DESCRIPTION", *_paragraphs(DESCRIPTION))
    yield from _options(main, ctx)
    yield ".SH COMMANDS"
    for name in main.list_commands(ctx):
        command = main.get_command(ctx, name)
        assert command is not None
        yield from _command(command, ctx, name)
    yield ".SH EXIT STATUS"
    for number, what in STATUS:
        yield from _term(number, what)
    yield from (".SH SHELL COMPLETION", "Put the line of your shell into its start file:")
    for shell, line in COMPLETION:
        yield from _term(shell, line)
    yield from (".SH FILES", *_term(".tei-cable.toml, pyproject.toml", "Settings of validate, looked for in the working folder and those above it."))


DESCRIPTION = (
    "Reads plain text and writes TEI with names, dates, references and notes tagged. No character of the text is lost, "
    "and the result is validated before it is written. Findings go to standard error, results to standard output or to the file of -o."
)


def _command(command: click.Command, above: click.Context, name: str) -> Iterator[str]:
    """A command with its options; of a group, its commands."""
    ctx = click.Context(command, info_name=name, parent=above)
    if isinstance(command, click.Group):
        for verb in command.list_commands(ctx):
            inner = command.get_command(ctx, verb)
            assert inner is not None
            yield from _command(inner, ctx, verb)
        return
    yield f'.SS "{_safe(" ".join((ctx.command_path, *command.collect_usage_pieces(ctx))))}"'
    yield from _paragraphs(command.help or "")
    yield from _options(command, ctx)


def _options(command: click.Command, ctx: click.Context) -> Iterator[str]:
    for option in command.get_params(ctx):
        if isinstance(option, click.Option) and (told := option.get_help_record(ctx)):
            yield from _term(*told)


def _paragraphs(text: str) -> Iterator[str]:
    told = text.replace("\b", "").split("\f")[0].strip()
    for i, paragraph in enumerate(told.split("\n\n")):
        if i:
            yield ".PP"
        yield from _wrapped(paragraph)


def _term(name: str, what: str) -> Iterator[str]:
    yield from (".TP", f".B {_safe(name)}", *_wrapped(what))


def _wrapped(text: str) -> Iterator[str]:
    return map(_safe, wrap(" ".join(text.split()), 72, break_long_words=False, break_on_hyphens=False))


def _safe(text: str) -> str:
    """Text that no macro processor obeys."""
    said = text.replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq")
    return f"\\&{said}" if said.startswith((".", "'")) else said


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
