"""`tei-cable evaluate`."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from tei_cable.cli._common import sentences

if TYPE_CHECKING:
    from tei_cable.desk.evaluate import Evaluation, Figure

# How many documents are named whose words differ.
_NAMED = 5


@click.command("evaluate", short_help="Precision, recall and F1 of the tags against gold TEI.")
@click.argument("gold", metavar="GOLD")
@click.argument("made", metavar="OUT")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="A table, or all figures as JSON.")
def command(gold: str, made: str, form: str) -> None:
    """Compare the tags of OUT with those of GOLD: two TEI files, or two folders with files of the same names.

    `strict` counts spans that agree to the character (white space and brackets at the edges aside), `fuzzy` those that overlap; `value` is the
    share of right ids, dates and numbers among the spans that agree strictly. ± is half the 95 % interval over documents.
    """
    from tei_cable import api

    with sentences(gold):
        found = api.evaluate(gold, made)
    click.echo(json.dumps(asdict(found), indent=2) if form == "json" else _table(found))


def _table(found: "Evaluation") -> str:
    from tei_cable.cli._render import plural

    head = f"{'':10} {'gold':>6} {'made':>6}  {'strict P':^11} {'R':^11} {'F1':^11}  {'fuzzy P':^11} {'R':^11} {'F1':^11}  {'value':^11}"
    rows = [
        f"{s.kind:10} {s.gold:6} {s.made:6}  {' '.join(map(_cell, s.strict))}  {' '.join(map(_cell, s.fuzzy))}  {_cell(s.value)}"
        for s in found.scores
    ]
    last = plural(found.documents, "document")
    if found.different:
        last += f", of which {len(found.different)} have other words than their gold, where tags compare badly: {', '.join(found.different[:_NAMED])}"
        last += " …" if len(found.different) > _NAMED else ""
    return "\n".join([head, *rows, last])


def _cell(figure: "Figure") -> str:
    if figure.value is None:
        return f"{'-':^11}"
    if figure.low is None or figure.high is None:
        return f"{figure.value:^11.3f}"
    return f"{figure.value:.3f} ±{(figure.high - figure.low) / 2:.3f}"
