"""Corpora."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand
from tei_cable.tei.names import T


class Corpus(Demand):
    """The file is a teiCorpus of several documents.

    Why: these tools show one TEI document a file.

    Wrong:

        <?xml version="1.0"?>
        <teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
        <titleStmt><title>Telegram 5</title></titleStmt></fileDesc></teiHeader><TEI><teiHeader><fileDesc>
        <titleStmt><title>Telegram 5</title></titleStmt></fileDesc></teiHeader>
        <text><body><div><p>They met.</p></div></body></text></TEI></teiCorpus>

    Right:

        <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
        <titleStmt><title>Telegram 5</title></titleStmt></fileDesc></teiHeader>
        <text><body><div><p>They met.</p></div></body></text></TEI>
    """

    kind = Code("I003", "corpus-in-one-file", Severity.ERROR)
    since = "0.1.0"
    tools = frozenset({"evt2", "evt3", "frus", "tei-publisher"})
    message = "The file is a teiCorpus, and this tool takes one TEI a file."
    hint = "Save each TEI of it as a file of its own."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """The root."""
        if document.tree.tag == f"{T}teiCorpus":
            yield document.tree


part = Corpus()
