"""`tei-cable convert`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tei_cable.cli._common import finish, sentence, sentences, shared

if TYPE_CHECKING:
    from tei_cable.cli._render import Printer
    from tei_cable.model import Cable


@click.command("convert", short_help="Text to TEI: a file, standard input (-), a folder into a folder.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("-o", "--output", metavar="FILE", help="Where to write the TEI of one source; else it goes to standard output.")
@click.option("-O", "--output-folder", metavar="DIR", help="Where to write the TEI of many; the tree is mirrored, NAME.txt becomes NAME.xml.")
@click.option("--dialect", default="auto", show_default=True, metavar="NAME", help="The layout of the telegram (see `tei-cable dialects`).")
@click.option("--authority", multiple=True, metavar="FILE", help="A list of persons, places … (TEI, CSV, JSON); repeatable, the first counts most.")
@click.option("--no-core-authority", is_flag=True, help="Without the persons, places and offices that tei-cable knows.")
@click.option("--glob", default="*.txt", show_default=True, metavar="PATTERN", help="Which files of a folder.")
@click.option("--explain", metavar="NAME|OFFSET", help="Print why a name was tagged and linked so, in place of the TEI (of one source).")
@shared
def command(sources: tuple[str, ...], output: str | None, output_folder: str | None, **options: Any) -> None:
    """Convert plain-text telegrams to TEI.

    Every conversion is checked: no character of the source is lost, and the TEI is valid. What an editor should look at is reported on
    standard error.
    """
    from tei_cable.cli._render import Printer

    if output and output_folder:
        raise click.UsageError("-o is for one source and -O for many; give one of them")
    if options["explain"] and output_folder:
        raise click.UsageError("--explain is for one source; give it without -O")
    printer = Printer(quiet=options["quiet"], no_color=options["no_color"])
    settings = {"dialect": options["dialect"], "authority": options["authority"], "core_authority": not options["no_core_authority"]}
    with sentences(sources[0]):
        if output_folder:
            _many(sources, output_folder, settings, options, printer)
        else:
            _one(sources, output, settings, options, printer)


def _one(sources: tuple[str, ...], output: str | None, settings: dict[str, Any], options: dict[str, Any], printer: "Printer") -> None:
    from tei_cable import api
    from tei_cable.cli._render import counted
    from tei_cable.files import STDIN, write_whole

    source = sources[0]
    if len(sources) > 1 or (source != STDIN and Path(source).is_dir()):
        raise click.UsageError("many telegrams need a folder to go to; name it with -O DIR")
    conversion = api.convert(source, **settings)
    if output:
        write_whole(Path(output), conversion.tei)
    elif options["explain"]:
        _explain(conversion.cable, options["explain"])
    else:
        sys.stdout.buffer.write(conversion.tei)
        sys.stdout.buffer.flush()
    name = "standard input" if source == STDIN else source
    printer.findings(name, conversion.diagnostics, conversion.cable.source)
    why = f" ({conversion.why})" if options["verbose"] else ""
    printer.note(f"{name}: {conversion.cable.dialect}{why}, {counted(conversion.diagnostics)}")
    finish(conversion.diagnostics, options["fail_on"])


def _explain(cable: "Cable", asked: str) -> None:
    """Print the reasons for the mentions that are asked for."""
    from tei_cable.desk.reasons import reasons

    found = [str(reason) for reason in reasons(cable, asked)]
    click.echo("\n".join(found) or f"Nothing is tagged at {asked}.")


def _many(sources: tuple[str, ...], folder: str, settings: dict[str, Any], options: dict[str, Any], printer: "Printer") -> None:
    from tei_cable import api
    from tei_cable.cli._render import counted, plural
    from tei_cable.model import Diagnostic, Severity

    found: list[Diagnostic] = []
    done = failed = 0
    for result in printer.progress(api.convert_all(sources, folder, glob=options["glob"], **settings), "telegram"):
        name = result.job.source
        if result.conversion is None:
            failed += 1
            printer.fault(sentence(result.error, name))
            continue
        done += 1
        diagnostics = result.conversion.diagnostics
        found += diagnostics
        shown = diagnostics if options["verbose"] else [d for d in diagnostics if d.severity is Severity.ERROR]
        printer.findings(name, shown, result.conversion.cable.source)
        printer.note(f"{name}: {result.conversion.cable.dialect}, {counted(diagnostics)}")
    printer.note(f"{plural(done, 'telegram')} converted into {folder}, {failed} failed: {counted(found)}")
    finish(found, options["fail_on"], failed=failed, done=done)
