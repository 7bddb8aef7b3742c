"""`tei-cable formats`."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tei_cable.desk.exports import Format


@click.command("formats", short_help="The formats that TEI can be written in, and what each cannot hold.")
@click.option("--format", "form", type=click.Choice(["text", "markdown"]), default="text", show_default=True, help="Lines, or a table.")
def command(form: str) -> None:
    """List the formats of `tei-cable export --to` and the profiles of `--profile`: what each is for, what writes it, what it loses."""
    from tei_cable import api

    for heading, found in (("Formats", api.formats()), ("Profiles", api.profiles())):
        if form == "markdown":
            click.echo(_table(heading, found))
            continue
        click.echo(f"{heading}:")
        for f in found:
            click.echo(f"  {f.name:15} {f.purpose}")
            click.echo(f"  {'':15} {f.library}; loses: {', '.join(f.loses) or 'nothing'}")


def _table(heading: str, found: "tuple[Format, ...]") -> str:
    rows = [
        f"| `{f.name}` | {f.purpose} | {f.takes} | {f.library} | {', '.join(f.loses) or 'nothing'} | {f.tested} |" for f in found
    ]
    head = "| name | what for | telegrams in a file | library | loses | tested |\n| --- | --- | --- | --- | --- | --- |"
    return "\n".join([f"## {heading}", "", head, *rows, ""])
