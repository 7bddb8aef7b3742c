"""`tei-cable review apply`."""

from typing import Any

import click

from tei_cable.cli._common import finish, globbed, safe, sentence, sentences, shared


@click.command("apply", short_help="Write an editor's decisions into TEI.")
@click.argument("table", metavar="DECISIONS")
@click.argument("files", nargs=-1, required=True, metavar="TEI|DIR...")
@click.option("--resp", default="", metavar="EDITOR", help="Who decided, where the table does not say: a name, or an id of the TEI.")
@click.option("--date", default="", metavar="YYYY-MM-DD", help="When, where the table does not say; else today.")
@click.option("--into", default="", metavar="FILE.jsonl", help="Add the decisions that were carried out to this file, for `convert --decisions`.")
@click.option("--authority", multiple=True, metavar="FILE", help="A list that has the ids decided on; repeatable.")
@globbed(of="a folder")
@shared
def command(table: str, files: tuple[str, ...], **options: Any) -> None:
    """Carry out the decisions of a table (`review export`, its column `decision` filled) or of a file of decisions, in the TEI files.

    Each gets @resp the editor and @cert high, and revisionDesc says so; no word of the text changes. A decision that no longer applies is named.
    """
    from tei_cable import api
    from tei_cable.cli._render import Printer, plural

    printer = Printer(**options)
    settings = {name: options[name] for name in ("resp", "date", "into", "authority", "glob")}
    done = failed = kept = lost = 0
    with sentences(table):
        for result in api.review_apply(table, files, **settings):
            if result.error:
                failed += 1
                printer.fault(sentence(result.error, result.path))
                continue
            done += 1
            kept += len(result.kept)
            lost += len(result.lost)
            for d, why in result.lost:
                printer.fault(f"{result.path}: “{safe(d.decision)}” on “{safe(d.doubt.words[:40])}” ({d.doubt.id}) was not done: {safe(why)}")
            if options["verbose"]:
                printer.note(f"{result.path}: {plural(len(result.kept), 'decision')}")
    printer.note(f"{plural(done, 'file')}, {failed} failed: {plural(kept, 'decision')} carried out, {lost} not")
    finish((), options["fail_on"], failed=failed + lost, done=done)
