"""Blanks before notes."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import before, footnote


class SpaceBefore(Rule):
    """A blank stands between a word and the note to it.

    Why: in print and on the screen the note's marker then comes away from its word, at the end of a line even onto the next.

    Wrong:

        <p>They met <note n="1">On 5 May.</note> and agreed.</p>

    Right:

        <p>They met<note n="1">On 5 May.</note> and agreed.</p>

        <p>They met.<note n="1">On 5 May.</note> <note n="2">See telegram 12.</note></p>
    """

    kind = Code("N011", "space-before-note", Severity.INFO)
    since = "0.1.0"
    tools = frozenset({"frus"})

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each footnote behind a blank; a line end is layout of the file, and two notes are parted by a blank."""
        for e in document.named("note"):
            if footnote(e) and e.get("place") not in ("margin", "left", "right", "top"):
                words = before(e)
                if words[-1:] in (" ", "\u00a0") and words.strip() and "\n" not in words[len(words.rstrip()) :]:
                    yield self.at(document, e, f"A blank stands before note {e.get('n', '')}, after “{words.split()[-1]}”.", "Take it away.")


part = SpaceBefore()
