"""A nearly whole series leaves a number out."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules.corpus._facts import CorpusRule, Facts, in_series

# A run of fewer telegrams, or of which more is missing, is a selection.
_FEW, _WHOLE = 10, 0.9


class NumberMissing(CorpusRule):
    """A nearly whole series leaves a number out.

    Why: a telegram is not in the corpus, or its number was misread.

    Wrong:

        <TEI xmlns="http://www.tei-c.org/ns/1.0">
        <TEI xml:id="a1"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-01"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="1"></div></text></TEI>
        <TEI xml:id="a2"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-02"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="2"></div></text></TEI>
        <TEI xml:id="a3"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-03"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="3"></div></text></TEI>
        <TEI xml:id="a4"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-04"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="4"></div></text></TEI>
        <TEI xml:id="a5"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-05"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="5"></div></text></TEI>
        <TEI xml:id="a6"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-06"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="6"></div></text></TEI>
        <TEI xml:id="a7"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-07"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="7"></div></text></TEI>
        <TEI xml:id="a9"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-09"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="9"></div></text></TEI>
        <TEI xml:id="a10"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-10"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="10"></div></text></TEI>
        <TEI xml:id="a11"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-11"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="11"></div></text></TEI>
        <TEI xml:id="a12"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-12"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="12"></div></text></TEI>
        </TEI>

    Right:

        <TEI xmlns="http://www.tei-c.org/ns/1.0">
        <TEI xml:id="a1"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-01"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="1"></div></text></TEI>
        <TEI xml:id="a2"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-02"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="2"></div></text></TEI>
        <TEI xml:id="a3"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-03"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="3"></div></text></TEI>
        <TEI xml:id="a4"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-04"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="4"></div></text></TEI>
        <TEI xml:id="a5"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-05"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="5"></div></text></TEI>
        <TEI xml:id="a6"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-06"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="6"></div></text></TEI>
        <TEI xml:id="a7"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-07"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="7"></div></text></TEI>
        <TEI xml:id="a8"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-08"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="8"></div></text></TEI>
        <TEI xml:id="a9"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-09"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="9"></div></text></TEI>
        <TEI xml:id="a10"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-10"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="10"></div></text></TEI>
        <TEI xml:id="a11"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-11"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="11"></div></text></TEI>
        </TEI>
    """

    kind = Code("K007", "series-number-missing", Severity.INFO)
    since = "0.1.0"

    def compare(self, telegrams: Sequence[Facts]) -> Iterator[tuple[str, Diagnostic]]:
        """One finding for each gap between two numbers of a run that is nine tenths there."""
        for of in in_series(telegrams).values():
            for run in _runs(of):
                numbers = sorted({t.number: t for t in run}.items())
                whole = numbers[-1][0] - numbers[0][0] + 1
                if len(numbers) < _FEW or len(numbers) < _WHOLE * whole:
                    continue
                for (before, _), (n, t) in pairwise(numbers):
                    if n > before + 1:
                        missing = str(n - 1) if n == before + 2 else f"{before + 1} to {n - 1}"
                        yield self.found(t.where, f"Of {t.sender} to {t.recipient}, {missing} is not in the corpus.", "Look for what is missing.")


def _runs(of: Sequence[Facts]) -> Iterator[Sequence[Facts]]:
    """The parts of a series between which it began anew."""
    run: list[Facts] = []
    for t in of:
        if run and t.number < run[-1].number / 2:
            yield run
            run = []
        run.append(t)
    yield run


part = NumberMissing()
