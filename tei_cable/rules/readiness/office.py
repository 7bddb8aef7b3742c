"""Offices."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand, pointing


class Office(Demand):
    """An `rs` points at an entry.

    Why: these tools link persName, placeName and orgName; an office or another word for a person is shown as plain text.

    Wrong:

        <p><rs type="office" ref="#rusk">The Secretary</rs> agreed.</p>

    Right:

        <p><persName type="office">The Secretary</persName> agreed.</p>
    """

    kind = Code("I021", "office-not-linked", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"evt2", "evt3", "tei-publisher"})
    mended = True
    message = "`rs` that point, and are not linked"
    hint = "Make names of them, with a type."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Each rs that points."""
        return pointing(document, "rs")


part = Office()
