"""Publication of a volume."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand, header
from tei_cable.tei.names import T

_DATES = {"publication-date", "content-date"}


class Publication(Demand):
    """The publicationStmt lacks publisher, place, the two dates or a number with its type.

    Why: the series asks for one publisher, one place, the date of publication, the dates of the content, and idno with a type.

    Wrong:

        <teiHeader><fileDesc>
        <titleStmt><title>Cuba</title></titleStmt><publicationStmt><publisher>An Archive</publisher></publicationStmt></fileDesc></teiHeader>
        <text><body><div><p>They met.</p></div></body></text>

    Right:

        <teiHeader><fileDesc><titleStmt><title>Cuba</title></titleStmt><publicationStmt><publisher>Government Printing Office</publisher>
        <pubPlace>Washington</pubPlace><date type="publication-date">1996</date>
        <date type="content-date" notBefore="1962-10-01" notAfter="1962-12-31">1962</date>
        <idno type="dospubno">10348</idno></publicationStmt></fileDesc></teiHeader><text><body><div><p>They met.</p></div></body></text>
    """

    kind = Code("I046", "publication-not-of-a-volume", Severity.ERROR)
    since = "0.1.0"
    tools = frozenset({"frus"})
    mended = True
    message = "The publicationStmt lacks publisher, pubPlace, date of publication, date of content, or idno with a type."
    hint = "Add them, empty where nothing is known."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """The publicationStmt."""
        stated = header(document, "fileDesc/publicationStmt")
        if stated is not None:
            dates = {d.get("type") for d in stated.iterfind(f"{T}date")}
            one = all(len(stated.findall(T + name)) == 1 for name in ("publisher", "pubPlace"))
            if not (one and dates == _DATES and stated.find(f"{T}idno[@type]") is not None):
                yield stated


part = Publication()
