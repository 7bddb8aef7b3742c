"""Numbers of pages."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand


class PageNumber(Demand):
    """A page break has no `@n`.

    Why: the pages are chosen by it from a list.

    Wrong:

        <p>They met<pb/> in Paris.</p>

    Right:

        <p>They met<pb n="12"/> in Paris.</p>
    """

    kind = Code("I056", "page-without-number", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"evt2", "evt3"})
    message = "Page breaks without @n"
    hint = "Give each the number of the page that begins."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Page breaks without n."""
        return (e for e in document.named("pb") if not e.get("n"))


part = PageNumber()
