"""Kinds of names."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand, pointing


class Kind(Demand):
    """A geogName, name or other element points at an entry.

    Why: safe kinds of names are persName, placeName and orgName; others are shown as plain text.

    Wrong:

        <p>They met at <geogName ref="#nile">the Nile</geogName>.</p>

    Right:

        <p>They met at <placeName>the Nile</placeName>.</p>
    """

    kind = Code("I022", "name-of-another-kind", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"evt2", "tei-publisher"})
    mended = True
    message = "Names of kinds that are not linked"
    hint = "Make persName, placeName or orgName of them."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Names of other kinds."""
        return pointing(document, "geogName", "name", "country", "settlement", "region")


part = Kind()
