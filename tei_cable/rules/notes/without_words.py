"""Notes with nothing in them."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import content
from tei_cable.tei.names import T

_CONTENT = tuple(T + name for name in ("gap", "graphic", "figure", "ptr", "ref", "media", "formula"))


class WithoutWords(Rule):
    """A note has no words.

    Why: its text was lost, or the note is a leftover of some conversion.

    Wrong:

        <p>They met<note n="1"> </note> and agreed.</p>

    Right:

        <p>They met<note n="1">On 5 May.</note> and agreed.</p>

        <p>They met<note n="1"><gap reason="illegible"/></note> and agreed.</p>
    """

    kind = Code("N009", "note-without-words", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each note."""
        for e in document.named("note"):
            if not content(e).strip() and next(e.iter(*_CONTENT), None) is None:
                named = f"Note {e.get('n')}" if e.get("n") else "A note"
                yield self.at(document, e, f"{named} has no words.", "Add its text from the source, or a gap with the reason why it is missing.")


part = WithoutWords()
