"""`tei-cable export`."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tei_cable.cli._common import finish, globbed, sentence, sentences, shared, to_standard_output

if TYPE_CHECKING:
    from tei_cable.cli._render import Printer
    from tei_cable.render.losses import Loss


@click.command("export", short_help="TEI to other formats: HTML, text, JSON, tables, networks, references.")
@click.argument("sources", nargs=-1, required=True, metavar="TEI|DIR...")
@click.option("--to", default="", metavar="FORMAT", help="The format (see `tei-cable formats`).")
@click.option("--profile", default="", metavar="NAME", help="Instead of a format: the TEI of another house or tool (see `tei-cable formats`).")
@click.option("-o", "--output", metavar="FILE", callback=to_standard_output, help="One file of all; else it goes to standard output.")
@click.option("-O", "--output-folder", metavar="DIR", help="A file for each telegram; the tree is mirrored.")
@globbed()
@click.option("--jobs", type=click.IntRange(0), default=0, metavar="N", help="Processes for many files (default: as many as there are cores).")
@click.option("--scheduler", default="", metavar="ADDRESS", help="A Dask cluster (tcp://host:8786), or `local` to make one, for many files.")
@shared
def command(sources: tuple[str, ...], to: str, profile: str, output: str | None, output_folder: str | None, **options: Any) -> None:
    """Write telegrams in another format, and say what it cannot hold.

    TEI is ours, that of FRUS (volumes and single documents), or any other as far as it can be read.
    """
    from tei_cable.cli._render import Printer

    if bool(to) == bool(profile):
        raise click.UsageError("name a format with --to, or a profile with --profile; `tei-cable formats` lists them")
    if output and output_folder:
        raise click.UsageError("-o is for one file of all and -O for a file each; give one of them")
    printer = Printer(**options)
    with sentences(sources[0]):
        if output_folder or (output or "").endswith((".zip", ".tar")):
            _each(sources, output_folder or output or "", to, profile, options, printer)
        else:
            _one(sources, to, profile, output, options, printer)


def _one(sources: tuple[str, ...], to: str, profile: str, output: str | None, options: dict[str, Any], printer: "Printer") -> None:
    from tei_cable import api
    from tei_cable.files import write_whole

    made = api.export(sources, to, profile=profile, glob=options["glob"])
    if isinstance(made.data, Mapping):
        raise click.UsageError(f"{to} is several files; name a folder for them with -O DIR")
    if output:
        write_whole(Path(output), made.data)
    elif sys.stdout.isatty() and b"\0" in made.data:
        raise click.UsageError(f"{to} is not text for a terminal; name a file for it with -o FILE")
    else:
        sys.stdout.buffer.write(made.data)
        sys.stdout.buffer.flush()
    printer.note(f"{output or 'standard output'}: {_lost(made.losses)}")
    finish((), options["fail_on"])


def _each(sources: tuple[str, ...], into: str, to: str, profile: str, options: dict[str, Any], printer: "Printer") -> None:
    from tei_cable import api
    from tei_cable.batch.outputs import writing
    from tei_cable.cli._render import plural
    from tei_cable.desk.exports import total

    done = failed = 0
    losses: list[Loss] = []
    many = {name: options[name] for name in ("glob", "jobs", "scheduler")}
    with writing(into) as place:
        for written in printer.progress(api.export_each(sources, to, profile=profile, **many), "files"):
            if isinstance(written, Exception):
                failed += 1
                printer.fault(sentence(written))
                continue
            place.write(written.path.as_posix(), written.data)
            done += 1
            losses = [*total([*losses, *written.losses])]
            if options["verbose"]:
                printer.note(f"{into}: {written.path}: {_lost(written.losses)}")
    printer.note(f"{plural(done, 'file')} written into {into}, {failed} failed: {_lost(losses)}")
    finish((), options["fail_on"], failed=failed, done=done)


def _lost(losses: "Iterable[Loss]") -> str:
    said = ", ".join(f"{loss.what} ({loss.number})" for loss in losses)
    return f"lost: {said}" if said else "nothing lost"
