"""Doubts about correspondents."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand, actions


class Certainty(Demand):
    """A doubt about a sender, recipient, place or date is stated in a degree that the format does not have.

    Why: @cert is low or absent there; the format's schema refuses other values.

    Wrong:

        <teiHeader><fileDesc/><profileDesc><correspDesc><correspAction type="sent"><persName cert="medium">Dean Rusk</persName></correspAction>
        <correspAction type="received"><persName>Dillon</persName></correspAction></correspDesc></profileDesc></teiHeader>
        <text><body><p>They met.</p></body></text>

    Right:

        <teiHeader><fileDesc/><profileDesc><correspDesc><correspAction type="sent"><persName>Dean Rusk</persName></correspAction>
        <correspAction type="received"><persName>Dillon</persName></correspAction></correspDesc></profileDesc></teiHeader>
        <text><body><p>They met.</p></body></text>
    """

    kind = Code("I069", "certainty-not-low", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"correspsearch"})
    mended = True
    message = "Doubts in degrees that the format does not have"
    hint = "Say low, or take @cert away."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Elements with other degrees."""
        return (e for a in actions(document) for e in a.iter(etree.Element) if e.get("cert", "low") != "low")


part = Certainty()
