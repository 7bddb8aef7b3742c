"""Notes that begin with their own number."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import said
from tei_cable.text.regex import regex

_LABEL = regex(r"[\[(]?(\d{1,3})(?:\.(?!\d)|[\])]\.?)\s")

_BEGINS = frozenset("[(0123456789")


class OwnNumber(Rule):
    """A note's text begins with the note's own number.

    Why: the number is in `@n` already, and whatever shows the note shows it twice.

    Wrong:

        <p>They met<note n="3">3. On 5 May.</note>.</p>

    Right:

        <p>They met<note n="3">On 5 May.</note>, with three<note n="4">3. is the number of the delegation.</note>.</p>
    """

    kind = Code("N014", "note-repeats-its-number", Severity.INFO)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each note."""
        for e in document.named("note"):
            if (n := e.get("n")) and (e.text or "").lstrip()[:1] in _BEGINS and (m := _LABEL.match(said(e))) and m[1] == n:
                yield self.at(document, e, f"Note {n} begins with “{m[0].strip()}”, its own number.", "Take the number out of the text; @n has it.")


part = OwnNumber()
