"""Notes that do not begin with 1."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.rules.volume._documents import documents
from tei_cable.tei.names import T


class NotesFromOne(Rule):
    """The notes of a document do not begin with 1.

    Why: each document of the series counts its own notes from 1; the source note is the first, or 0.

    Wrong:

        <p>We met<note n="3">On 5 May.</note> and agreed<note n="4">See telegram 12.</note>.</p>

    Right:

        <p>We met<note n="1">On 5 May.</note> and agreed<note n="2">See telegram 12.</note>.</p>
    """

    kind = Code("C004", "notes-not-from-one", Severity.WARNING)
    since = "0.1.0"
    optional = True

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each document, at its first numbered note."""
        for unit in documents(document):
            numbered = [e for e in unit.iter(T + "note") if e.get("n", "").isascii() and e.get("n", "").isdecimal()]
            if numbered and min(int(e.get("n", "")) for e in numbered) not in (0, 1):
                yield self.at(
                    document, numbered[0], f"The notes begin with {numbered[0].get('n')}.", "See whether the notes before it were lost; count from 1."
                )


part = NotesFromOne()
