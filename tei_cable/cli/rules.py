"""`tei-cable rules`."""

import click


@click.command("rules", short_help="The rules that `validate` checks.")
def command() -> None:
    """List the rules: code, severity, name, and what is wrong; a star marks those that run only when --select names them."""
    from tei_cable.registry import rules
    from tei_cable.rules.page import page

    found = list(rules().values())
    width = max(len(r.slug) for r in found)
    for r in found:
        click.echo(f"{r.code}{'*' if r.optional else ' '} {r.severity!s:7}  {r.slug:{width}}  {page(r).title}")
