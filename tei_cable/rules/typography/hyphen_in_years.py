"""Hyphens between years, among dashes."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.text.regex import regex

_YEARS = {sign: regex(rf"\b1[89]\d\d{sign}(?:1[89])?\d\d\b(?!-)") for sign in ("-", "–")}


class HyphenInYears(Rule):
    """A hyphen stands between two years, and elsewhere in the text a dash does.

    Why: print uses the dash for “from … to”; one document should do it in one way.

    Wrong:

        <p>The budgets of 1961-62 and 1962–63 differ.</p>

    Right:

        <p>The budgets of 1961–62 and 1962–63 differ.</p>

        <p>The budgets of 1961-62 and 1962-63 differ.</p>
    """

    kind = Code("T024", "hyphen-between-years", Severity.INFO)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each hyphen in a document that has years with dashes."""
        dashed = [b for b in document.blocks if "–" in b.words and _YEARS["–"].search(b.words)]
        for block in document.blocks if dashed else ():
            for m in _YEARS["-"].finditer(block.words) if "-" in block.words else ():
                yield self.at(document, block.element, f"“{m[0]}” has a hyphen, and other years have a dash.", "Use the dash, –, in both.")


part = HyphenInYears()
