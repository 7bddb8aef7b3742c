"""Notes in notes."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import footnote
from tei_cable.tei.names import T


class Nested(Rule):
    """A footnote stands inside a footnote.

    Why: few programs can show it, and some lose it. In most texts it means that the first note's end was missed.

    Wrong:

        <p>They met<note n="1">On 5 May.<note n="2">See telegram 12.</note></note>.</p>

    Right:

        <p>They met<note n="1">On 5 May.</note><note n="2">See telegram 12.</note>.</p>

        <p>They met<note n="1">In the spring <note type="gap" place="inline">[1 line missing]</note> of 1961.</note>.</p>
    """

    kind = Code("N010", "note-in-note", Severity.ERROR)
    since = "0.1.0"
    asserts = frozenset({"note-in-note"})
    tools = frozenset({"ceteicean", "evt2", "evt3", "frus", "leaf-writer", "tei-publisher"})
    mended = True

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each inner note."""
        for e in document.named("note"):
            if footnote(e) and any(footnote(a) for a in e.iterancestors(T + "note")):
                yield self.at(
                    document, e, f"Note {e.get('n', 'without number')} stands inside another note.", "End the outer note before this one begins."
                )


part = Nested()
