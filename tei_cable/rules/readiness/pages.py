"""Pages."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand
from tei_cable.tei.names import T


class Pages(Demand):
    """The text has no page break.

    Why: EVT shows a page at a time; a text without pb is one page, without a picture beside it.

    Wrong:

        <p>They met in Paris.</p>

    Right:

        <p>They met<pb n="12"/> in Paris.</p>
    """

    kind = Code("I057", "no-page-break", Severity.INFO)
    since = "0.1.0"
    tools = frozenset({"evt2", "evt3"})
    message = "The text has no pb."
    hint = ""

    def against(self, document: Document) -> Iterator[etree._Element]:
        """The text."""
        text = next(document.each("text"), None)
        if text is not None and next(text.iter(f"{T}pb"), None) is None:
            yield text


part = Pages()
