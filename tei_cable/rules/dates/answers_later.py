"""Telegrams that are cited before they were sent."""

from collections.abc import Iterator
from datetime import date

from lxml import etree

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import content, day, footnote
from tei_cable.tei.names import T
from tei_cable.text.regex import regex

# Clocks round the world differ by a day.
_ZONES = 1
_BETWEEN = regex(r"\s*(?:,|\(|of|dated|from)?\s*(?:of|dated)?\s*")


class AnswersLater(Rule):
    """A telegram cites another one that was sent after it.

    Why: the date of one of the two was misread, or completed with the wrong year.

    Wrong:

        <opener><dateline><date when="1962-11-02">2 November 1962</date></dateline></opener>
        <p>Your <ref type="telegram" n="213">telegram 213</ref> of <date when="1962-11-12">12 November</date> arrived.</p>

    Right:

        <opener><dateline><date when="1962-11-02">2 November 1962</date></dateline></opener>
        <p>Your <ref type="telegram" n="213">telegram 213</ref> of <date when="1962-11-01">1 November</date> arrived.</p>
    """

    kind = Code("D005", "answers-later-telegram", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each reference in the text with a later date; notes of editors may cite what came later."""
        own = day(document.written)
        if own is None:
            return
        for e in (*document.named("ref"), *(r for c in document.each("correspContext") for r in c.iter(T + "ref"))):
            if e.get("type") == "telegram" and not any(footnote(n) for n in e.iterancestors(T + "note")):
                other = _dated(e)
                if other and (other - own).days > _ZONES:
                    words = " ".join(content(e).split())
                    yield self.at(document, e, f"“{words}” is of {other}, and this was written on {own}.", "Check both dates against the source.")


def _dated(e: etree._Element) -> date | None:
    inner = e.find(f".//{T}date")
    if inner is not None:
        return day(inner.get("when"))
    following = e.getnext()
    if following is None or following.tag != T + "date" or not _BETWEEN.fullmatch(e.tail or ""):
        return None
    return day(following.get("when"))


part = AnswersLater()
