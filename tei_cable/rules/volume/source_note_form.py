"""Source notes of another form."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import said


class SourceNoteForm(Rule):
    """A source note does not begin with “Source:”.

    Why: the series begins each of them so; programs find the archive, the file and the classification by it.

    Wrong:

        <p>We met.<note n="1" type="source">Department of State, Central Files. Secret.</note></p>

    Right:

        <p>We met.<note n="1" type="source">Source: Department of State, Central Files. Secret.</note></p>
    """

    kind = Code("C002", "source-note-form", Severity.WARNING)
    since = "0.1.0"
    optional = True
    tools = frozenset({"frus"})

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each source note."""
        for e in document.named("note"):
            if e.get("type") == "source" and not said(e).lstrip("[").startswith("Source:"):
                yield self.at(document, e, f"The source note begins with “{' '.join(said(e).split()[:4])}”.", "Begin it with “Source:”.")


part = SourceNoteForm()
