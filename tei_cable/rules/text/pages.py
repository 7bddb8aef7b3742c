"""Pages out of their order."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.names import T


class PagesOutOfOrder(Rule):
    """The number of a page is not higher than that of the page before.

    Why: a page was misread or came in at the wrong place; citations by page lead astray.

    Wrong:

        <p>We met<pb n="12"/> in Paris<pb n="11"/> and agreed.</p>

    Right:

        <p><pb n="iv"/>We met<pb n="12"/> in Paris<pb n="13"/> and agreed.</p>

        <p>We met<pb n="12" ed="A"/> in Paris<pb n="3" ed="B"/>.</p>
    """

    kind = Code("T040", "pages-out-of-order", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each page break that does not go up; each edition counts for itself."""
        for unit in document.units:
            last: dict[str, int] = {}
            for e in unit.iter(T + "pb"):
                n, edition = e.get("n", "").strip("[]() "), e.get("ed", "")
                if n.isascii() and n.isdecimal() and len(n) < 7:
                    if int(n) <= last.get(edition, 0):
                        yield self.at(document, e, f"Page {n} comes after page {last[edition]}.", "Compare the order of the pages with the source.")
                    last[edition] = int(n)


part = PagesOutOfOrder()
