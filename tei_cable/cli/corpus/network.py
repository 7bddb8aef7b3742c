"""`tei-cable corpus network`."""

from typing import TYPE_CHECKING, Any

import click

from tei_cable.cli._common import finish, globbed, sentence, sentences, shared

if TYPE_CHECKING:
    from tei_cable.desk.network import Network

# How many series, and numbers of one, are named at a glance.
_SERIES, _NUMBERS = 10, 8


@click.command("network", short_help="Which telegram cites which, and which are missing.")
@click.argument("sources", nargs=-1, required=True, metavar="TEI|DIR...")
@click.option("-o", "--output", multiple=True, metavar="FILE", help="Write the network: a name that ends in .csv, .gexf or .graphml. Repeatable.")
@click.option("--write", is_flag=True, help="Write what is found into the files, as @target of the references; no word of a text is changed.")
@globbed()
@shared
def command(sources: tuple[str, ...], output: tuple[str, ...], write: bool, glob: str, **options: Any) -> None:
    """Find the telegrams that telegrams cite ("your 123", "Embtel 486", "Deptel 385"), by who sent which number to whom, and when.

    What is cited and not there is listed as missing, by series; -v lists every number (see docs/corpus.md).
    """
    from tei_cable import api
    from tei_cable.cli._render import Printer, plural

    printer = Printer(**options)
    with sentences(sources[0]):
        found = api.corpus_network(sources, glob=glob)
        failed = len(found.failed)
        for name, error in found.failed.items():
            printer.fault(sentence(error, name))
        for path in output:
            api.write_network(found, path)
        changed = 0
        for done in api.write_targets(found) if write else ():
            changed += done.references
            if done.error:
                failed += 1
                printer.fault(sentence(done.error, done.file))
    _print_missing(found, options["verbose"])
    share = f" ({100 * found.resolved / len(found.references):.0f} %)" if found.references else ""
    said = f"{plural(len(found.telegrams), 'telegram')}, {plural(len(found.references), 'reference')}, {found.resolved} of them resolved{share}"
    printer.note(said + (f"; {plural(changed, 'target')} written" if write else ""))
    finish((), options["fail_on"], failed=failed, done=len(found.telegrams))


def _print_missing(found: "Network", every: bool) -> None:
    missing = sorted(found.missing().items(), key=lambda m: (0, m[0]) if every else (-len(m[1]), m[0]))
    for series, numbers in missing if every else missing[:_SERIES]:
        shown = numbers if every else numbers[:_NUMBERS]
        click.echo(f"{series}: {', '.join(shown)}{f' and {len(numbers) - len(shown)} more' if len(numbers) > len(shown) else ''} missing")
    if len(missing) > _SERIES and not every:
        click.echo(f"{len(missing) - _SERIES} more series; -v lists them")
