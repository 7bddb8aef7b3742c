"""Paragraphs whose numbers go back."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.rules.paragraphs._series import odd


class OutOfOrder(Rule):
    """A paragraph's number is lower than that of the one before it, and begins no new list.

    Why: parts of the telegram came in a wrong order, or a number was misread.

    Wrong:

        <p n="2"><label>2.</label> We met.</p> <p n="4"><label>4.</label> We ate.</p> <p n="3"><label>3.</label> We agreed.</p>

    Right:

        <p n="2"><label>2.</label> We met.</p> <p n="3"><label>3.</label> We agreed.</p> <p n="1"><label>1.</label> A new list.</p>
    """

    kind = Code("B004", "paragraph-out-of-order", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each paragraph that goes back."""
        for p in odd(document, "order"):
            yield self.at(document, p.element, f"Paragraph {p.n} comes after {p.last}.", "Compare the order with the source.")


part = OutOfOrder()
