"""Documents without title."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import content
from tei_cable.tei.header import NO_TITLE
from tei_cable.tei.names import T


class TitleMissing(Rule):
    """The header gives no title.

    Why: catalogues, lists of results and citations show the title; without one the document is “Untitled”.

    Wrong:

        <teiHeader><fileDesc><titleStmt><title/></titleStmt></fileDesc></teiHeader>

    Right:

        <teiHeader><fileDesc><titleStmt><title>Telegram from the Embassy in France</title></titleStmt></fileDesc></teiHeader>
    """

    kind = Code("H001", "title-missing", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """At most one finding for each header."""
        for e in document.each("titleStmt"):
            titles = [" ".join(content(t).split()) for t in e.iter(T + "title")]
            if not any(t and t != NO_TITLE for t in titles):
                yield self.at(document, e, "The document has no title.", "Say who telegraphs to whom, where and when.")


part = TitleMissing()
