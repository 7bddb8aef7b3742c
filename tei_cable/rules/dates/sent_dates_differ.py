"""Two places that give different days of sending."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Diagnostic
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import day
from tei_cable.tei.names import T
from tei_cable.text.agreement import DATES
from tei_cable.text.regex import regex

_RECEIVED = regex(r"(?i)receiv|re[cç]u|\brec'?d\b|empfangen|ricevut|recibid|came to|distributed|decod")


class SentDatesDiffer(Rule):
    """The header, the dateline and the date-time group do not give the same day of sending.

    Why: one of them is misread, or the source contradicts itself; the telegram is found on the wrong day, and every date that was completed
    from it is doubtful.

    Wrong:

        <teiHeader><profileDesc><creation><date when="1962-11-02">2 November</date></creation></profileDesc></teiHeader>
        <text><body><opener><dateline>Paris, <date when="1962-11-12">12 November 1962</date></dateline></opener></body></text>

        <opener><dateline><date when="1962-11-02">2 November 1962</date></dateline>
        <seg type="dtg"><date when="1962-11-05T10:00:00Z">051000Z NOV</date></seg></opener>

    Right:

        <opener><dateline><date when="1962-11-02">2 November 1962</date></dateline>
        <seg type="dtg"><date when="1962-11-03T01:00:00Z">030100Z NOV</date></seg></opener>
    """

    kind = DATES
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each place that differs from the first; a day's difference is nothing where a zone is stated."""
        if len(document.units) > 1:
            return
        places = list(_places(document))
        for what, e in places[1:]:
            first = places[0]
            a, b = day(first[1].get("when")), day(e.get("when"))
            zoned = any(x.get("when", "")[10:].endswith("Z") for x in (first[1], e))
            if a and b and abs((a - b).days) > zoned:
                yield self.at(document, e, f"The {what} says {b}, and the {first[0]} {a}.", "Check both against the source.")


def _places(document: Document) -> Iterator[tuple[str, etree._Element]]:
    """What each place is, and its date element."""
    for c in document.each("creation"):
        yield from (("date of creation", d) for d in c.findall(T + "date")[:1])
    for a in document.each("correspAction"):
        if a.get("type") == "sent":
            yield from (("date of sending", d) for d in a.findall(T + "date")[:1])
    for line in document.named("dateline"):
        if next(line.iterancestors(T + "floatingText", T + "quote"), None) is None:
            yield from (("dateline", d) for d in line.findall(T + "date")[:1] if not _RECEIVED.search(line.text or ""))
    for seg in document.named("seg"):
        if seg.get("type") == "dtg" and next(seg.iterancestors(T + "floatingText", T + "quote"), None) is None:
            yield from (("date-time group", d) for d in seg.findall(T + "date")[:1])


part = SentDatesDiffer()
