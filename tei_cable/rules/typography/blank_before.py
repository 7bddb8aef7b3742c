"""Blanks before punctuation."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.text.regex import regex

_SIGNS = (" ,", " .", " )", " ]")
_BLANK = regex(r"([^\W_]+) ([,)\]]|\.(?![\w.]|\s\.))(?!\s?\.)")


class BlankBefore(Rule):
    """A blank stands before a comma, a full stop or a closing bracket.

    Why: it comes from scanning or from a word that was taken out; at a line's end the sign goes onto the next line.

    Wrong:

        <p>We met , and agreed .</p>

    Right:

        <p>We met, and agreed ... at last . . . on .5 per cent.</p>
    """

    kind = Code("T025", "blank-before-punctuation", Severity.INFO)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each block; French blanks before ; : ! ? are right."""
        for block in document.blocks:
            if any(s in block.words for s in _SIGNS) and (m := _BLANK.search(block.words)):
                yield self.at(document, block.element, f"A blank stands before the “{m[2]}” of “{m[0]}”.", "Take it away.")


part = BlankBefore()
