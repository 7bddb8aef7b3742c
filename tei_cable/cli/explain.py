"""`tei-cable explain`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from tei_cable.cli._common import Failure

if TYPE_CHECKING:
    from tei_cable.rules import Rule


@click.command("explain", short_help="What a code means, with examples.")
@click.argument("code", metavar="CODE")
def command(code: str) -> None:
    """Say what the findings of a code are about, why it matters, and what is right instead. CODE is a code (N007) or a name (note-number-missing)."""
    from tei_cable.registry import codes, rules

    rule = next((r for r in rules().values() if code.lower() in (r.code.lower(), r.slug)), None)
    if rule:
        click.echo(_page(rule))
        return
    kind = next((k for k in codes().values() if code.lower() in (k.code.lower(), k.slug)), None)
    if not kind:
        raise Failure(f"{code}: there is no finding of that code or name; `tei-cable rules` lists the rules")
    click.echo(f"{kind.code} {kind.slug} ({kind.severity})\n\nA finding of convert, verify or validate; its message and hint say what to do.")


def _page(rule: "Rule") -> str:
    from tei_cable.rules.page import page

    told = page(rule)
    asked = ", only when --select names it" if rule.optional else ""
    head = f"{rule.code} {rule.slug} ({rule.severity}, since {rule.since}{asked})"
    examples = ["Wrong:", "", *_shown(told.wrong), "Right:", "", *_shown(told.right)]
    return "\n".join([head, "", told.title, "", f"Why: {told.why}", "", *examples]).rstrip()


def _shown(examples: Sequence[str]) -> list[str]:
    return [line for example in examples for line in (*(f"    {x}" for x in example.splitlines()), "")]
