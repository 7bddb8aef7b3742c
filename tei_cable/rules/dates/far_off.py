"""Days that lie long after the document."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import day, footnote
from tei_cable.tei.names import T

# Years: what is foretold to the day lies no farther ahead; what is remembered to the day, no farther back.
_AHEAD, _BACK = 3, 200


class FarOff(Rule):
    """A day in the text lies years after the document was written, or centuries before.

    Why: a digit of the year was misread, or the document itself is dated wrongly.

    Wrong:

        <opener><dateline><date when="1962-11-02">2 November 1962</date></dateline></opener>
        <p>The talks of <date when="1992-10-30">30 October 1992</date> were useful.</p>

    Right:

        <opener><dateline><date when="1962-11-02">2 November 1962</date></dateline></opener>
        <p>The treaty of <date when="1904-04-08">8 April 1904</date> ends on <date when="1963-04-08">8 April</date>.
        <note n="1">See the report of <date when="1992-10-30">30 October 1992</date>.</note></p>
    """

    kind = Code("D006", "date-far-off", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each date that is given to the day; notes may speak of any time."""
        own = day(document.written)
        if own is None:
            return
        for e in document.named("date"):
            other = day(e.get("when"))
            if other and not -_BACK <= other.year - own.year <= _AHEAD and not any(footnote(n) for n in e.iterancestors(T + "note")):
                message = f"{other} is far from the day on which this was written, {own}."
                yield self.at(document, e, message, "Check the year of both against the source.")


part = FarOff()
