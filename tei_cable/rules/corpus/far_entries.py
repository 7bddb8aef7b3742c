"""One id stands for names that have nothing in common."""

from collections.abc import Iterator, Sequence

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules.corpus._facts import CorpusRule, Facts, Name, alike


class FarEntries(CorpusRule):
    """One id stands for names that have nothing in common.

    Why: the id was given twice, or points at somebody else in one of the files.

    Wrong:

        <TEI xmlns="http://www.tei-c.org/ns/1.0">
        <TEI xml:id="a"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-02"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader>
        <standOff><listPerson><person xml:id="p1"><persName>Dean Rusk</persName></person></listPerson></standOff>
        <text><div type="telegram" n="1"><p><persName ref="#p1">Rusk</persName> left.</p></div></text></TEI>
        <TEI xml:id="b"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-02"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader>
        <standOff><listPerson><person xml:id="p1"><persName>Andrei Gromyko</persName></person></listPerson></standOff>
        <text><div type="telegram" n="2"><p><persName ref="#p1">Gromyko</persName> left.</p></div></text></TEI>
        </TEI>

    Right:

        <TEI xmlns="http://www.tei-c.org/ns/1.0">
        <TEI xml:id="a"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-02"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader>
        <standOff><listPerson><person xml:id="p1"><persName>Dean Rusk</persName></person></listPerson></standOff>
        <text><div type="telegram" n="1"><p><persName ref="#p1">Rusk</persName> left.</p></div></text></TEI>
        <TEI xml:id="b"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-11-02"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader>
        <standOff><listPerson><person xml:id="p1"><persName>David Dean Rusk</persName></person></listPerson></standOff>
        <text><div type="telegram" n="2"><p><persName ref="#p1">Secretary Rusk</persName> left.</p></div></text></TEI>
        </TEI>
    """

    kind = Code("K002", "id-with-far-names", Severity.WARNING)
    since = "0.1.0"

    def compare(self, telegrams: Sequence[Facts]) -> Iterator[tuple[str, Diagnostic]]:
        """One finding for each id and name of an entry that is far from the one most used."""
        seen: dict[tuple[str, str], dict[str, list[Name]]] = {}
        for name in (n for t in telegrams for n in t.names if n.entry):
            seen.setdefault((name.ref, name.list), {}).setdefault(name.entry, []).append(name)
        for (ref, _), entries in seen.items():
            used, *others = sorted(entries, key=lambda entry: -len(entries[entry]))
            for entry in others:
                if not alike(entry, used):
                    message = f"#{ref} is “{entry}” here, and “{used}” elsewhere."
                    yield self.found(entries[entry][0].where, message, "Give one of the two another id, or point to the right entry.")


part = FarEntries()
