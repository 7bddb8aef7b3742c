"""Datelines without place."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import said
from tei_cable.tei.names import T


class DatelinePlace(Rule):
    """A dateline has no place.

    Why: the place says which post sent the telegram.

    Wrong:

        <opener><dateline><date when="1962-11-02">November 2, 1962</date>.</dateline></opener>

    Right:

        <opener><dateline><placeName>Paris</placeName>, <date when="1962-11-02">November 2, 1962</date>.</dateline></opener>
    """

    kind = Code("C008", "dateline-without-place", Severity.INFO)
    since = "0.1.0"
    optional = True

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each dateline that is not in a quoted letter."""
        for e in document.named("dateline"):
            if said(e) and e.find(f".//{T}placeName") is None and next(e.iterancestors(T + "floatingText", T + "quote"), None) is None:
                yield self.at(document, e, f"The dateline “{said(e)}” has no place.", "Tag the place, or supply it in brackets.")


part = DatelinePlace()
