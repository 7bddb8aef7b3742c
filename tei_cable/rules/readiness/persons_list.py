"""The series' list of persons."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand


class PersonsList(Demand):
    """Persons are listed by `person`, and not as items of the division `persons`.

    Why: the series reads who a person is from the list in front; people who stand elsewhere are nobody to it.

    Wrong:

        <standOff><listPerson><person xml:id="p_RD1"><persName>Dean Rusk</persName></person></listPerson></standOff>
        <text><body><div><p><persName corresp="#p_RD1">Mr. Rusk</persName> agreed.</p></div></body></text>

    Right:

        <text><front><div type="section" xml:id="persons"><list><item><persName xml:id="p_RD1">Rusk, Dean</persName></item></list></div></front>
        <body><div><p><persName corresp="#p_RD1">Mr. Rusk</persName> agreed.</p></div></body></text>
    """

    kind = Code("I014", "persons-not-in-front", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"frus"})
    mended = True
    message = "Persons that are not in the list of the front matter"
    hint = "Make them items of a list in div[@xml:id='persons']."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Each person."""
        return document.each("person")


part = PersonsList()
