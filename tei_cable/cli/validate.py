"""`tei-cable validate`."""

from typing import Any

import click

from tei_cable.cli._common import finish, sentence, sentences, shared


@click.command("validate", short_help="Faults of TEI files by a schema.")
@click.argument("files", nargs=-1, required=True, metavar="FILE|DIR...")
@click.option(
    "--schema",
    multiple=True,
    default=("cable",),
    show_default=True,
    metavar="cable|cable.xsd|PATH",
    help="`cable` is our RELAX NG and Schematron; PATH a .rng, .xsd or .sch file. Repeatable.",
)
@click.option("--glob", default="*.xml", show_default=True, metavar="PATTERN", help="Which files of a folder.")
@shared
def command(files: tuple[str, ...], schema: tuple[str, ...], glob: str, **options: Any) -> None:
    """Validate TEI files; each fault is reported once, at the element where it lies."""
    from tei_cable import api
    from tei_cable.cli._render import Printer, plural
    from tei_cable.files import found as files_found
    from tei_cable.model import Diagnostic

    printer = Printer(quiet=options["quiet"], no_color=options["no_color"])
    found: list[Diagnostic] = []
    valid = faulty = failed = 0
    with sentences():
        for path, _ in files_found(files, glob):
            try:
                diagnostics = api.validate(path, schema=schema)
            except OSError as e:
                failed += 1
                printer.fault(sentence(e))
                continue
            found += diagnostics
            faulty += bool(diagnostics)
            valid += not diagnostics
            printer.findings(path, diagnostics)
            if options["verbose"]:
                printer.note(f"{path}: {plural(len(diagnostics), 'fault') if diagnostics else 'valid'}")
    printer.note(f"{plural(valid + faulty, 'file')}: {valid} valid, {faulty} not ({', '.join(schema)})")
    finish(found, options["fail_on"], failed=failed, done=valid + faulty)
