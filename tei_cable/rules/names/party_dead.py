"""Senders and recipients who were dead."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.rules.names._entities import parties, pointed, year
from tei_cable.tei.blocks import said


class PartyDead(Rule):
    """The telegram's author, sender or recipient died before the year in which it was written.

    Why: a namesake was chosen, often a father or a predecessor. The text may well speak of the dead; they do not write.

    Wrong:

        <teiHeader><profileDesc><creation><date when="1962-11-02"/></creation><correspDesc>
        <correspAction type="sent"><persName ref="#p1">Bruce</persName></correspAction></correspDesc></profileDesc></teiHeader>
        <standOff><listPerson><person xml:id="p1"><persName>William C. Bruce</persName><death when="1946"/></person></listPerson></standOff>

    Right:

        <teiHeader><profileDesc><creation><date when="1962-11-02"/></creation><correspDesc>
        <correspAction type="sent"><persName ref="#p1">Bruce</persName></correspAction></correspDesc></profileDesc></teiHeader>
        <standOff><listPerson><person xml:id="p1"><persName>David K. E. Bruce</persName><death when="1977"/></person></listPerson></standOff>
    """

    kind = Code("P006", "party-dead", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each such person, at the first place."""
        own = document.written_about
        told: set[str] = set()
        for what, e in parties(document) if own else ():
            entry = pointed(document, e)
            died = year(entry, "death") if entry is not None else None
            if own and died and died < int(own[:4]) and e.get("ref", "") not in told:
                told.add(e.get("ref", ""))
                message = f"“{said(e)}” ({what}) points to a person who died in {died}, and this was written on {own}."
                yield self.at(document, e, message, "Point to the right person.")


part = PartyDead()
