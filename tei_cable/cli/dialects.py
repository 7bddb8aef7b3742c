"""`tei-cable dialects`."""

import click

from tei_cable.cli._common import sentences


@click.command("dialects", short_help="The dialects there are; for a file, which of them it is and why not the others.")
@click.argument("file", required=False, metavar="[FILE]")
def command(file: str | None) -> None:
    """List the dialects that can be read; with FILE, say of each how sure its reader is of the file, from 0.00 (no) to 1.00, and why."""
    from tei_cable import api

    with sentences():
        found = api.dialects(file)
    width = max(len(d.name) for d in found)
    for d in found:
        click.echo(f"{d.name:{width}}  {f'{d.claim.score:.2f}  {d.claim.why}' if d.claim else d.reads}")
