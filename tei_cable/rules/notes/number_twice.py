"""Two notes of one number."""

from collections.abc import Iterator

from tei_cable.model import Diagnostic
from tei_cable.rules import Document, Rule
from tei_cable.rules.notes._numbers import footnotes, number
from tei_cable.text.findings import TWICE


class NumberTwice(Rule):
    """Two notes of one document have the same number.

    Why: "see note 2" leads to two places. One of the two was misread, or the print errs, and then an editor should say so.

    Wrong:

        <p>They met<note n="2">On 5 May.</note> and agreed<note n="2">See telegram 12.</note>.</p>

    Right:

        <p>They met<note n="2">On 5 May.</note> and agreed<note n="3">See telegram 12.</note>.</p>

        <div type="document"><p>One<note n="1">A.</note>.</p></div> <div type="document"><p>Two<note n="1">B.</note>.</p></div>
    """

    kind = TWICE
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each note whose number an earlier one has; symbols such as * may come again."""
        for notes in footnotes(document):
            seen: set[tuple[int, str]] = set()
            for e in notes:
                n = number(e)
                # glosses in the margin count for themselves
                key = (n or 0, e.get("place", "foot"))
                if n is not None and key in seen:
                    yield self.at(document, e, f"A second note has the number {n}.", "See in the source whether one of the two is misread.")
                seen.add(key)


part = NumberTwice()
