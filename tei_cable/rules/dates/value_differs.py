"""Dates whose words say another day than their value."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import said
from tei_cable.text.dates import FULL_DAY, when
from tei_cable.text.regex import regex

_YEAR = regex(r"(?<!\d)1[5-9]\d\d(?!\d)|(?<!\d)20[0-4]\d(?!\d)")


class ValueDiffers(Rule):
    """The words of a date say another day, month or year than its value.

    Why: searches and time lines use the value, readers the words.

    Wrong:

        <p>They met on <date when="1961-11-02">2 November 1962</date>.</p>

    Right:

        <p>They met on <date when="1962-11-02">2 November 1962</date> and <date when="1962-11-05">Monday</date>,
        as in <date when="1961">1961</date>.</p>
    """

    kind = Code("D008", "value-differs", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each date whose words give a year and are understood as a whole; other calendars say so in an attribute."""
        for e in document.each("date"):
            value = e.get("when")
            if value and not e.get("calendar") and not e.get("datingMethod") and _YEAR.search(words := said(e)):
                told = when(words).get("when", "")[:FULL_DAY]
                if told and not value.startswith(told[: len(value)]) and not told.startswith(value):
                    yield self.at(document, e, f"The words “{words}” mean {told}, and the value is {value}.", "Check both against the source.")


part = ValueDiffers()
