"""Document type declarations."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand


class Doctype(Demand):
    """The file declares a document type.

    Why: Voyant's reader refuses files with a DOCTYPE.

    Wrong:

        <!DOCTYPE TEI SYSTEM "tei.dtd">
        <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
        <titleStmt><title>Telegram 5</title></titleStmt></fileDesc></teiHeader>
        <text><body><div><p>They met.</p></div></body></text></TEI>

    Right:

        <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
        <titleStmt><title>Telegram 5</title></titleStmt></fileDesc></teiHeader>
        <text><body><div><p>They met.</p></div></body></text></TEI>
    """

    kind = Code("I005", "document-type-declared", Severity.ERROR)
    since = "0.1.0"
    tools = frozenset({"voyant"})
    mended = True
    message = "The file has a document type declaration (DOCTYPE)."
    hint = "Take the line away."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """The root."""
        # lxml-stubs know little of it
        info: Any = document.tree.getroottree().docinfo
        if info.doctype:
            yield document.tree


part = Doctype()
