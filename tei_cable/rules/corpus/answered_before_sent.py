"""A telegram cites one of the corpus that was sent after it."""

from collections.abc import Iterator, Sequence

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules.corpus._facts import CorpusRule, Facts

# Clocks round the world differ by a day.
_ZONES = 1


class AnsweredBeforeSent(CorpusRule):
    """A telegram cites one of the corpus that was sent after it.

    Why: one of the two dates is wrong, or the reference leads to the wrong telegram.

    Wrong:

        <TEI xmlns="http://www.tei-c.org/ns/1.0">
        <TEI xml:id="a"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-02"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader>
        <text><div type="telegram" n="1"><p>Your <ref type="telegram" n="5" target="#b">telegram 5</ref> arrived.</p></div></text></TEI>
        <TEI xml:id="b"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-20"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="5"></div></text></TEI>
        </TEI>

    Right:

        <TEI xmlns="http://www.tei-c.org/ns/1.0">
        <TEI xml:id="a"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-02"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader>
        <text><div type="telegram" n="1"><p>Your <ref type="telegram" n="5" target="#b">telegram 5</ref> arrived.</p></div></text></TEI>
        <TEI xml:id="b"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-01"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="5"></div></text></TEI>
        </TEI>
    """

    kind = Code("K005", "answered-before-sent", Severity.WARNING)
    since = "0.1.0"

    def compare(self, telegrams: Sequence[Facts]) -> Iterator[tuple[str, Diagnostic]]:
        """One finding for each reference with a target (`corpus network --write` gives them); notes of editors may cite what came later."""
        days = {t.file: t.day for t in telegrams}
        for t in telegrams:
            for cited in t.cited:
                other = days.get(cited.target)
                if t.day and other and (other - t.day).days > _ZONES:
                    message = f"“{cited.words}” leads to {cited.target} of {other}, and this was written on {t.day}."
                    yield self.found(cited.where, message, "Check both dates, and the target.")


part = AnsweredBeforeSent()
