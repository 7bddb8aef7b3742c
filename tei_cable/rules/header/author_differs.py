"""Authors who did not send."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.rules.header._parties import actions
from tei_cable.tei.blocks import said
from tei_cable.tei.names import T


class AuthorDiffers(Rule):
    """The author in the title statement is not the sender.

    Why: catalogues take the author, lists of letters the sender: the same telegram goes under two names.

    Wrong:

        <teiHeader><fileDesc><titleStmt><author><persName ref="https://example.org/a">Bohlen</persName></author></titleStmt></fileDesc>
        <profileDesc><correspDesc><correspAction type="sent"><persName ref="https://example.org/b">Gavin</persName></correspAction>
        </correspDesc></profileDesc></teiHeader>

    Right:

        <teiHeader><fileDesc><titleStmt><author><persName ref="https://example.org/a">Bohlen</persName></author></titleStmt></fileDesc>
        <profileDesc><correspDesc><correspAction type="sent"><persName ref="https://example.org/a">Mr. Bohlen</persName></correspAction>
        </correspDesc></profileDesc></teiHeader>
    """

    kind = Code("H012", "author-differs", Severity.INFO)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each author who points elsewhere than every sender."""
        senders = {e.get("ref") for a in actions(document, "sent") for e in a.iter(T + "persName")} - {None}
        for e in (e for author in document.each("author") for e in author.iter(T + "persName")):
            if senders and e.get("ref") and e.get("ref") not in senders:
                yield self.at(
                    document, e, f"The author, “{said(e)}”, is not the sender.", "See who signed; who drafted goes into the source's respStmt."
                )


part = AuthorDiffers()
