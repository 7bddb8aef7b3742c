"""Details of correspondents."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand, actions
from tei_cable.tei.names import T

_TAKEN = frozenset({f"{T}persName", f"{T}orgName", f"{T}placeName", f"{T}date"})


class Detail(Demand):
    """An action holds something besides persons, organisations, places and dates.

    Why: the format has no room for an office or a number of the telegram there.

    Wrong:

        <teiHeader><fileDesc/>
        <profileDesc><correspDesc>
        <correspAction type="sent"><persName>Dean Rusk</persName><roleName>Secretary of State</roleName></correspAction>
        <correspAction type="received"><persName>Dillon</persName></correspAction></correspDesc></profileDesc></teiHeader>
        <text><body><p>They met.</p></body></text>

    Right:

        <teiHeader><fileDesc/><profileDesc><correspDesc><correspAction type="sent"><persName>Dean Rusk</persName></correspAction>
        <correspAction type="received"><persName>Dillon</persName></correspAction></correspDesc></profileDesc></teiHeader>
        <text><body><p>They met.</p></body></text>
    """

    kind = Code("I068", "detail-not-taken", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"correspsearch"})
    message = "Details of senders and recipients that are lost"
    hint = ""

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Other elements."""
        return (e for a in actions(document) for e in a.iterchildren(etree.Element) if e.tag not in _TAKEN)


part = Detail()
