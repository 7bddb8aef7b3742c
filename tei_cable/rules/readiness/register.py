"""Registers."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand, entries


class Register(Demand):
    """Entries of persons, places or organisations stand in the document.

    Why: TEI Publisher keeps registers in files of their own, and looks there for the name behind a key.

    Wrong:

        <standOff><listPerson><person xml:id="rusk"><persName>Dean Rusk</persName></person></listPerson></standOff>
        <text><body><div><p><persName key="rusk">Mr. Rusk</persName> agreed.</p></div></body></text>

    Right:

        <p><persName key="rusk">Mr. Rusk</persName> agreed.</p>
    """

    kind = Code("I012", "register-in-the-file", Severity.INFO)
    since = "0.1.0"
    tools = frozenset({"tei-publisher"})
    message = "Entries in the document, and not in a register"
    hint = "Copy them into the register of the application."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """All entries."""
        return entries(document)


part = Register()
