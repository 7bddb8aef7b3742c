"""Texts of letters."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand
from tei_cable.tei.blocks import content


class Body(Demand):
    """The file has a text.

    Why: the format holds metadata alone: the text, its notes and the names in it are not taken.

    Wrong:

        <teiHeader><fileDesc>
        <titleStmt><title>Telegram 5</title></titleStmt></fileDesc></teiHeader>
        <text><body><div><p>They met.</p></div></body></text>

    Right:

        <teiHeader><fileDesc><titleStmt><title>Telegram 5</title></titleStmt></fileDesc></teiHeader><text><body><p/></body></text>
    """

    kind = Code("I067", "text-not-taken", Severity.INFO)
    since = "0.1.0"
    tools = frozenset({"correspsearch"})
    message = "The text is not taken."
    hint = ""

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Texts with words."""
        return (text for text in document.each("text") if content(text).strip())


part = Body()
