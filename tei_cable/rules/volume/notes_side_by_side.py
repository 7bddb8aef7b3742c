"""Two notes without a blank."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule


class NotesSideBySide(Rule):
    """Two notes follow one another without a blank.

    Why: their numbers run together: 1 and 2 are read as 12.

    Wrong:

        <p>We met.<note n="1">On 5 May.</note><note n="2">See telegram 12.</note></p>

    Right:

        <p>We met.<note n="1">On 5 May.</note> <note n="2">See telegram 12.</note></p>
    """

    kind = Code("C014", "notes-without-blank", Severity.INFO)
    since = "0.1.0"
    optional = True
    tools = frozenset({"frus"})
    mended = True

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each pair, at the second."""
        for e in document.named("note"):
            before = e.getprevious()
            if before is not None and before.tag == e.tag and not before.tail and e.get("n") and before.get("n"):
                yield self.at(document, e, f"Note {e.get('n')} follows note {before.get('n')} without a blank.", "Add one between them.")


part = NotesSideBySide()
