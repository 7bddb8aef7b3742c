"""`tei-cable verify`."""

from collections import Counter
from typing import Any

import click

from tei_cable.cli._common import finish, safe, sentences, shared


@click.command("verify", short_help="The fidelity certificate: is every character there?")
@click.argument("source", metavar="SOURCE")
@click.argument("tei", metavar="TEI")
@shared
def command(source: str, tei: str, **options: Any) -> None:
    """Hold a TEI file against the text it was made from.

    Every character of SOURCE must stand in TEI in its order, or have left the trace that the encoding guide names; and TEI may say nothing that
    SOURCE does not. The check knows nothing of how the TEI was made, so it works on TEI that was edited by hand.
    """
    from tei_cable import api
    from tei_cable.cli._render import Printer, plural

    printer = Printer(quiet=options["quiet"], no_color=options["no_color"])
    with sentences(source):
        certificate = api.verify(source, tei)
    text = certificate.source.text
    printer.findings(source, certificate.diagnostics, certificate.source)
    if options["verbose"]:
        for change in certificate.changes:
            words = safe(" ".join(text[change.span.start : change.span.end].split())[:60])
            click.echo(f"{change.kind}: {words} → {change.became or 'nothing'}" if change.count == 1 else f"{change.kind}: {change.count}")
    if not options["quiet"]:
        numbers: Counter[str] = Counter()
        for change in certificate.changes:
            numbers[change.kind] += change.count
        click.echo(f"source   sha256 {certificate.source_sha256}")
        click.echo(f"tei      sha256 {certificate.tei_sha256}")
        click.echo(f"changes  {', '.join(plural(n, kind) for kind, n in numbers.items()) or 'none'}")
        click.echo(f"faithful {'yes' if certificate.ok else 'no'}")
    finish(certificate.diagnostics, options["fail_on"])
