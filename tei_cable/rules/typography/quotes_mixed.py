"""Two kinds of quotation marks."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule


class QuotesMixed(Rule):
    """Straight and typographic quotation marks stand in one document.

    Why: parts of it come from different hands or programs; searches find the one or the other.

    Wrong:

        <p>He said "yes" and “no”.</p>

    Right:

        <p>He said “yes” and “no”.</p>

        <p>He said "yes" and "no" of the harbor's 6" pipe.</p>
    """

    kind = Code("T021", "quotes-mixed", Severity.INFO)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """At most one finding for each document, where the rarer kind first stands; notes have their own hand."""
        for noted in (False, True):
            straight, curly = ([b for b in document.blocks if b.noted == noted and any(c in b.words for c in kind)] for kind in ('"', "“”„"))
            if straight and curly:
                rarer, kind = (straight, "straight") if len(straight) <= len(curly) else (curly, "typographic")
                where = "notes" if noted else "text"
                yield self.at(
                    document, rarer[0].element, f"Here the quotation marks are {kind}, and elsewhere in the {where} they are not.", "Use one kind."
                )


part = QuotesMixed()
