"""Two entries of one list for the same full name."""

from collections.abc import Iterator, Sequence

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules.corpus._facts import CorpusRule, Facts, Name


class TwoIds(CorpusRule):
    """Two entries of one list for the same full name.

    Why: the list has a person twice, or one of the two links is wrong; registers and networks part what belongs together.

    Wrong:

        <TEI xmlns="http://www.tei-c.org/ns/1.0">
        <TEI xml:id="a"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-02"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader>
        <standOff><listPerson><person xml:id="r1"><persName>Dean Rusk</persName></person></listPerson></standOff>
        <text><div type="telegram" n="1"><p><persName ref="#r1">Dean Rusk</persName> left.</p></div></text></TEI>
        <TEI xml:id="b"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-02"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader>
        <standOff><listPerson><person xml:id="r2"><persName>David Dean Rusk</persName></person></listPerson></standOff>
        <text><div type="telegram" n="2"><p><persName ref="#r2">Dean Rusk</persName> left.</p></div></text></TEI>
        </TEI>

    Right:

        <TEI xmlns="http://www.tei-c.org/ns/1.0">
        <TEI xml:id="a"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-02"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader>
        <standOff><listPerson><person xml:id="r1"><persName>Dean Rusk</persName></person></listPerson></standOff>
        <text><div type="telegram" n="1"><p><persName ref="#r1">Dean Rusk</persName> left.</p></div></text></TEI>
        <TEI xml:id="b"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-02"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader>
        <standOff><listPerson><person xml:id="r1"><persName>Dean Rusk</persName></person></listPerson></standOff>
        <text><div type="telegram" n="2"><p><persName ref="#r1">Dean Rusk</persName> left.</p></div></text></TEI>
        </TEI>
    """

    kind = Code("K001", "full-name-with-two-ids", Severity.WARNING)
    since = "0.1.0"

    def compare(self, telegrams: Sequence[Facts]) -> Iterator[tuple[str, Diagnostic]]:
        """One finding for each name and each id but the most used, at its first place."""
        seen: dict[tuple[str, str], dict[str, list[Name]]] = {}
        for name in (n for t in telegrams for n in t.names if n.kind == "persName" and n.full):
            seen.setdefault((name.words, name.list), {}).setdefault(name.ref, []).append(name)
        for (words, _), ids in seen.items():
            used, *others = sorted(ids, key=lambda ref: -len(ids[ref]))
            for ref in others:
                message = f"“{words}” points to #{ref}, and elsewhere to #{used}."
                yield self.found(ids[ref][0].where, message, "Point to one entry, or tell the two persons apart.")


part = TwoIds()
