"""One telegram links the same surname to two persons."""

from collections.abc import Iterator, Sequence

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules.corpus._facts import CorpusRule, Facts, Name


class SurnameTwoWays(CorpusRule):
    """One telegram links the same surname to two persons.

    Why: within one telegram a bare surname means one person; one of the two links is wrong, or the other person needs a forename or title.

    Wrong:

        <TEI xmlns="http://www.tei-c.org/ns/1.0">
        <TEI xml:id="a"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-02"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader>
        <text><div type="telegram" n="1"><p><persName ref="#p1">Dulles</persName> left.</p>
        <p><persName ref="#p2">Dulles</persName> left.</p></div></text></TEI>
        </TEI>

    Right:

        <TEI xmlns="http://www.tei-c.org/ns/1.0">
        <TEI xml:id="a"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-02"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader>
        <text><div type="telegram" n="1"><p><persName ref="#p1">Dulles</persName> left.</p>
        <p><persName ref="#p2">Allen Dulles</persName> left.</p></div></text></TEI>
        </TEI>
    """

    kind = Code("K003", "surname-linked-two-ways", Severity.WARNING)
    since = "0.1.0"

    def compare(self, telegrams: Sequence[Facts]) -> Iterator[tuple[str, Diagnostic]]:
        """One finding for each link of a name of one word but the first."""
        for t in telegrams:
            first: dict[str, Name] = {}
            for name in t.names:
                if name.kind == "persName" and " " not in name.words and first.setdefault(name.words, name).ref != name.ref:
                    message = f"“{name.words}” points to #{name.ref}, and before to #{first[name.words].ref}."
                    yield self.found(name.where, message, "Decide who is meant in each place.")


part = SurnameTwoWays()
