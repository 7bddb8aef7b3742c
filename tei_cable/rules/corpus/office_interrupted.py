"""An office changes its holder and changes back."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules.corpus._facts import CorpusRule, Facts, Name, tokens


class OfficeInterrupted(CorpusRule):
    """An office changes its holder and changes back.

    Why: whoever held the office before and after held it in between; the link in between is wrong.

    Wrong:

        <TEI xmlns="http://www.tei-c.org/ns/1.0">
        <TEI xml:id="a"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-01-02"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader>
        <text><div type="telegram" n="1"><p>The <rs type="person" ref="#p1">Secretary of State</rs> agreed.</p></div></text></TEI>
        <TEI xml:id="b"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-02-02"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader>
        <text><div type="telegram" n="2"><p>The <rs type="person" ref="#p2">Secretary of State</rs> agreed.</p></div></text></TEI>
        <TEI xml:id="c"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-03-02"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader>
        <text><div type="telegram" n="3"><p>The <rs type="person" ref="#p1">Secretary of State</rs> agreed.</p></div></text></TEI>
        </TEI>

    Right:

        <TEI xmlns="http://www.tei-c.org/ns/1.0">
        <TEI xml:id="a"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-01-02"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader>
        <text><div type="telegram" n="1"><p>The <rs type="person" ref="#p1">Secretary of State</rs> agreed.</p></div></text></TEI>
        <TEI xml:id="b"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-02-02"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader>
        <text><div type="telegram" n="2"><p>The <rs type="person" ref="#p1">Secretary of State</rs> agreed.</p></div></text></TEI>
        <TEI xml:id="c"><teiHeader><correspAction type="sent"><orgName>Embassy in France</orgName>
        <placeName>Paris</placeName><date when="1962-03-02"/></correspAction>
        <correspAction type="received"><orgName>Department</orgName></correspAction></teiHeader>
        <text><div type="telegram" n="3"><p>The <rs type="person" ref="#p2">Secretary of State</rs> agreed.</p></div></text></TEI>
        </TEI>
    """

    kind = Code("K004", "office-interrupted", Severity.WARNING)
    since = "0.1.0"

    def compare(self, telegrams: Sequence[Facts]) -> Iterator[tuple[str, Diagnostic]]:
        """One finding for each office that stands for another between two telegrams that agree, of one sender."""
        held: dict[tuple[str, str, str, str], list[tuple[date, Name, bool]]] = {}
        for t in telegrams:
            titles = {(n.ref, n.title.casefold()) for n in t.names if n.title}
            for name in t.names if t.day else ():
                if name.kind == "rs" and t.day and len(tokens(name.words)) > 1:
                    # "Foreign Minister Yeh … the Foreign Minister" may be that of another state
                    named = (name.ref, name.words.casefold()) in titles
                    held.setdefault((t.sender, t.recipient, name.words.casefold(), name.list), []).append((t.day, name, named))
        for said in held.values():
            said.sort(key=lambda s: s[0])
            often = Counter(name.ref for _, name, _ in said)
            for (_, before, _), (on, name, named), (_, after, _) in zip(said, said[1:], said[2:], strict=False):
                if before.ref == after.ref != name.ref and not named and often[name.ref] < often[before.ref]:
                    message = f"“{name.words}” is #{name.ref} on {on}, and #{before.ref} before and after."
                    yield self.found(name.where, message, "Check who held the office on that day.")


part = OfficeInterrupted()
