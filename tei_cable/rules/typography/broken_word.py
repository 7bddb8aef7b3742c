"""Words broken by a line that is gone."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.text.regex import regex

_BROKEN = regex(r"\b[a-z]{2,}- (?!and\b|or\b|to\b|nor\b|but\b|und\b|et\b|than\b|as\b|plus\b|through\b)[a-z]{2,}\b")


class BrokenWord(Rule):
    """A word is broken by a hyphen and a blank, as at the end of a line.

    Why: searches find neither the word nor its halves.

    Wrong:

        <p>We sent a communi- cation to Geneva.</p>

    Right:

        <p>We sent a communi<lb break="no"/>cation on short- and long-term aid, pre- or post-war, to Geneva.</p>
    """

    kind = Code("T028", "broken-word", Severity.INFO)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each."""
        for block in document.blocks:
            for m in _BROKEN.finditer(block.words) if "- " in block.words else ():
                yield self.at(document, block.element, f"“{m[0]}” may be one word.", "Join it, with lb break=“no” where the line ended.")


part = BrokenWord()
