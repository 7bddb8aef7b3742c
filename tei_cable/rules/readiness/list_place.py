"""Where EVT 2 looks for lists."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand
from tei_cable.tei.names import T


class ListPlace(Demand):
    """A list of persons, places or organisations is no child of sourceDesc.

    Why: EVT 2 looks there alone.

    Wrong:

        <text><back><listPerson><person xml:id="rusk"><persName>Dean Rusk</persName></person></listPerson></back>
        <body><div><p><persName ref="#rusk">Mr. Rusk</persName> agreed.</p></div></body></text>

    Right:

        <teiHeader><fileDesc>
        <sourceDesc><listPerson><person xml:id="rusk"><persName>Dean Rusk</persName></person></listPerson></sourceDesc></fileDesc>
        </teiHeader><text><body><div><p><persName ref="#rusk">Mr. Rusk</persName> agreed.</p></div></body></text>
    """

    kind = Code("I013", "list-not-in-source-description", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"evt2"})
    mended = True
    message = "Lists that are not children of sourceDesc"
    hint = "Move them there."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Lists elsewhere."""
        for e in document.each("listPerson", "listPlace", "listOrg"):
            parent = e.getparent()
            if parent is None or parent.tag != f"{T}sourceDesc":
                yield e


part = ListPlace()
