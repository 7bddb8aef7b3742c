"""A gap in the numbers of the notes."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule

# A longer number is no note's, and to look for all that come before it would take for ever.
_DIGITS = 5


class NumberMissing(Rule):
    """The numbers of the notes leave one out.

    Why: a note was lost when the text was copied, or its marker was misread and the note took another number. Readers who compare with
    the print look for a note that is not there.

    Wrong:

        <p>They met<note n="1">On 5 May.</note> and agreed<note n="3">See telegram 12.</note>.</p>

    Right:

        <p>They met<note n="1">On 5 May.</note> and agreed<note n="2">See telegram 12.</note>.</p>

        <p>They met<note n="4">An extract may begin with any number.</note> and agreed<note n="5">See telegram 12.</note>.</p>
    """

    kind = Code("N007", "note-number-missing", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"frus"})

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each gap, at the note behind it."""
        numbered = [(number, e) for e in document.each("note") if (number := _number(e))]
        # a marker whose note is lost has its number still
        known = {number for number, _ in numbered} | {number for e in document.each("ref") if (number := _number(e))}
        low = min((number for number, _ in numbered), default=0)
        for n, e in numbered:
            first = n
            while first - 1 > low and first - 1 not in known:
                first -= 1
            if first < n:
                left_out = str(first) if first == n - 1 else f"{first} to {n - 1}"
                hint = "Look in the source for the note, or for a number misread."
                yield self.at(document, e, f"The numbers of the notes leave out {left_out}.", hint)


def _number(e: etree._Element) -> int:
    """The number of a note or marker; 0 for a label that is none."""
    n = e.get("n", "")
    return int(n) if n.isascii() and n.isdecimal() and len(n) < _DIGITS else 0


part = NumberMissing()
