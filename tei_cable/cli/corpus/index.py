"""`tei-cable corpus index`."""

from typing import Any

import click

from tei_cable.cli._common import finish, globbed, sentence, sentences, shared


@click.command("index", short_help="One SQLite file with texts, facts, mentions and references.")
@click.argument("sources", nargs=-1, required=True, metavar="TEI|DIR...")
@click.option("-o", "--output", required=True, metavar="FILE.sqlite", help="The index; one that is there is brought up to date.")
@globbed()
@shared
def command(sources: tuple[str, ...], output: str, glob: str, **options: Any) -> None:
    """Make a file to search in, with SQL or any program that knows SQLite (see docs/many.md).

    Run again, it reads only the files that have changed, and forgets those that are gone.
    """
    from tei_cable import api
    from tei_cable.cli._render import Printer, plural

    printer = Printer(**options)
    done = failed = telegrams = 0
    with sentences(output):
        for indexed in printer.progress(api.corpus_index(sources, output, glob=glob), "files"):
            if indexed.error:
                failed += 1
                printer.fault(sentence(indexed.error, indexed.file))
            else:
                done += 1
                telegrams += indexed.telegrams
                if options["verbose"]:
                    printer.note(f"{indexed.file}: {'as it was' if indexed.skipped else plural(indexed.telegrams, 'telegram')}")
    printer.note(f"{output}: {plural(telegrams, 'telegram')} of {plural(done, 'file')}, {failed} failed")
    finish((), options["fail_on"], failed=failed, done=done)
