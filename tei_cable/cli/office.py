"""`tei-cable office`."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from tei_cable.cli._common import DONE, FOUND, safe, sentences

if TYPE_CHECKING:
    from tei_cable.authority.questions import Answer


@click.command("office", short_help="Who held an office on a day.")
@click.argument("title", metavar="OFFICE|-")
@click.option("--date", metavar="YYYY-MM-DD", help="The day; it must be given unless the questions come on standard input.")
@click.option("--state", default="US", show_default=True, metavar="STATE", help="Whose office it is when the words do not say: code (FR) or name.")
@click.option("--authority", multiple=True, metavar="FILE", help="A list of persons whose notes tell offices; repeatable.")
@click.option("--no-core-authority", is_flag=True, help="Without the tenures that tei-cable knows.")
@click.option("-v", "--explain", is_flag=True, help="Say more: the tenure, its source, whether it is certain, who else comes into question.")
def command(title: str, date: str | None, state: str, authority: tuple[str, ...], no_core_authority: bool, explain: bool) -> None:
    """Say who held OFFICE on a day: 'Ambassador in France', 'French Foreign Minister', 'Secretary of State'.

    With - the questions are lines of standard input, OFFICE and date and, if wanted, state, divided by tabs; each is answered by one line, which is
    empty when nobody is known, or when two fit. Exit status 1: the one question has no answer, or a line could not be read.
    """
    from tei_cable import api

    core = not no_core_authority
    with sentences():
        if title != "-":
            if not date:
                raise click.UsageError("say on which day, with --date YYYY-MM-DD")
            answer = api.office(title, date, state=state, authority=authority, core_authority=core)
            click.echo("\n".join(_told(answer)) if explain else answer.name)
            if not answer.name and not explain:
                click.echo(safe(f"{title}: {answer.why}"), err=True)
            sys.exit(DONE if answer.name else FOUND)
        text = sys.stdin.buffer.read().decode("utf-8", "replace")
        faults = 0
        for n, asked in enumerate(api.offices(_questions(text), date=date, state=state, authority=authority, core_authority=core), 1):
            if isinstance(asked, ValueError):
                faults += 1
                click.echo(safe(f"error: standard input, line {n}: {asked}"), err=True)
                click.echo("")
            else:
                click.echo(f"{asked.name}\t{asked.why}" if explain else asked.name)
    sys.exit(FOUND if faults else DONE)


def _questions(text: str) -> Iterator[tuple[str, ...]]:
    for line in text.splitlines():
        yield tuple(cell.strip() for cell in line.split("\t"))


def _told(answer: "Answer") -> Iterator[str]:
    """An answer in full, as lines."""
    from tei_cable.authority.tenures import dates

    posted = bool(answer.office and answer.office.post)
    yield answer.name or f"nobody: {answer.why}"
    if answer.office:
        yield f"  office   {answer.called}"
    if answer.tenure:
        yield f"  tenure   {dates(answer.tenure, posted)}"
        yield f"  source   {answer.tenure.source}"
    if answer.name:
        yield f"  certain  {'yes' if answer.certain else 'no'}: {answer.why}"
    for name, tenure in answer.others:
        yield f"  other    {name}, {dates(tenure, posted)} ({tenure.source})"
