"""The title of a file."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand, header
from tei_cable.tei.blocks import content
from tei_cable.tei.names import T


class Title(Demand):
    """The titleStmt has no title with words.

    Why: it is the name of the page, and of the document in lists.

    Wrong:

        <teiHeader><fileDesc><titleStmt><title/></titleStmt></fileDesc></teiHeader><text><body><div><p>They met.</p></div></body></text>

    Right:

        <teiHeader><fileDesc>
        <titleStmt><title>Telegram 5</title></titleStmt></fileDesc></teiHeader>
        <text><body><div><p>They met.</p></div></body></text>
    """

    kind = Code("I051", "no-title", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"ceteicean", "evt2", "evt3", "leaf-writer", "tei-publisher", "voyant"})
    message = "The titleStmt has no title."
    hint = "Add one."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """The titleStmt."""
        stated = header(document, "fileDesc/titleStmt")
        if stated is not None and not any(content(t).strip() for t in stated.iterfind(f"{T}title")):
            yield stated


part = Title()
