"""Sendings of no day."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.rules.header._parties import actions, parties
from tei_cable.tei.names import T


class SentWithoutDate(Rule):
    """The header names a sender and no day of sending.

    Why: what lists letters by correspDesc (CMIF, correspSearch) takes the date from there, and not from creation.

    Wrong:

        <teiHeader><profileDesc><correspDesc>
        <correspAction type="sent"><orgName>Embassy in France</orgName></correspAction></correspDesc></profileDesc></teiHeader>

    Right:

        <teiHeader><profileDesc><correspDesc>
        <correspAction type="sent"><orgName>Embassy in France</orgName>
        <date when="1962-11-02"/></correspAction></correspDesc></profileDesc></teiHeader>
    """

    kind = Code("H010", "sent-without-date", Severity.INFO)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each sending."""
        for a in actions(document, "sent"):
            if parties(a) and next(a.iter(T + "date"), None) is None:
                yield self.at(document, a, "The sending has no date.", "Add it, as the dateline or the date-time group gives it.")


part = SentWithoutDate()
