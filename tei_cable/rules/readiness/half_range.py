"""Ends of ranges."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand
from tei_cable.tei.names import T

_PAIRS = (("from", "to"), ("notBefore", "notAfter"))


class HalfRange(Demand):
    """A date in a dateline has one end of a range without the other.

    Why: the series' checks ask for @from with @to, and for @notBefore with @notAfter.

    Wrong:

        <dateline><date notBefore="1962-11-01">after 1 November</date></dateline>

    Right:

        <dateline><date notBefore="1962-11-01" notAfter="1962-11-30">November</date></dateline>
    """

    kind = Code("I041", "range-with-one-end", Severity.ERROR)
    since = "0.1.0"
    tools = frozenset({"frus"})
    mended = True
    message = "Dates with one end of a range"
    hint = "Add the other end, or use @when."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Dates with half a range."""
        for e in document.named("date"):
            if next(e.iterancestors(f"{T}dateline"), None) is not None and any(bool(e.get(a)) != bool(e.get(b)) for a, b in _PAIRS):
                yield e


part = HalfRange()
