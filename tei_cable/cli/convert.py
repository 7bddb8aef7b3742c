"""`tei-cable convert`."""

import sys
from collections import Counter
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tei_cable.cli._common import finish, globbed, no_core_authority, safe, sentence, sentences, shared, to_standard_output

if TYPE_CHECKING:
    from tei_cable.batch.conversion import Converted
    from tei_cable.cli._render import Printer
    from tei_cable.model import Cable, Severity


@click.command("convert", short_help="Text to TEI: a file, standard input (-), a folder into a folder.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    callback=to_standard_output,
    help="Where to write the TEI of one source, or (.zip, .tar, .jsonl, .parquet) of many; else to standard output.",
)
@click.option("-O", "--output-folder", metavar="DIR", help="Where to write the TEI of many; the tree is mirrored, NAME.txt becomes NAME.xml.")
@click.option("--dialect", default="auto", show_default=True, metavar="NAME", help="The layout of the telegram (see `tei-cable dialects`).")
@click.option("--authority", multiple=True, metavar="FILE", help="A list of persons, places … (TEI, CSV, JSON); repeatable, the first counts most.")
@no_core_authority
@click.option(
    "--recogniser", multiple=True, metavar="KIND:WHAT", help="Ask another program for names: spacy:PIPELINE, chat:ADDRESS#MODEL; repeatable."
)
@click.option("--profile", default="cable", show_default=True, metavar="NAME", help="Whose TEI to write (see `tei-cable formats`).")
@click.option("--decisions", multiple=True, metavar="FILE", help="Keep what editors decided (see `review`); repeatable, the last counts most.")
@click.option("--update", default="", metavar="FILE", help="Add to this TEI of one source, edited by hand, what is new; nothing in it changes.")
@globbed("*.txt")
@click.option("--jobs", type=click.IntRange(0), default=0, metavar="N", help="Processes for many telegrams (default: as many as there are cores).")
@click.option("--scheduler", default="", metavar="ADDRESS", help="A Dask cluster (tcp://host:8786), or `local` to make one, for many telegrams.")
@click.option("--resume", is_flag=True, help="Go on where an earlier run into the folder stopped: what is done is not done again.")
@click.option("--diagnostics", metavar="FILE", help="Write every finding about many telegrams there, as JSON Lines.")
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
    if options["update"] and output_folder:
        raise click.UsageError("--update is for one source and its TEI; give it without -O")
    if options["profile"] != "cable" and (options["update"] or options["decisions"]):
        raise click.UsageError("--decisions and --update work on our own TEI; convert without --profile, then run `export --profile` on the result")
    printer = Printer(**options)
    settings = {"dialect": options["dialect"], "authority": options["authority"], "core_authority": not options["no_core_authority"]}
    settings |= {name: options[name] for name in ("recogniser", "profile", "decisions")}
    with sentences(sources[0]):
        _tell_who_reads(options["recogniser"], printer)
        if into := output_folder or _archive(output):
            _many(sources, into, settings, options, printer)
        else:
            _one(sources, output, settings, options, printer)


def _archive(output: str | None) -> str:
    from tei_cable.batch.outputs import is_archive

    return output if output and is_archive(output) else ""


def _tell_who_reads(names: tuple[str, ...], printer: "Printer") -> None:
    """Say, quiet or not, to which other machines the text will go."""
    from tei_cable import api

    for recogniser in api.recognisers(names):
        if recogniser.sends_to:
            printer.say((f"{safe(recogniser.name)}: the text of the telegrams is sent to {safe(recogniser.sends_to)}", ""))


def _one(sources: tuple[str, ...], output: str | None, settings: dict[str, Any], options: dict[str, Any], printer: "Printer") -> None:
    from tei_cable import api
    from tei_cable.cli._render import counted
    from tei_cable.files import STDIN, write_whole

    source = sources[0]
    if len(sources) > 1 or (source != STDIN and Path(source).is_dir()):
        raise click.UsageError("many telegrams need a folder to go to; name it with -O DIR")
    conversion = api.convert(source, update=options["update"], **settings)
    if output:
        write_whole(Path(output), conversion.tei)
    if options["explain"]:
        _explain(conversion.cable, options["explain"])
    elif not output:
        sys.stdout.buffer.write(conversion.tei)
        sys.stdout.buffer.flush()
    name = "standard input" if source == STDIN else source
    printer.findings(name, conversion.diagnostics, conversion.cable.source)
    why = f" ({conversion.why})" if options["verbose"] else ""
    printer.note(f"{name}: {conversion.cable.dialect}{why}, {counted(d.severity for d in conversion.diagnostics)}")
    finish((d.severity for d in conversion.diagnostics), options["fail_on"])


def _explain(cable: "Cable", asked: str) -> None:
    """Print the reasons for the mentions that are asked for."""
    from tei_cable.desk.reasons import reasons

    found = [str(reason) for reason in reasons(cable, asked)]
    click.echo("\n".join(found) or f"Nothing is tagged at {asked}.")


def _many(sources: tuple[str, ...], into: str, settings: dict[str, Any], options: dict[str, Any], printer: "Printer") -> None:
    from tei_cable import api
    from tei_cable.batch.conversion import Stopped
    from tei_cable.cli._lines import JsonLines
    from tei_cable.cli._render import counted, plural

    done: Counter[str] = Counter()
    found: Counter[Severity] = Counter()
    many = {name: options[name] for name in ("glob", "jobs", "scheduler", "resume")}
    results = api.convert_all(sources, into, **many, **settings)
    try:
        with JsonLines(options["diagnostics"]) if options["diagnostics"] else nullcontext() as lines:
            for result in printer.progress(results, "telegrams"):
                done["failed" if result.made is None else "before" if result.skipped else "now"] += 1
                found.update(d.severity for d in (result.made.diagnostics if result.made else ()))
                if lines:
                    lines.write(result)
                _print(result, printer, options["verbose"])
    except Stopped as e:
        done["failed"] += 1
        printer.fault(str(e))
    before = f", {done['before']} were there before" if done["before"] else ""
    printer.note(f"{plural(done['now'], 'telegram')} converted into {into}{before}, {done['failed']} failed: {counted(found)}")
    finish(found, options["fail_on"], failed=done["failed"], done=done["now"] + done["before"])


def _print(result: "Converted", printer: "Printer", verbose: bool) -> None:
    from tei_cable.cli._render import counted
    from tei_cable.model import Severity

    if result.made is None:
        printer.fault(sentence(result.error, result.name))
        return
    found = result.made.diagnostics
    shown = [d for d in found if verbose or d.severity is Severity.ERROR]
    printer.findings(result.name, shown, result.source if shown else None)
    if verbose:
        printer.note(f"{result.name}: {result.made.dialect}, {counted(d.severity for d in found)}{' (there before)' if result.skipped else ''}")
