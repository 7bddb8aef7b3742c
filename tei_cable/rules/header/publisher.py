"""Documents that nobody publishes."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import content
from tei_cable.tei.names import T

_WHO = tuple(T + name for name in ("publisher", "distributor", "authority"))


class PublisherMissing(Rule):
    """The header names no publisher.

    Why: whoever finds the file alone cannot say whose edition it is. TEI asks for a publisher, distributor or
    authority, and `convert` writes an empty one
    where the source names none; so this is asked for when an edition is to be published.

    Wrong:

        <teiHeader><fileDesc><publicationStmt><publisher/></publicationStmt></fileDesc></teiHeader>

    Right:

        <teiHeader><fileDesc><publicationStmt><publisher>Northfield Archive</publisher></publicationStmt></fileDesc></teiHeader>

        <teiHeader><fileDesc><publicationStmt><p>Unpublished; for use in the project.</p></publicationStmt></fileDesc></teiHeader>
    """

    kind = Code("H005", "publisher-missing", Severity.INFO)
    since = "0.1.0"
    optional = True

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """At most one finding for each header."""
        for e in document.each("publicationStmt"):
            said = [x for x in (*e.iter(*_WHO), *e.findall(T + "p")) if content(x).strip()]
            if not said and next(e.iterancestors(T + "biblFull"), None) is None:
                yield self.at(document, e, "The header names no publisher, distributor or authority.", "Name who answers for the edition.")


part = PublisherMissing()
