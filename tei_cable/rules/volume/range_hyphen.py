"""Hyphens in ranges of numbers."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.text.regex import regex

_RANGE = regex(r"(?<![\w./-])\d{1,4}-\d{2,4}(?![\w/-])")


class RangeHyphen(Rule):
    """A hyphen stands between the two numbers of a range.

    Why: the series prints the dash for “from … to”, in pages, years and telegrams.

    Wrong:

        <p>See pages 12-14 and telegrams 6106-6111.</p>

    Right:

        <p>See pages 12–14, the F-104 and 1-800-555.</p>
    """

    kind = Code("C012", "hyphen-in-range", Severity.INFO)
    since = "0.1.0"
    optional = True

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each block."""
        for block in document.blocks:
            if "-" in block.words and (m := _RANGE.search(block.words)):
                yield self.at(document, block.element, f"“{m[0]}” has a hyphen.", "Set a dash, –.")


part = RangeHyphen()
