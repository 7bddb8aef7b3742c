"""`tei-cable authority import|check|show`."""

from pathlib import Path
from typing import Any

import click

from tei_cable.cli._common import Failure, finish, safe, sentences, shared


@click.group("authority", short_help="Lists of persons, places, organisations and terms.")
def command() -> None:
    """Lists for --authority: merge them, check them, look into them. A list is TEI, CSV, TSV or JSON; see docs/names.md."""


@command.command("import")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("-o", "--output", required=True, metavar="OUT.xml|OUT.csv", help="Where it is written: TEI, or a table when it ends in .csv.")
@click.option("--title", default="", metavar="TEXT", help="The title of the new list.")
@click.option("--licence", default="", metavar="TEXT", help="Its licence; else those that the sources name.")
@click.option("--date", default="", metavar="YYYY-MM-DD", help="Its date; else today.")
@shared
def merge(sources: tuple[str, ...], output: str, title: str, licence: str, date: str, **options: Any) -> None:
    """Merge lists into one, the first counting most, and report where they disagree."""
    from tei_cable import api
    from tei_cable.authority import formats
    from tei_cable.cli._render import Printer, counted, plural
    from tei_cable.files import write_whole

    printer = Printer(**options)
    form = {".xml": "tei", ".tei": "tei", ".csv": "csv"}.get(Path(output).suffix.lower())
    if form is None:
        raise click.UsageError(f"{output}: a list is written as .xml or .csv")
    with sentences(output):
        pack, conflicts = api.authority_import(sources, title=title, licence=licence, date=date)
        write_whole(Path(output), formats.write(pack, form))
    for conflict in conflicts:
        printer.findings(conflict.source, [conflict.finding])
    found = [c.finding for c in conflicts]
    lost = "; a table holds no sources, licence, date and checksum" if form == "csv" else ""
    held = plural(len(pack.entries), "row") if form == "csv" else _entries(len(pack.entries))
    printer.note(f"{output}: {held}, {counted(d.severity for d in found)}{lost}")
    finish((d.severity for d in found), options["fail_on"])


@command.command("check")
@click.argument("file", metavar="FILE")
@shared
def check(file: str, **options: Any) -> None:
    """Find what is wrong or doubtful in a list: duplicates, one id or number for two, dates and numbers that cannot be."""
    from tei_cable import api
    from tei_cable.cli._render import Printer, counted

    printer = Printer(**options)
    with sentences(file):
        found = api.authority_check(file)
    printer.findings(file, found)
    printer.note(f"{file}: {counted(d.severity for d in found)}")
    finish((d.severity for d in found), options["fail_on"])


@command.command("show")
@click.argument("where", metavar="FILE|core")
@click.argument("name", required=False, default="", metavar="[NAME]")
def show(where: str, name: str) -> None:
    """Print the entries with that id or name, with all that is known and from where; without NAME what the list is and where it comes from."""
    from tei_cable import api

    with sentences(where):
        lines = api.authority_show(where, name)
    if not lines:
        raise Failure(f'{where}: nothing there has the id or name "{name}"; give a whole name, or an id')
    click.echo(safe("\n".join(lines)))


def _entries(n: int) -> str:
    return f"{n} entry" if n == 1 else f"{n} entries"
