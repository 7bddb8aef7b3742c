"""Dates of letters."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand, actions
from tei_cable.tei.names import T
from tei_cable.text.dates import DATING
from tei_cable.text.regex import regex

_DAY = regex(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


class Day(Demand):
    """The date of a letter is no plain year, month or day.

    Why: the format has YYYY, YYYY-MM and YYYY-MM-DD: the time of day is lost.

    Wrong:

        <teiHeader><fileDesc/>
        <profileDesc><correspDesc>
        <correspAction type="sent"><persName>Dean Rusk</persName><date when="1962-11-01T18:00:00"/></correspAction>
        <correspAction type="received"><persName>Dillon</persName></correspAction></correspDesc></profileDesc></teiHeader>
        <text><body><p>They met.</p></body></text>

    Right:

        <teiHeader><fileDesc/>
        <profileDesc><correspDesc>
        <correspAction type="sent"><persName>Dean Rusk</persName><date when="1962-11-01"/></correspAction>
        <correspAction type="received"><persName>Dillon</persName></correspAction></correspDesc></profileDesc></teiHeader>
        <text><body><p>They met.</p></body></text>
    """

    kind = Code("I065", "date-not-of-days", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"correspsearch"})
    mended = True
    message = "Dates with more than the day"
    hint = "Cut them after the day."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Dates of other forms."""
        for e in (d for a in actions(document) for d in a.iter(f"{T}date")):
            if any(not _DAY.fullmatch(value) for name in DATING if (value := e.get(name))):
                yield e


part = Day()
