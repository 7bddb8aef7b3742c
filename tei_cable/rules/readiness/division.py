"""Divisions."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand
from tei_cable.tei.names import T


class Division(Demand):
    """The text has neither divisions nor page breaks.

    Why: TEI Publisher turns pages by div or pb; a text without is one page, however long.

    Wrong:

        <text><body><p>They met.</p></body></text>

    Right:

        <text><body><div><p>They met.</p></div></body></text>
    """

    kind = Code("I055", "text-not-divided", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"tei-publisher"})
    mended = True
    message = "The text has neither div nor pb."
    hint = "Put each document or section into a div."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """The text."""
        text = next(document.each("text"), None)
        if text is not None and next(text.iter(f"{T}div", f"{T}pb"), None) is None:
            yield text


part = Division()
