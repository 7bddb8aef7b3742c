"""`tei-cable corpus audit`."""

import sys
from collections.abc import Sequence
from typing import Any

import click

from tei_cable.cli._common import finish, sentence, sentences, shared

_CODES = "Codes or beginnings of codes, with commas: K,P007."


@click.command("audit", short_help="What is inconsistent among many telegrams.")
@click.argument("sources", nargs=-1, required=True, metavar="TEI|DIR...")
@click.option("--select", metavar="CODES", help=f"Report only these. {_CODES}")
@click.option("--ignore", metavar="CODES", help="Do not report these.")
@click.option("--format", "form", type=click.Choice(["text", "json", "sarif", "junit", "github"]), default="text", show_default=True)
@click.option("--baseline", metavar="FILE", help="Known findings, which do not count.")
@click.option("--update-baseline", is_flag=True, help="Write what is found into the baseline.")
@click.option("--glob", default="*.xml", show_default=True, metavar="PATTERN", help="Which files of a folder or archive.")
@shared
def command(sources: tuple[str, ...], **options: Any) -> None:
    """Compare telegrams with one another: names and ids, offices, number series, dates, places (see docs/corpus.md).

    The findings have codes, which `explain` explains, and the formats of `validate`.
    """
    from tei_cable import api
    from tei_cable.cli import _baseline, _formats
    from tei_cable.cli._render import Printer, counted, plural
    from tei_cable.cli._report import Report
    from tei_cable.model import Severity

    baseline, form, fail_on = options["baseline"], options["form"], options["fail_on"] or "error"
    if options["update_baseline"] and not baseline:
        raise click.UsageError("--update-baseline needs --baseline FILE")
    printer = Printer(quiet=options["quiet"], no_color=options["no_color"])
    with sentences(sources[0]):
        known = _baseline.Baseline(baseline) if baseline and not options["update_baseline"] else None
        audit = api.corpus_audit(sources, select=_codes(options["select"]), ignore=_codes(options["ignore"]), glob=options["glob"])
        if options["update_baseline"]:
            _baseline.write(baseline, audit.findings)
            printer.note(f"{baseline}: {plural(sum(map(len, audit.findings.values())), 'finding')} known now")
            sys.exit(bool(audit.failed))
    new = {file: known.new(file, found) if known else found for file, found in audit.findings.items()}
    report = Report(findings={file: found for file, found in new.items() if found}, files=len(audit.files))
    report.known = sum(map(len, audit.findings.values())) - sum(map(len, new.values()))
    report.failed = {name: sentence(error, name) for name, error in audit.failed.items()}
    severities = [d.severity for found in report.findings.values() for d in found]
    if form == "text":
        for said in report.failed.values():
            printer.fault(said)
        for file, found in report.findings.items():
            printer.findings(file, found)
        said = f"{plural(audit.telegrams, 'telegram')} compared: {counted(severities) if severities else 'nothing found'}"
        printer.note(said + (f"; {plural(report.known, 'known finding')} not counted" if report.known else ""))
    elif form == "junit":
        click.echo(_formats.to_junit(report, audit.files, Severity[fail_on.upper()]))
    elif written := {"json": _formats.to_json, "sarif": _formats.to_sarif, "github": _formats.to_github}[form](report):
        click.echo(written)
    finish(severities, fail_on, failed=len(report.failed), done=report.files)


def _codes(text: str | None) -> Sequence[str]:
    return (text or "").replace(",", " ").upper().split()
