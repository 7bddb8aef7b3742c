"""Typewriter's quotation marks."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.text.regex import regex

_STRAIGHT = regex(r"(?<!\d)[^\s\ufffc]{0,20}[\"'][^\s\ufffc]{0,20}")


class StraightQuotes(Rule):
    """The text has straight quotation marks or apostrophes.

    Why: the series prints typographic ones, “ ” and ’.

    Wrong:

        <p>He said "yes".</p>

        <p>He won't.</p>

    Right:

        <p>He said “yes” and won’t.</p>
    """

    kind = Code("C009", "straight-quotes", Severity.INFO)
    since = "0.1.0"
    optional = True
    tools = frozenset({"frus"})

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each block."""
        for block in document.blocks:
            if m := _STRAIGHT.search(block.words):
                yield self.at(document, block.element, f"“{m[0].strip()}” has a straight quotation mark or apostrophe.", "Set typographic ones.")


part = StraightQuotes()
