"""Notes before punctuation."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule


class NoteBeforeStop(Rule):
    """A note stands before a comma or full stop.

    Why: the series sets the number of a note behind the sign, a dash and a bracket's end aside.

    Wrong:

        <p>We met<note n="1">On 5 May.</note>, and agreed.</p>

    Right:

        <p>We met,<note n="1">On 5 May.</note> and agreed (in Paris<note n="2">In secret.</note>).</p>
    """

    kind = Code("C013", "note-before-punctuation", Severity.INFO)
    since = "0.1.0"
    optional = True

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each note."""
        for e in document.named("note"):
            if (e.tail or "")[:1] in (",", ".", ";", ":") and (e.tail or "") and e.get("n") and not (e.tail or "").startswith(("...", ". . .")):
                yield self.at(
                    document, e, f"Note {e.get('n')} stands before “{(e.tail or '')[0]}”.", "Set it behind, unless it is about the last word alone."
                )


part = NoteBeforeStop()
