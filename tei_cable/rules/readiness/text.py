"""Files without text."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand
from tei_cable.tei.blocks import content
from tei_cable.tei.names import T


class Text(Demand):
    """The file has no text with words.

    Why: there is nothing to show, to count or to annotate.

    Wrong:

        <teiHeader><fileDesc><titleStmt><title>Telegram 5</title></titleStmt></fileDesc></teiHeader><text><body><div><p/></div></body></text>

    Right:

        <teiHeader><fileDesc>
        <titleStmt><title>Telegram 5</title></titleStmt></fileDesc></teiHeader>
        <text><body><div><p>They met.</p></div></body></text>
    """

    kind = Code("I004", "no-text", Severity.ERROR)
    since = "0.1.0"
    tools = frozenset({"ceteicean", "evt2", "evt3", "frus", "leaf-writer", "tei-publisher", "teitok", "voyant"})
    message = "There is no text with words."
    hint = "A file of metadata alone is for correspSearch and catalogues."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """The root."""
        if document.tree.tag in (f"{T}TEI", f"{T}teiCorpus") and not any(content(text).strip() for text in document.each("text")):
            yield document.tree


part = Text()
