"""`tei-cable corpus compare`."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tei_cable.cli._common import safe, sentences

if TYPE_CHECKING:
    from tei_cable.desk.compare import Comparison


@click.command("compare", short_help="Two encodings of the same telegrams: agreement, and each difference.")
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@click.option("-o", "--output", metavar="FILE.html", help="Write each difference, in its place in the text, as a page.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="A table, or everything as JSON.")
def command(first: str, second: str, output: str | None, form: str) -> None:
    """Compare the tags of two editors, or of two versions: two TEI files, or two folders with files of the same names.

    For each kind of tag: how many each has, the share on the same words, on words that meet, and of the first the share with the same value.
    """
    from tei_cable import api
    from tei_cable.files import write_whole

    with sentences(first):
        found = api.corpus_compare(first, second)
        if output:
            from tei_cable.desk.compare import page

            write_whole(Path(output), page(found, (first, second)))
    click.echo(json.dumps(asdict(found), indent=2, ensure_ascii=False) if form == "json" else safe(_table(found)))


def _table(found: "Comparison") -> str:
    from tei_cable.cli._render import plural

    rows = [f"{'':10} {'A':>6} {'B':>6} {'words':>7} {'meet':>7} {'value':>7}"]
    for s in found.agreement.scores:
        shares = (s.strict[2].value, s.fuzzy[2].value, s.value.value)
        rows.append(f"{s.kind:10} {s.gold:6} {s.made:6} " + " ".join(f"{'-':>7}" if v is None else f"{v:7.3f}" for v in shares))
    number = sum(len(t.differences) for t in found.telegrams)
    others = sum(not t.alike for t in found.telegrams)
    rows.append(f"{plural(len(found.telegrams), 'telegram')}, {plural(number, 'difference')}" + (f"; {others} with other words" if others else ""))
    return "\n".join(rows)
