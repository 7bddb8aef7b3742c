"""Two telegrams of one series have the same number."""

from collections.abc import Iterator, Sequence

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules.corpus._facts import CorpusRule, Facts, in_series

# Days: clocks round the world differ by one; a series begins anew in January or July.
_ZONES, _ANEW = 1, 120


class NumberTwice(CorpusRule):
    """Two telegrams of one series have the same number.

    Why: one of the two numbers was misread, or the sender or recipient.

    Wrong:

        <TEI xmlns="http://www.tei-c.org/ns/1.0">
        <TEI xml:id="a"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-02"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="5"></div></text></TEI>
        <TEI xml:id="b"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-20"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="5"></div></text></TEI>
        </TEI>

    Right:

        <TEI xmlns="http://www.tei-c.org/ns/1.0">
        <TEI xml:id="a"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-02"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="5"></div></text></TEI>
        <TEI xml:id="b"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1963-11-20"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="5"></div></text></TEI>
        </TEI>
    """

    kind = Code("K006", "series-number-twice", Severity.WARNING)
    since = "0.1.0"

    def compare(self, telegrams: Sequence[Facts]) -> Iterator[tuple[str, Diagnostic]]:
        """One finding for each number that comes again before the series can have begun anew; the same telegram in two files is left alone."""
        for of in in_series(telegrams).values():
            last: dict[int, Facts] = {}
            for t in of:
                other = last.get(t.number)
                if other and other.day and t.day and _ZONES < (t.day - other.day).days < _ANEW:
                    message = f"Number {t.number} of {t.sender} to {t.recipient} is of {t.day} here, and of {other.day} in {other.file}."
                    yield self.found(t.where, message, "Check the number, and who sent it to whom.")
                last[t.number] = t


part = NumberTwice()
