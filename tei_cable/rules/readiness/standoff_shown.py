"""standOff on the page."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand
from tei_cable.tei.blocks import content


class StandoffShown(Demand):
    """The file has a standOff with words.

    Why: CETEIcean hides the header alone: the entries' words stand on the page before the text.

    Wrong:

        <standOff><listPerson><person xml:id="rusk"><persName>Dean Rusk</persName></person></listPerson></standOff>
        <text><body><div><p><persName ref="#rusk">Mr. Rusk</persName> agreed.</p></div></body></text>

    Right:

        <teiHeader><fileDesc>
        <sourceDesc><listPerson><person xml:id="rusk"><persName>Dean Rusk</persName></person></listPerson></sourceDesc></fileDesc>
        </teiHeader><text><body><div><p><persName ref="#rusk">Mr. Rusk</persName> agreed.</p></div></body></text>
    """

    kind = Code("I010", "standoff-shown-as-text", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"ceteicean"})
    mended = True
    message = "The words of standOff are shown as text."
    hint = "Move what it holds into the header, or hide tei-standoff by a style."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Each standOff."""
        return (e for e in document.each("standOff") if content(e).strip())


part = StandoffShown()
