"""Titles in the header."""

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand
from tei_cable.tei.names import T


class Titles(Demand):
    """The header has more than one title.

    Why: Voyant names a document by all the titles of its header, one after the other.

    Wrong:

        <teiHeader><fileDesc>
        <titleStmt><title>Telegram 5</title></titleStmt>
        <sourceDesc><bibl><title>Documents</title></bibl></sourceDesc></fileDesc></teiHeader>
        <text><body><div><p>They met.</p></div></body></text>

    Right:

        <teiHeader><fileDesc>
        <titleStmt><title>Telegram 5</title></titleStmt></fileDesc></teiHeader>
        <text><body><div><p>They met.</p></div></body></text>
    """

    kind = Code("I050", "several-titles", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"voyant"})
    mended = True
    message = "Titles in the header besides the first"
    hint = "Leave one: those of citations can do without the element."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Titles but the first."""
        titles = (t for h in document.each("teiHeader") for t in h.iter(f"{T}title"))
        return islice(titles, 1, None)


part = Titles()
