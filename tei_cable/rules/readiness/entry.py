"""Entries of letters."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand


class Entry(Demand):
    """The header has no `correspDesc`.

    Why: it is what correspSearch reads; without one the file has no letter.

    Wrong:

        <teiHeader><fileDesc>
        <titleStmt><title>Telegram 5</title></titleStmt></fileDesc></teiHeader>
        <text><body><div><p>They met.</p></div></body></text>

    Right:

        <teiHeader><fileDesc/><profileDesc><correspDesc><correspAction type="sent"><persName>Dean Rusk</persName></correspAction>
        <correspAction type="received"><persName>Dillon</persName></correspAction></correspDesc></profileDesc></teiHeader>
        <text><body><p>They met.</p></body></text>
    """

    kind = Code("I060", "no-correspondence", Severity.ERROR)
    since = "0.1.0"
    tools = frozenset({"correspsearch"})
    mended = True
    message = "The file has no correspDesc."
    hint = "Add one, with the actions sent and received."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """The root."""
        if next(document.each("correspDesc"), None) is None:
            yield document.tree


part = Entry()
