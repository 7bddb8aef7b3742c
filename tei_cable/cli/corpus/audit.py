"""`tei-cable corpus audit`."""

import sys
from typing import Any

import click

from tei_cable.cli._common import codes, finish, globbed, reporting, sentence, sentences, shared


@click.command("audit", short_help="What is inconsistent among many telegrams.")
@click.argument("sources", nargs=-1, required=True, metavar="TEI|DIR...")
@reporting("K,P007")
@globbed()
@shared
def command(sources: tuple[str, ...], **options: Any) -> None:
    """Compare telegrams with one another: names and ids, offices, number series, dates, places (see docs/corpus.md).

    The findings have codes, which `explain` explains, and the formats of `validate`.
    """
    from tei_cable import api
    from tei_cable.cli import _baseline
    from tei_cable.cli._formats import write
    from tei_cable.cli._render import Printer, counted, plural
    from tei_cable.cli._report import Report

    baseline, form, fail_on = options["baseline"], options["form"], options["fail_on"] or "error"
    if options["update_baseline"] and not baseline:
        raise click.UsageError("--update-baseline needs --baseline FILE")
    printer = Printer(**options)
    with sentences(sources[0]):
        known = _baseline.Baseline(baseline) if baseline and not options["update_baseline"] else None
        audit = api.corpus_audit(sources, select=codes(options["select"]), ignore=codes(options["ignore"]), glob=options["glob"])
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
    else:
        write(form, report, audit.files, fail_on)
    finish(severities, fail_on, failed=len(report.failed), done=report.files)
