"""`tei-cable review export`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tei_cable.cli._common import finish, globbed, no_core_authority, sentence, sentences, shared

if TYPE_CHECKING:
    from tei_cable.desk.doubts import Doubt


@click.command("export", short_help="All that is in doubt, as a table that an editor fills.")
@click.argument("files", nargs=-1, required=True, metavar="TEI|DIR...")
@click.option("-o", "--output", required=True, metavar="FILE", help="The table: .csv, .xlsx, .json or .jsonl.")
@click.option("--decisions", multiple=True, metavar="FILE", help="Leave out what is decided there; repeatable.")
@click.option("--authority", multiple=True, metavar="FILE", help="A list of persons, places … for the alternatives; repeatable.")
@no_core_authority
@globbed(of="a folder")
@shared
def command(files: tuple[str, ...], output: str, **options: Any) -> None:
    """Write the review queue of TEI files: the most valuable doubts first, each with its sentence, the alternatives and the evidence.

    Fill the column `decision` and give the table to `review apply`, or to `convert --decisions`.
    """
    from tei_cable import api
    from tei_cable.cli._render import Printer, plural
    from tei_cable.files import write_whole

    printer = Printer(**options)
    settings = {"authority": options["authority"], "core_authority": not options["no_core_authority"]}
    found: list[Doubt] = []
    done = failed = 0
    with sentences(output):
        for result in api.review_export(files, decisions=options["decisions"], glob=options["glob"], **settings):
            if result.error:
                failed += 1
                printer.fault(sentence(result.error, result.path))
                continue
            done += 1
            found += result.doubts
            if options["verbose"]:
                printer.note(f"{result.path}: {plural(len(result.doubts), 'doubt')}")
        if done:
            write_whole(Path(output), api.review_table(output, found))
    printer.note(f"{output}: {plural(len(found), 'doubt')} of {plural(done, 'file')}, {failed} failed")
    finish((), options["fail_on"], failed=failed, done=done)
