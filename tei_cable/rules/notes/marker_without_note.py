"""Markers whose note is missing."""

from collections.abc import Iterator

from tei_cable.model import Diagnostic
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import content
from tei_cable.text.findings import ORPHAN


class MarkerWithoutNote(Rule):
    """A note's marker stands in the text, and there is no note for it.

    Why: the note's text was lost when the document was copied, or the marker is misread.

    Wrong:

        <p>They met<ref type="noteMarker" n="3">[3]</ref> and agreed.</p>

    Right:

        <p>They met<note n="3">On 5 May.</note> and agreed.</p>

        <p>They met<ref type="noteMarker" target="#fn3">[3]</ref>.</p> <note xml:id="fn3" n="3">On 5 May.</note>
    """

    kind = ORPHAN
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each marker."""
        for e in document.named("ref"):
            if e.get("type") == "noteMarker" and e.get("target", "")[1:] not in document.ids:
                n = e.get("n") or " ".join(content(e).split())
                yield self.at(
                    document, e, f"The text has a marker for note {n}, and there is no such note.", "Look in the source for the note's text."
                )


part = MarkerWithoutNote()
