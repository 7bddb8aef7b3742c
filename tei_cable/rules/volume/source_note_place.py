"""Source notes at another place."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.rules.volume._documents import documents
from tei_cable.tei.names import T


class SourceNotePlace(Rule):
    """The source note does not stand at the heading.

    Why: it is about the whole document, and the series prints its number there.

    Wrong:

        <head>12. Telegram</head> <p>We met.<note n="1" type="source">Source: Central Files.</note></p>

    Right:

        <head>12. Telegram<note n="1" type="source">Source: Central Files.</note></head> <p>We met.</p>
    """

    kind = Code("C003", "source-note-not-at-heading", Severity.WARNING)
    since = "0.1.0"
    optional = True

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each source note in a document that has a heading."""
        for unit in documents(document):
            headed = unit.find(f".//{T}head") is not None
            for e in unit.iter(T + "note"):
                if headed and e.get("type") == "source" and next(e.iterancestors(T + "head"), None) is None:
                    yield self.at(document, e, "The source note stands in the text.", "Move it to the end of the heading.")


part = SourceNotePlace()
