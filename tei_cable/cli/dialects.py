"""`tei-cable dialects`."""

import click

from tei_cable.cli._common import sentences


@click.command("dialects", short_help="The dialects there are; for a file, which of them it is and why not the others.")
@click.argument("file", required=False, metavar="[FILE]")
def command(file: str | None) -> None:
    """List the dialects that can be read; with FILE, say of each whether the file is of it, and if not, why."""
    from tei_cable import api

    with sentences():
        found = api.dialects(file)
    width = max(map(len, found))
    for name, words in found.items():
        click.echo(f"{name:{width}}  {words if file is None else f'no: {words}' if words else 'yes'}")
