"""Days that no calendar has."""

from calendar import monthrange
from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.text.dates import DATING, MONTHS
from tei_cable.text.regex import regex

_VALUE = regex(r"(\d{4})-(\d\d)-(\d\d)(?:T.*|[Z+-].*)?")
_WORDS = regex(r"\b(?:(30|31)(?:st|th)?\s+([A-Z][a-zé]{2,8})\.?|([A-Z][a-z]{2,8})\.?\s+(30|31)(?:st|th)?)\b(?![:.]?\d)(?:,?\s+(\d{4})\b)?")


class ImpossibleDay(Rule):
    """A date is a day that there is not.

    Why: the source errs, and then a note should say so, or day or month were misread.

    Wrong:

        <p>They met on <date>31 November 1962</date>.</p>

        <p>They met on <date when="1962-02-29">the last of February</date>.</p>

    Right:

        <p>They met on <date when="1962-11-30">30 November 1962</date> and on <date when="1964-02-29">29 February</date>.</p>
    """

    kind = Code("D004", "impossible-day", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each value of a date, and for each day in the words of the text."""
        hint = "Check day and month against the source; if the source errs, say so in a note."
        for e in document.each("date"):
            for name in DATING:
                if (value := e.get(name)) and (m := _VALUE.fullmatch(value)) and not _exists(int(m[1]), int(m[2]), int(m[3])):
                    yield self.at(document, e, f"@{name} is {value}, and there is no such day.", hint)
        for block in document.blocks:
            if "31" in block.words or "30" in block.words:
                for m in _WORDS.finditer(block.words):
                    month = MONTHS.get((m[2] or m[3]).lower())
                    if month and not _exists(int(m[5] or 2000), month, int(m[1] or m[4])):
                        yield self.at(document, block.element, f"There is no day “{' '.join(m[0].split())}”.", hint)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and year > 0 and 1 <= day <= monthrange(year, month)[1]


part = ImpossibleDay()
