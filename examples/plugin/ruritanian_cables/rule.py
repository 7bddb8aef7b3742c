"""A rule: a feast with the day of another."""

from collections.abc import Iterator

from ruritanian_cables.days import FEASTS
from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule


class FeastDayDiffers(Rule):
    """The value of a feast's date is another day than the feast's.

    Why: registers and chronologies go by the value, and readers by the words.

    Wrong:

        <p>We leave on <date when="1962-03-05">Founders' Day</date>.</p>

    Right:

        <p>We leave on <date when="1962-03-04">Founders' Day</date>, and return on <date when="1962-03-05">5 March</date>.</p>
    """

    kind = Code("Z003", "feast-day-differs", Severity.WARNING)
    since = "ruritanian-cables 0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each date."""
        for e in document.named("date"):
            words, when = " ".join("".join(map(str, e.itertext())).split()), e.get("when", "")
            day = FEASTS.get(words)
            if day and when and not when[4:].startswith(f"-{day}"):
                yield self.at(document, e, f"{words} has the value {when}, and is on --{day}.", "Correct the day, or the words.")


part = FeastDayDiffers()
