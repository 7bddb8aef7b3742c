"""Datelines without date."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import said
from tei_cable.tei.names import T
from tei_cable.text.dates import DATING


class DatelineDate(Rule):
    """A dateline has no date with a value.

    Why: the series sorts and finds its documents by it.

    Wrong:

        <opener><dateline>Paris, November 2, 1962.</dateline></opener>

    Right:

        <opener><dateline>Paris, <date when="1962-11-02">November 2, 1962</date>.</dateline></opener>
    """

    kind = Code("C007", "dateline-without-date", Severity.WARNING)
    since = "0.1.0"
    optional = True
    tools = frozenset({"frus"})

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each dateline that is not in a quoted letter."""
        for e in document.named("dateline"):
            dates = [d for d in e.iter(T + "date") if any(d.get(a) for a in DATING)]
            if not dates and said(e) and next(e.iterancestors(T + "floatingText", T + "quote"), None) is None:
                yield self.at(document, e, f"The dateline “{said(e)}” has no date.", "Tag the date, with its value in @when.")


part = DatelineDate()
