"""Documents without a source note."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.rules.volume._documents import documents
from tei_cable.tei.names import T


class SourceNoteMissing(Rule):
    """A document has no source note.

    Why: the first note of each document says where it is kept, how it was classified, and who drafted it.

    Wrong:

        <div type="document" n="12"><head>12. Telegram</head><p>We met.</p></div>

    Right:

        <div type="document" n="12">
        <head>12. Telegram<note n="1" type="source">Source: Department of State, Central Files.</note></head><p>We met.</p></div>
    """

    kind = Code("C001", "source-note-missing", Severity.WARNING)
    since = "0.1.0"
    optional = True

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each document."""
        for unit in documents(document):
            if not any(e.get("type") == "source" for e in unit.iter(T + "note")):
                yield self.at(
                    document, unit, f"Document {unit.get('n', '')} has no source note.".replace("  ", " "), "Add note type=“source” at the heading."
                )


part = SourceNoteMissing()
