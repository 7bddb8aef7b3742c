"""Persons who were born after the telegram."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.rules.names._entities import pointed, year
from tei_cable.tei.blocks import said


class NotYetBorn(Rule):
    """A name points to a person who was not born yet when the text was written.

    Why: a namesake was chosen, most often a child or an author who wrote about the matter later.

    Wrong:

        <standOff><listPerson><person xml:id="p1"><persName>Anna Lind</persName><birth when="1970"/></person></listPerson></standOff>
        <text><body><div><opener><dateline><date when="1962-11-02">2 November 1962</date></dateline></opener>
        <p><persName ref="#p1">Lind</persName> agreed.</p></div></body></text>

    Right:

        <standOff><listPerson><person xml:id="p1"><persName>Anna Lind</persName><birth when="1910"/></person></listPerson></standOff>
        <text><body><div><opener><dateline><date when="1962-11-02">2 November 1962</date></dateline></opener>
        <p><persName ref="#p1">Lind</persName> agreed.</p></div></body></text>
    """

    kind = Code("P005", "person-not-yet-born", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each such person, at the first name."""
        own = document.written_about
        told: set[str] = set()
        for e in document.each("persName", "rs") if own else ():
            entry = pointed(document, e)
            born = year(entry, "birth") if entry is not None else None
            if own and born and born > int(own[:4]) and e.get("ref", "") not in told:
                told.add(e.get("ref", ""))
                yield self.at(
                    document, e, f"“{said(e)}” points to a person born in {born}, and this was written on {own}.", "Point to the right person."
                )


part = NotYetBorn()
