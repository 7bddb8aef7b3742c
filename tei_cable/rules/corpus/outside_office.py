"""A person by an office that another held on that day."""

from collections.abc import Iterator, Sequence

from tei_cable.authority import office_names, service
from tei_cable.authority.offices import called
from tei_cable.authority.tenures import dates
from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules.corpus._facts import CorpusRule, Facts, Name
from tei_cable.text.regex import regex

_HEADS = {"Embassy": "Ambassador", "Legation": "Minister"}
# Titles that do not say by themselves which office they are of.
_VAGUE = frozenset("ambassador amb minister min charge chargé secretary secy sec undersecretary undersec".split()) | {"under secretary"}
_OF = regex(r"\s(?:of|to|in|at|for)\s")


class OutsideOffice(CorpusRule):
    """A person signs, is titled or is meant by an office that another is known to have held on that day.

    Why: the link leads to a predecessor, a successor or a namesake, or the date of the telegram is wrong. Tenures are those of the core authority;
    the note of the person's entry is heard too, and counts in favour. Where a day, a month or a year may be inside a tenure, or is within a month of
    one, nothing is said; nor of a title that people keep (“Ambassador Bohlen”, “President Truman”), but before they had it.

    Wrong:

        <TEI xmlns="http://www.tei-c.org/ns/1.0">
        <TEI xml:id="a"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-02"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader>
        <standOff><listPerson><person xml:id="herter"><persName>Christian Herter</persName></person></listPerson></standOff>
        <text><div type="telegram" n="1">
        <p><persName ref="#herter"><roleName>Secretary of State</roleName> Herter</persName> left.</p></div></text></TEI>
        </TEI>

    Right:

        <TEI xmlns="http://www.tei-c.org/ns/1.0">
        <TEI xml:id="a"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1959-11-02"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader>
        <standOff><listPerson><person xml:id="herter"><persName>Christian Herter</persName></person></listPerson></standOff>
        <text><div type="telegram" n="1">
        <p><persName ref="#herter"><roleName>Secretary of State</roleName> Herter</persName> left.</p></div></text></TEI>
        </TEI>
    """

    kind = Code("K010", "person-outside-office", Severity.WARNING)
    since = "0.1.0"

    def compare(self, telegrams: Sequence[Facts]) -> Iterator[tuple[str, Diagnostic]]:
        """One finding for each form of a name that says or stands for an office, and for each who signed for one."""
        for t in telegrams:
            for name in t.names if t.about else ():
                words = _title(t, name)
                office = office_names.read(words) if words else None
                found = service.outside(service.held(name.ids, name.note), office, t.about) if office else None
                if office and found and _counts(name.kind, words, late=found.tenure.end < t.about):
                    when = f"{called(found.office)} {dates(found.tenure, bool(found.office.post))}"
                    message = f"“{name.words}” points to {name.entry}, {when}; on {t.about} it was {found.holder}."
                    yield self.found(name.where, message, "Check who is meant, and the date of the telegram.")


def _title(t: Facts, name: Name) -> str:
    """The words for an office that a name says, stands for or signs for."""
    if name.kind == "rs":
        return name.words
    head, _, place = t.sender.partition(" in ")
    signed = t.office or (f"{_HEADS[head]} to {place}" if head in _HEADS and place else "")
    return name.title or (signed if name.kind == "signed" else "")


def _counts(kind: str, words: str, *, late: bool) -> bool:
    """Whether words must be meant so: a former office stays a courtesy, a bare title before the time is another office's."""
    vague = words.casefold().removeprefix("the ").strip(" .") in _VAGUE
    if kind == "rs":
        return late or not vague
    # who signs for an embassy may be there in another rank before
    return not vague and (not late or bool(_OF.search(words))) if kind == "persName" else late


part = OutsideOffice()
