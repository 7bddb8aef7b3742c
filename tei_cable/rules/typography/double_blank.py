"""Two blanks where one belongs."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.text.regex import regex

_DOUBLE = regex(r"(?<=[^\s\ufffc]) {2,}(?=[^\s\ufffc])")


class DoubleBlank(Rule):
    """Two blanks stand between two words.

    Why: they are left over from typing or from a word that was taken out; searches for the phrase do not find it.

    Wrong:

        <p>We met  in Paris.</p>

    Right:

        <p>We met in
           Paris.</p>
    """

    kind = Code("T020", "double-blank", Severity.INFO)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each block; blanks at a line's end are layout of the file."""
        for block in document.blocks:
            if "  " in block.words and (m := _DOUBLE.search(block.words)):
                before, behind = block.words[: m.start()].split()[-1], block.words[m.end() :].split()[0]
                yield self.at(document, block.element, f"Two blanks stand between “{before}” and “{behind}”.", "Take one away.")


part = DoubleBlank()
