"""Telegrams that nobody got."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.rules.header._parties import actions, correspondence, parties


class RecipientMissing(Rule):
    """The header does not say to whom the telegram went.

    Why: without the recipient the telegram is in no correspondence; catalogues leave it out.

    Wrong:

        <teiHeader><profileDesc><correspDesc>
        <correspAction type="sent"><orgName>Embassy in France</orgName></correspAction></correspDesc></profileDesc></teiHeader>

    Right:

        <teiHeader><profileDesc><correspDesc><correspAction type="sent"><orgName>Embassy in France</orgName></correspAction>
        <correspAction type="received"><orgName>Department of State</orgName></correspAction></correspDesc></profileDesc></teiHeader>
    """

    kind = Code("H003", "recipient-missing", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """At most one finding."""
        place = correspondence(document)
        if place is not None and not any(parties(a) for a in actions(document, "received")):
            yield self.at(document, place, "The header names no recipient.", "Add correspAction type=“received”; “unknown” is an answer too.")


part = RecipientMissing()
