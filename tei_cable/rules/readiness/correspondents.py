"""Several senders or recipients."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand, actions
from tei_cable.tei.names import T


class Correspondents(Demand):
    """A letter has several senders or recipients.

    Why: an entry has one of each: a telegram to three posts needs three entries, each with a note that says so.

    Wrong:

        <teiHeader><fileDesc/><profileDesc><correspDesc><correspAction type="sent"><persName>Dean Rusk</persName></correspAction>
        <correspAction type="received"><orgName>Paris</orgName><orgName>Bonn</orgName></correspAction></correspDesc></profileDesc></teiHeader>
        <text><body><p>They met.</p></body></text>

    Right:

        <teiHeader><fileDesc/><profileDesc><correspDesc><correspAction type="sent"><persName>Dean Rusk</persName></correspAction>
        <correspAction type="received"><persName>Dillon</persName></correspAction></correspDesc></profileDesc></teiHeader>
        <text><body><p>They met.</p></body></text>
    """

    kind = Code("I062", "several-correspondents", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"correspsearch"})
    mended = True
    message = "Senders or recipients besides the first"
    hint = "Make an entry of each pair."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Actions of several."""
        for a in actions(document):
            kinds = [e for e in a if e.tag in (f"{T}persName", f"{T}orgName")]
            # a person and the office that he holds are one party
            if max(sum(e.tag == tag for e in kinds) for tag in (f"{T}persName", f"{T}orgName")) > 1:
                yield a


part = Correspondents()
