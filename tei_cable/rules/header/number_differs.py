"""Telegrams of two numbers."""

from collections.abc import Iterator

from tei_cable.model import Diagnostic
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import said
from tei_cable.tei.names import T
from tei_cable.text.agreement import NUMBERS
from tei_cable.text.regex import regex

_DIGITS = regex(r"\d+")


class NumberDiffers(Rule):
    """The document's number is not the one at the head of its text.

    Why: what cites the telegram by its number finds another one.

    Wrong:

        <div type="telegram" n="2285"><p><label type="telegramNumber">2286.</label> Geneva for Harriman.</p></div>

    Right:

        <div type="telegram" n="2285"><p><label type="telegramNumber">2285.</label> Geneva for Harriman.</p></div>
    """

    kind = NUMBERS
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each number that is printed with a telegram and shares no digits with the document's."""
        for div in document.named("div"):
            own = set(_DIGITS.findall(div.get("n", ""))) if div.get("type") == "telegram" else set()
            for e in div.iter(T + "label") if own else ():
                printed = _DIGITS.findall(said(e)) if e.get("type") == "telegramNumber" else []
                if printed and own.isdisjoint(printed) and next(e.iterancestors(T + "floatingText"), None) is None:
                    yield self.at(
                        document,
                        e,
                        f"The text begins with number {printed[0]}, and the document is {div.get('n')}.",
                        "Check both against the source.",
                    )


part = NumberDiffers()
