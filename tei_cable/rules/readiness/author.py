"""The author of a file."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand
from tei_cable.tei.names import T


class Author(Demand):
    """The header has no author.

    Why: Voyant takes the author from there and not from the sender of correspDesc; without one, telegrams cannot be grouped by author.

    Wrong:

        <teiHeader><fileDesc>
        <titleStmt><title>Telegram 5</title></titleStmt></fileDesc></teiHeader>
        <text><body><div><p>They met.</p></div></body></text>

    Right:

        <teiHeader><fileDesc>
        <titleStmt><title>Telegram 5</title><author>Dean Rusk</author></titleStmt></fileDesc></teiHeader>
        <text><body><div><p>They met.</p></div></body></text>
    """

    kind = Code("I052", "no-author", Severity.INFO)
    since = "0.1.0"
    tools = frozenset({"voyant"})
    message = "The header has no author."
    hint = "Add the sender to titleStmt as author."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Headers without author."""
        for h in document.each("teiHeader"):
            if next(h.iter(f"{T}author"), None) is None:
                yield h


part = Author()
