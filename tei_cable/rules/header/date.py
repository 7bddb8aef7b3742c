"""Telegrams of no day."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.rules.header._parties import actions, correspondence
from tei_cable.tei.names import T
from tei_cable.text.dates import DATING


class DateMissing(Rule):
    """The header gives no date on which the text was written or sent.

    Why: nothing that is sorted by date, and no completion of dates in the text (“your telegram of 3 May”), can do without it.

    Wrong:

        <teiHeader><profileDesc><creation/></profileDesc></teiHeader>
        <text><body><div type="telegram"><p>We met.</p></div></body></text>

    Right:

        <teiHeader><profileDesc><creation><date when="1962-11-02">2 November 1962</date></creation></profileDesc></teiHeader>
        <text><body><div type="telegram"><p>We met.</p></div></body></text>
    """

    kind = Code("H004", "date-missing", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """At most one finding."""
        place = correspondence(document)
        if place is None:
            return
        dates = [d for e in (*document.each("creation"), *actions(document, "sent")) for d in e.iter(T + "date")]
        if not any(d.get(a) for d in dates for a in DATING):
            yield self.at(
                document,
                place,
                "The header gives no date of writing or sending.",
                "Add it to creation; an estimate with notBefore and notAfter is better than none.",
            )


part = DateMissing()
