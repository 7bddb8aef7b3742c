"""The division of a document."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand
from tei_cable.tei.names import XML


class DivisionOfDocument(Demand):
    """The text has no `div` of the type document with id and number.

    Why: the series shows documents, by their numbers; text outside of one is not found.

    Wrong:

        <text><body><div type="telegram"><p>They met.</p></div></body></text>

    Right:

        <text><body><div type="document" xml:id="d5" n="5"><p>They met.</p></div></body></text>
    """

    kind = Code("I049", "no-document-division", Severity.ERROR)
    since = "0.1.0"
    tools = frozenset({"frus"})
    mended = True
    message = "The text has no div of type “document” with xml:id and @n."
    hint = "Make one of the telegram's div: type=“document”, xml:id=“d1”, n=“1”."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """The text."""
        text = next(document.each("text"), None)
        divisions = (d for d in document.named("div") if d.get("type") == "document" and d.get(f"{XML}id") and d.get("n"))
        if text is not None and next(divisions, None) is None:
            yield text


part = DivisionOfDocument()
