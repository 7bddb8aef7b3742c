"""The number and the date of a telegram do not fit those of its series."""

from collections.abc import Iterator, Sequence

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules.corpus._facts import CorpusRule, Facts, in_series

# Days: telegrams overtake one another; a series begins anew in January or July.
_ZONES, _ANEW = 2, 45


class NumberOutOfOrder(CorpusRule):
    """The number and the date of a telegram do not fit those of its series.

    Why: the date or the number was misread; the telegrams before and after agree with each other and not with it.

    Wrong:

        <TEI xmlns="http://www.tei-c.org/ns/1.0">
        <TEI xml:id="a"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-02"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="101"></div></text></TEI>
        <TEI xml:id="b"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-06"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="105"></div></text></TEI>
        <TEI xml:id="c"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-10"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="310"></div></text></TEI>
        <TEI xml:id="d"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-14"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="109"></div></text></TEI>
        <TEI xml:id="e"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-18"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="112"></div></text></TEI>
        </TEI>

    Right:

        <TEI xmlns="http://www.tei-c.org/ns/1.0">
        <TEI xml:id="a"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-02"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="101"></div></text></TEI>
        <TEI xml:id="b"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-06"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="105"></div></text></TEI>
        <TEI xml:id="c"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-10"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="107"></div></text></TEI>
        <TEI xml:id="d"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-14"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="109"></div></text></TEI>
        <TEI xml:id="e"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-18"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="112"></div></text></TEI>
        </TEI>
    """

    kind = Code("K008", "series-out-of-order", Severity.WARNING)
    since = "0.1.0"

    def compare(self, telegrams: Sequence[Facts]) -> Iterator[tuple[str, Diagnostic]]:
        """One finding for each telegram between four that rise, days apart from it, whose number is farther from theirs than they from each other."""
        for of in in_series(telegrams).values():
            for a, b, t, c, d in zip(of, of[1:], of[2:], of[3:], of[4:], strict=False):
                # a telegram may go off days after it was given its number
                step = c.number - b.number
                near = b.number - step <= t.number <= c.number + step
                if a.number < b.number < c.number < d.number and not near and _apart(b, t) and _apart(t, c):
                    message = f"Number {t.number} of {t.day} stands between {b.number} of {b.day} and {c.number} of {c.day}."
                    yield self.found(t.where, message, "Check the number and the date.")


def _apart(a: Facts, b: Facts) -> bool:
    return a.day is not None and b.day is not None and _ZONES < (b.day - a.day).days < _ANEW


part = NumberOutOfOrder()
