"""`tei-cable review serve`."""

from contextlib import suppress
from typing import Any

import click

from tei_cable.cli._common import Failure, globbed, no_core_authority, sentence, sentences


@click.command("serve", short_help="Decide in the browser, on this machine alone.")
@click.argument("files", nargs=-1, required=True, metavar="TEI|DIR...")
@click.option("--decisions", required=True, metavar="FILE.jsonl", help="The file of decisions: each is added at once; work goes on where it stands.")
@click.option("--resp", required=True, metavar="EDITOR", help="Who decides: a name, or an id of the TEI.")
@click.option("--port", default=0, type=click.IntRange(0, 65535), metavar="N", help="The port; else a free one.")
@click.option("--authority", multiple=True, metavar="FILE", help="A list of persons, places … to look up names in; repeatable.")
@no_core_authority
@globbed(of="a folder")
def command(files: tuple[str, ...], decisions: str, resp: str, **options: Any) -> None:
    """Show the review queue of TEI files in the browser, doubt by doubt, and take down what is decided. The TEI itself does not change.

    Prints the address to open, and works until Ctrl-C. `review apply` and `convert --decisions` take the decisions from the file.
    """
    from tei_cable import api
    from tei_cable.cli._render import Printer, plural

    printer = Printer()
    settings = {name: options[name] for name in ("port", "authority", "glob")}
    with sentences(decisions):
        server = api.review_serve(files, decisions, resp=resp, core_authority=not options["no_core_authority"], **settings)
    work = server.work
    for path, error in work.problems:
        printer.fault(sentence(error, path))
    with server:
        if len(work.problems) and not work.queue:
            raise Failure(f"{', '.join(files)}: there is nothing to review")
        printer.note(f"{plural(len(work.queue), 'doubt')}, {len(work.standing().history)} decided; Ctrl-C ends, and every decision is in {decisions}")
        click.echo(server.address)
        with suppress(KeyboardInterrupt):
            server.serve_forever()
