"""Names of places at another time than theirs."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.rules.names._entities import pointed
from tei_cable.tei.blocks import content, day, said

_PERIOD = frozenset({"from", "to", "notBefore", "notAfter"})


class OtherTimesName(Rule):
    """A place or body is called by a name that it had not yet, or no longer, when the text was written.

    Why: the name comes from an editor or a translator, or it is that of another place. The entry's names say when they were in use.

    Wrong:

        <standOff><listPlace>
        <place xml:id="s"><placeName to="1976-07-02">Saigon</placeName>
        <placeName from="1976-07-02">Ho Chi Minh City</placeName></place></listPlace></standOff>
        <text><body><div><opener><dateline><date when="1962-11-02">2 November 1962</date></dateline></opener>
        <p>All is quiet in <placeName ref="#s">Ho Chi Minh City</placeName>.</p></div></body></text>

    Right:

        <standOff><listPlace>
        <place xml:id="s"><placeName to="1976-07-02">Saigon</placeName>
        <placeName from="1976-07-02">Ho Chi Minh City</placeName></place></listPlace></standOff>
        <text><body><div><opener><dateline><date when="1962-11-02">2 November 1962</date></dateline></opener>
        <p>All is quiet in <placeName ref="#s">Saigon</placeName>.</p></div></body></text>
    """

    kind = Code("P007", "name-of-another-time", Severity.WARNING)
    since = "0.2.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each name whose words are a dated name of its entry, unless an undated or fitting one has the same words."""
        own = day(document.written)
        dated = own and any(not _PERIOD.isdisjoint(n.keys()) for s in document.each("place", "org") for n in s)
        for e in document.named("placeName", "orgName") if dated else ():
            entry = pointed(document, e)
            names = [] if entry is None else [n for n in entry.findall(e.tag) if _words(n) == said(e).casefold()]
            if names and not any(_fits(n, document.written) for n in names):
                yield self.at(
                    document, e, f"“{said(e)}” was not the name on {own}: {_period(names[0])}.", "Check the name against the source, and the entry."
                )


def _words(e: etree._Element) -> str:
    return " ".join(content(e).split()).casefold()


def _fits(name: etree._Element, day: str) -> bool:
    first, last = name.get("from") or name.get("notBefore") or "", name.get("to") or name.get("notAfter") or "9999"
    return first[: len(day)] <= day[: len(first)] and day[: len(last)] <= last


def _period(name: etree._Element) -> str:
    first, last = name.get("from") or name.get("notBefore"), name.get("to") or name.get("notAfter")
    return " ".join(filter(None, ("in use", first and f"from {first}", last and f"to {last}")))


part = OtherTimesName()
