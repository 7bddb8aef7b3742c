"""Names of entries."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand
from tei_cable.tei.blocks import content
from tei_cable.tei.names import T


class EntryName(Demand):
    """An entry of a list has no name.

    Why: the card and the index take their heading from the first name.

    Wrong:

        <teiHeader><fileDesc>
        <sourceDesc><listPerson><person xml:id="rusk"><note>Secretary of State</note></person></listPerson></sourceDesc></fileDesc>
        </teiHeader><text><body><div><p><persName ref="#rusk">Mr. Rusk</persName> agreed.</p></div></body></text>

    Right:

        <teiHeader><fileDesc>
        <sourceDesc><listPerson><person xml:id="rusk"><persName>Dean Rusk</persName></person></listPerson></sourceDesc></fileDesc>
        </teiHeader><text><body><div><p><persName ref="#rusk">Mr. Rusk</persName> agreed.</p></div></body></text>
    """

    kind = Code("I025", "entry-without-name", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"evt2", "evt3"})
    mended = True
    message = "Entries without a name"
    hint = "Give each a persName, placeName or orgName."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Entries without a name."""
        for e in document.each("person", "place", "org"):
            if not any(content(name).strip() for name in e.iterfind(f"{e.tag}Name" if e.tag != f"{T}person" else f"{T}persName")):
                yield e


part = EntryName()
