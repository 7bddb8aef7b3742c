"""Corrections."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand


class Choice(Demand):
    """A reading and its correction stand side by side.

    Why: both are shown and counted, one glued to the other.

    Wrong:

        <p>They <choice><sic>mett</sic><corr>met</corr></choice> in Paris.</p>

    Right:

        <p>They <sic>mett</sic> in Paris.</p>
    """

    kind = Code("I038", "both-readings-shown", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"ceteicean", "teitok", "voyant"})
    mended = True
    message = "Words that are there twice, as read and as corrected"
    hint = "Keep one reading."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Each choice."""
        return document.named("choice")


part = Choice()
