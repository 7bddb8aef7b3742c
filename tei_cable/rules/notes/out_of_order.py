"""Notes whose numbers go back."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.rules.notes._numbers import footnotes, number, placed_at_end


class OutOfOrder(Rule):
    """A note's number is lower than that of the note before it.

    Why: a marker was misread, or a note was put at the wrong place.

    Wrong:

        <p>They met<note n="2">On 5 May.</note> and agreed<note n="1">See telegram 12.</note>.</p>

    Right:

        <p>They met<note n="1">On 5 May.</note> and agreed<note n="2">See telegram 12.</note>.</p>
    """

    kind = Code("N008", "note-out-of-order", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each note that goes back, in the running text."""
        for notes in footnotes(document):
            last = 0
            for e in notes:
                n = number(e)
                if n is None or e.get("place", "foot") not in ("foot", "bottom", "end") or placed_at_end(e):
                    continue
                if n < last:
                    yield self.at(document, e, f"Note {n} comes after note {last}.", "Compare the markers with the source.")
                last = n


part = OutOfOrder()
