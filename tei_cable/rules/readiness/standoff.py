"""Lists in standOff."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand, entries
from tei_cable.tei.names import T


class Standoff(Demand):
    """Entries of persons, places or organisations stand in standOff.

    Why: EVT does not read standOff: no name has a card, and the lists stay empty.

    Wrong:

        <standOff><listPerson><person xml:id="rusk"><persName>Dean Rusk</persName></person></listPerson></standOff>
        <text><body><div><p><persName ref="#rusk">Mr. Rusk</persName> agreed.</p></div></body></text>

    Right:

        <teiHeader><fileDesc>
        <sourceDesc><listPerson><person xml:id="rusk"><persName>Dean Rusk</persName></person></listPerson></sourceDesc></fileDesc>
        </teiHeader><text><body><div><p><persName ref="#rusk">Mr. Rusk</persName> agreed.</p></div></body></text>
    """

    kind = Code("I009", "standoff-not-read", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"evt2", "evt3"})
    mended = True
    message = "Entries in standOff, which is not read"
    hint = "Move the lists into sourceDesc."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Entries in standOff."""
        return (e for e in entries(document) if next(e.iterancestors(f"{T}standOff"), None) is not None)


part = Standoff()
