"""Senders and recipients."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand
from tei_cable.tei.names import T


class Action(Demand):
    """A `correspDesc` lacks the action sent or the action received, or has one of them twice.

    Why: an entry is a letter from one to another; who is not known is called Unknown.

    Wrong:

        <teiHeader><fileDesc/>
        <profileDesc><correspDesc>
        <correspAction type="sent"><persName>Dean Rusk</persName></correspAction></correspDesc></profileDesc></teiHeader>
        <text><body><p>They met.</p></body></text>

    Right:

        <teiHeader><fileDesc/><profileDesc><correspDesc><correspAction type="sent"><persName>Dean Rusk</persName></correspAction>
        <correspAction type="received"><persName>Dillon</persName></correspAction></correspDesc></profileDesc></teiHeader>
        <text><body><p>They met.</p></body></text>
    """

    kind = Code("I061", "action-missing", Severity.ERROR)
    since = "0.1.0"
    tools = frozenset({"correspsearch"})
    mended = True
    message = "Entries without exactly one sent and one received"
    hint = "Add what lacks, with persName Unknown where nothing is known."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Entries without the two actions."""
        for e in document.each("correspDesc"):
            kinds = [a.get("type") for a in e.iterfind(f"{T}correspAction")]
            if kinds.count("sent") != 1 or kinds.count("received") != 1:
                yield e


part = Action()
