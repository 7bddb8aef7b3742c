"""Telegrams to oneself."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.rules.header._parties import actions, parties
from tei_cable.tei.blocks import said


class SameParties(Rule):
    """Sender and recipient are the same.

    Why: a line of the header was read as the other, or a namesake was chosen.

    Wrong:

        <teiHeader><profileDesc><correspDesc><correspAction type="sent"><orgName>Embassy in France</orgName></correspAction>
        <correspAction type="received"><orgName>Embassy in France</orgName></correspAction></correspDesc></profileDesc></teiHeader>

    Right:

        <teiHeader><profileDesc><correspDesc><correspAction type="sent"><orgName>Embassy in France</orgName></correspAction>
        <correspAction type="received"><orgName>Department of State</orgName></correspAction></correspDesc></profileDesc></teiHeader>
    """

    kind = Code("H011", "parties-the-same", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each recipient who is the first sender."""
        sent = [(e.get("ref"), said(e).casefold(), e.tag) for a in actions(document, "sent") for e in parties(a)]
        for e in (e for a in actions(document, "received") for e in parties(a)):
            if any(
                (ref and ref == e.get("ref")) or (words == said(e).casefold() and tag == e.tag and not (ref and e.get("ref")))
                for ref, words, tag in sent
            ):
                yield self.at(document, e, f"“{said(e)}” is both sender and recipient.", "Check both against the heading of the source.")


part = SameParties()
