"""Copies."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand


class OtherAction(Demand):
    """A letter has actions besides sent and received.

    Why: the format has these two; who had a copy is lost.

    Wrong:

        <teiHeader><fileDesc/><profileDesc><correspDesc><correspAction type="sent"><persName>Dean Rusk</persName></correspAction>
        <correspAction type="received"><persName>Dillon</persName></correspAction>
        <correspAction type="forwarded"><placeName>Bonn</placeName></correspAction></correspDesc></profileDesc></teiHeader>
        <text><body><p>They met.</p></body></text>

    Right:

        <teiHeader><fileDesc/><profileDesc><correspDesc><correspAction type="sent"><persName>Dean Rusk</persName></correspAction>
        <correspAction type="received"><persName>Dillon</persName></correspAction></correspDesc></profileDesc></teiHeader>
        <text><body><p>They met.</p></body></text>
    """

    kind = Code("I063", "action-not-taken", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"correspsearch"})
    message = "Actions that are lost"
    hint = ""

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Other actions."""
        return (a for a in document.each("correspAction") if a.get("type") not in ("sent", "received"))


part = OtherAction()
