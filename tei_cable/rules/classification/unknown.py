"""Classifications that are none."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.rules.classification._words import classes, codes
from tei_cable.tei.blocks import said


class Unknown(Rule):
    """A classification in the header is not one that governments use.

    Why: lists by classification get an entry of their own for a misread word, a caveat or a precedence.

    Wrong:

        <teiHeader><profileDesc><textClass><classCode scheme="#classification">SECRETARY</classCode></textClass></profileDesc></teiHeader>

    Right:

        <teiHeader><profileDesc><textClass><classCode scheme="#classification">Top Secret</classCode></textClass></profileDesc></teiHeader>
    """

    kind = Code("H020", "unknown-classification", Severity.INFO)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each."""
        for e in codes(document):
            words = said(e)
            if words and not classes(words):
                yield self.at(
                    document, e, f"“{words}” is no classification that is known.", "See whether it is a caveat or a precedence, or misread."
                )


part = Unknown()
