"""Documents of unknown rights."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import content
from tei_cable.tei.names import T


class AvailabilityMissing(Rule):
    """The header does not say who may use the text, and how.

    Why: without a statement of rights nobody may reuse the edition; that the source states none is a statement too.

    Wrong:

        <teiHeader><fileDesc><publicationStmt><publisher>Northfield Archive</publisher></publicationStmt></fileDesc></teiHeader>

    Right:

        <teiHeader><fileDesc><publicationStmt><publisher>Northfield Archive</publisher>
        <availability status="unknown"><p>The source states no rights.</p></availability></publicationStmt></fileDesc></teiHeader>

        <teiHeader><fileDesc><publicationStmt><p>Unpublished; for use in the project.</p></publicationStmt></fileDesc></teiHeader>
    """

    kind = Code("H006", "availability-missing", Severity.INFO)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """At most one finding for each header."""
        for e in document.each("publicationStmt"):
            inside = [x for x in (*e.iter(T + "availability"), *e.findall(T + "p")) if content(x).strip() or x.find(f"{T}licence") is not None]
            if not inside and next(e.iterancestors(T + "biblFull"), None) is None:
                yield self.at(document, e, "The header says nothing about rights.", "Add availability, with the licence or with status=“unknown”.")


part = AvailabilityMissing()
