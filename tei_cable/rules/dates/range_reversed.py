"""Ranges that end before they begin."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Diagnostic, Fix, Severity, Span
from tei_cable.rules import Document, Rule
from tei_cable.tei.edits import attribute

_PAIRS = (("from", "to"), ("notBefore", "notAfter"), ("from-iso", "to-iso"), ("notBefore-iso", "notAfter-iso"))


class RangeReversed(Rule):
    """A range of dates ends before it begins.

    Why: no search finds what is dated so, and a time line cannot show it.

    Wrong:

        <date from="1961-03-05" to="1961-03-01">1 to 5 March</date>

    Right:

        <date from="1961-03-01" to="1961-03-05">1 to 5 March</date>

        <date notBefore="1961" notAfter="1961-03">early in 1961</date>
    """

    kind = Code("D003", "range-reversed", Severity.ERROR)
    since = "0.1.0"
    asserts = frozenset({"date-order", "time-order"})

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each pair of attributes of any element; values of different precision are compared as far as both go."""
        for e in document.elements:
            names = e.keys()
            if len(names) < 2:
                continue
            for first, last in _PAIRS:
                a, b = (e.get(first), e.get(last)) if first in names else ("", "")
                if a and b and not a.startswith("-") and not b.startswith("-") and b[: len(a)] < a[: len(b)]:
                    message = f"The range begins with {a} (@{first}) and ends before, with {b} (@{last})."
                    yield self.at(document, e, message, "Change the two about, or mend the one that is wrong.", _turned(document, e, first, last))


def _turned(document: Document, e: etree._Element, first: str, last: str) -> Fix | None:
    """The two values changed about, which an editor should see: one of them may be misread."""
    tag = document.tag(e)
    edits = [attribute(document.data, tag, name, e.get(other, "")) for name, other in ((first, last), (last, first))] if tag else []
    sure: list[tuple[Span, str]] = [edit for edit in edits if edit]
    return Fix(tuple(sure)) if len(sure) == 2 else None


part = RangeReversed()
