"""Names of places at another time than theirs."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.authority.place_names import called_since
from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.rules.names._entities import pointed
from tei_cable.tei.blocks import content, said
from tei_cable.tei.names import T

_PERIOD = frozenset({"from", "to", "notBefore", "notAfter"})


class OtherTimesName(Rule):
    """A place or body is called by a name that it had not yet, or no longer, when the text was written.

    Why: the name comes from an editor or a translator, or it is that of another place. The entry's names say when they were in use; of a place
    whose entry has a number of GeoNames and no dated names, the core authority says since when it is so called. A name that lived on after its
    official end is no fault.

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
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each name whose words are a dated name of its entry, unless an undated or fitting one has the same words."""
        own = document.written_about
        for e in document.named("placeName", "orgName") if own else ():
            entry = pointed(document, e)
            if entry is not None and (period := _other_time(entry, e, own)):
                yield self.at(document, e, f"“{said(e)}” was not the name on {own}: {period}.", "Check the name against the source, and the entry.")


def _other_time(entry: etree._Element, e: etree._Element, written: str) -> str:
    """When a name was in use, if that was not when the text was written; "" if it was, or nothing is known."""
    names = [n for n in entry.findall(e.tag) if _words(n) == said(e).casefold()]
    if any(not _PERIOD.isdisjoint(n.keys()) for n in entry):
        return _period(names[0]) if names and not any(_fits(n, written) for n in names) else ""
    number = next((i.text or "" for i in entry.findall(T + "idno") if i.get("type", "").casefold() == "geonames"), "")
    since = called_since(number.strip(), said(e)) if number else ""
    return f"in use from {since}" if since and written[: len(since)] < since[: len(written)] else ""


def _words(e: etree._Element) -> str:
    return " ".join(content(e).split()).casefold()


def _fits(name: etree._Element, day: str) -> bool:
    first, last = name.get("from") or name.get("notBefore") or "", name.get("to") or name.get("notAfter") or "9999"
    return first[: len(day)] <= day[: len(first)] and day[: len(last)] <= last


def _period(name: etree._Element) -> str:
    first, last = name.get("from") or name.get("notBefore"), name.get("to") or name.get("notAfter")
    return " ".join(filter(None, ("in use", first and f"from {first}", last and f"to {last}")))


part = OtherTimesName()
