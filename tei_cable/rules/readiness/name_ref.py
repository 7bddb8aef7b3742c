"""How names point, for EVT."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import NAMES, Demand, pointing


class NameRef(Demand):
    """A name points, and not by `@ref` at an id of the file.

    Why: EVT links a name by ref="#id"; by other attributes or addresses it leads nowhere.

    Wrong:

        <p><persName key="rusk">Mr. Rusk</persName> agreed.</p>

    Right:

        <teiHeader><fileDesc>
        <sourceDesc><listPerson><person xml:id="rusk"><persName>Dean Rusk</persName></person></listPerson></sourceDesc></fileDesc>
        </teiHeader><text><body><div><p><persName ref="#rusk">Mr. Rusk</persName> agreed.</p></div></body></text>
    """

    kind = Code("I016", "name-without-id", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"evt2", "evt3"})
    mended = True
    message = "Names that point otherwise than by ref=“#id”"
    hint = "Give them @ref with the id of an entry."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Names with other pointers."""
        return (e for e in pointing(document, *NAMES) if not e.get("ref", "").startswith("#"))


part = NameRef()
