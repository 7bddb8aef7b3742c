"""Two hyphens for a dash."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.text.regex import regex

_DOUBLE = regex(r"\w*\s?(?<!-)--(?!-)\s?\w*")


class DoubleHyphen(Rule):
    """Two hyphens stand for a dash.

    Why: typewriters had no dash; the series prints —.

    Wrong:

        <p>We met--at last--in Paris.</p>

    Right:

        <p>We met—at last—in Paris.</p>
    """

    kind = Code("C011", "double-hyphen", Severity.INFO)
    since = "0.1.0"
    optional = True

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each block."""
        for block in document.blocks:
            if "--" in block.words and (m := _DOUBLE.search(block.words)):
                yield self.at(document, block.element, f"“{m[0]}” has two hyphens.", "Set a dash, —.")


part = DoubleHyphen()
