"""Numbers in brackets that were left in the text."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.text.regex import regex

_MARKER = regex(r"(?<=[\w.,;:!?”\"'’)])\[(\d{1,3})\]")


class LooksLikeMarker(Rule):
    """A number in square brackets stands in the text behind a word, as markers of notes do.

    Why: it is a marker whose note was lost, or which nobody recognised, or it is no marker at all; the text does not say which.

    Wrong:

        <p>They met[3] and agreed.</p>

    Right:

        <p>They met<note n="3">On 5 May.</note> and agreed.</p>

        <p>They met [12] times and agreed<ref type="noteMarker" n="3">[3]</ref>.</p>
    """

    kind = Code("N013", "looks-like-marker", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each such number."""
        marked = {e.getparent() for e in document.named("ref") if e.get("type") == "noteMarker"}
        for block in document.blocks:
            if "[" in block.words and block.element not in marked:
                for m in _MARKER.finditer(block.words):
                    message = f"“{m[0]}” stands in the text behind a word, as a marker of a note would."
                    yield self.at(
                        document, block.element, message, "Put the note in its place, or mark it as ref type=“noteMarker” if the note is lost."
                    )


part = LooksLikeMarker()
