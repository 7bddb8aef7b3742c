"""A post sends from another place than in all other telegrams."""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules.corpus._facts import CorpusRule, Facts, tokens

_POSTS = ("Embassy", "Legation", "Consulate")
# Of so many telegrams one may say what is usual, and of so many one is rare.
_FEW, _RARE = 10, 10
_ALIKE = 0.85


class PlaceDiffers(CorpusRule):
    """A post sends from another place than in all other telegrams.

    Why: the sender or the place was misread, or the telegram belongs to another post.

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
        <TEI xml:id="b"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Bonn</placeName><date when="1962-11-12"/></correspAction>
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
        <TEI xml:id="b"><teiHeader><correspAction type="sent"><orgName>Embassy in Germany</orgName>
        <placeName>Bonn</placeName><date when="1962-11-12"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader><text><div type="telegram" n="12"></div></text></TEI>
        </TEI>
    """

    kind = Code("K009", "series-place-differs", Severity.WARNING)
    since = "0.1.0"

    def compare(self, telegrams: Sequence[Facts]) -> Iterator[tuple[str, Diagnostic]]:
        """One finding for each telegram of a permanent post from a place that is in one of twenty of its telegrams at most."""
        places: dict[str, Counter[str]] = {}
        for t in telegrams:
            if t.place and t.sender.startswith(_POSTS):
                places.setdefault(t.sender, Counter())[t.place] += 1
        for t in telegrams:
            seen = places.get(t.sender, Counter())
            if t.place and t.sender.startswith(_POSTS) and seen.total() >= _FEW and seen[t.place] * _RARE <= seen.total():
                usual = seen.most_common(1)[0][0]
                if _spelt(t.place, usual):
                    continue
                yield self.found(t.where, f"{t.sender} sends from {t.place} here, and from {usual} elsewhere.", "Check the sender and the dateline.")


def _spelt(a: str, b: str) -> bool:
    """Whether two names are spellings of one ("Leopoldville", "Léopoldville")."""
    one, two = (" ".join(sorted(tokens(name))) for name in (a, b))
    return SequenceMatcher(None, one, two).ratio() > _ALIKE


part = PlaceDiffers()
