"""The headings of telegrams by family: `titled` ("Telegram From the A to the B"), `filed` (a file number above), `addressed` ("A to B")."""

from typing import NamedTuple

from tei_cable.model import Span


class Heading(NamedTuple):
    """A heading: its spans, the edition's number of the document, the title without it, and the telegram's number if it names one.

    `above` is the line over it that says where the telegram is filed.
    Where the form itself shows who writes to whom, `sender` and `recipients` are their words; `received` is a time of receipt behind them.
    `form` names the form in words.
    """

    spans: tuple[Span, ...]
    label: Span | None
    title: Span
    number: Span | None
    above: Span | None = None
    sender: Span | None = None
    recipients: tuple[Span, ...] = ()
    received: Span | None = None
    form: str = "a title that names a telegram"

    @property
    def start(self) -> int:
        """Where the heading begins in the text."""
        return min(self.spans[0].start, self.above.start if self.above else self.spans[0].start)

    @property
    def end(self) -> int:
        """Where the heading ends in the text."""
        return self.spans[-1].end
