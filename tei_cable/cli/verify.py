"""`tei-cable verify`."""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tei_cable.cli._common import DONE, FOUND, finish, safe, sentences, shared

if TYPE_CHECKING:
    from tei_cable.cli._render import Printer
    from tei_cable.tei.verify import Certificate


@click.command("verify", short_help="The fidelity certificate: is every character there?")
@click.argument("source", metavar="SOURCE")
@click.argument("tei", metavar="TEI")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Numbers, or the whole certificate.")
@click.option("--certificate", metavar="FILE", help="Check this certificate (JSON) again, against the two files.")
@shared
def command(source: str, tei: str, form: str, certificate: str | None, **options: Any) -> None:
    """Hold a TEI file against the text it was made from.

    Every character of SOURCE must stand in TEI in its order, or have left the trace that the encoding guide names; and TEI may say nothing that
    SOURCE does not. The check knows nothing of how the TEI was made, so it works on TEI that was edited by hand.
    """
    from tei_cable import api
    from tei_cable.cli._render import Printer

    printer = Printer(**options)
    if certificate:
        _again(certificate, source, tei, printer)
    with sentences(source):
        made = api.verify(source, tei)
    printer.findings(source, made.diagnostics, made.source)
    if form == "json":
        from tei_cable.tei.certificate import as_json

        click.echo(json.dumps(as_json(made), indent=1, ensure_ascii=False))
    else:
        _print(made, verbose=options["verbose"], quiet=options["quiet"])
    finish((d.severity for d in made.diagnostics), options["fail_on"])


def _again(certificate: str, source: str, tei: str, printer: "Printer") -> None:
    """Check a certificate, and end with the exit status."""
    from tei_cable import api

    with sentences(certificate):
        wrong = api.recheck(certificate, source, tei)
    for sentence in wrong:
        printer.fault(f"{certificate}: {sentence}")
    if not wrong:
        printer.note(f"{certificate}: holds for {source} and {Path(tei)}")
    sys.exit(FOUND if wrong else DONE)


def _print(certificate: "Certificate", *, verbose: bool, quiet: bool) -> None:
    from tei_cable.cli._render import plural

    text = certificate.source.text
    if verbose:
        for change in certificate.changes:
            words = safe(" ".join(text[change.span.start : change.span.end].split())[:60])
            click.echo(f"{change.kind}: {words} → {change.became or 'nothing'}" if change.count == 1 else f"{change.kind}: {change.count}")
    if not quiet:
        numbers: Counter[str] = Counter()
        for change in certificate.changes:
            numbers[change.kind] += change.count
        click.echo(f"source   sha256 {certificate.source_sha256}")
        click.echo(f"tei      sha256 {certificate.tei_sha256}")
        click.echo(f"changes  {', '.join(plural(n, kind) for kind, n in numbers.items()) or 'none'}")
        click.echo(f"faithful {'yes' if certificate.ok else 'no'}")
