"""Telegrams that nobody sent."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.rules.header._parties import actions, correspondence, parties


class SenderMissing(Rule):
    """The header does not say who sent the telegram.

    Why: the sender is what most searches of correspondence begin with; catalogues such as correspSearch leave such a letter out.

    Wrong:

        <teiHeader><profileDesc><correspDesc>
        <correspAction type="received"><orgName>Department of State</orgName></correspAction></correspDesc></profileDesc></teiHeader>

    Right:

        <teiHeader><profileDesc><correspDesc><correspAction type="sent"><orgName>Embassy in France</orgName></correspAction>
        <correspAction type="received"><orgName>Department of State</orgName></correspAction></correspDesc></profileDesc></teiHeader>
    """

    kind = Code("H002", "sender-missing", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """At most one finding."""
        place = correspondence(document)
        if place is not None and not any(parties(a) for a in actions(document, "sent")):
            yield self.at(
                document,
                place,
                "The header names no sender.",
                "Add correspAction type=“sent” with the person, office or body; “unknown” is an answer too.",
            )


part = SenderMissing()
