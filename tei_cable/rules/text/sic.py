"""Errors that are marked and not explained."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import said
from tei_cable.tei.names import T


class SicUnexplained(Rule):
    """A `sic` stands alone: no correction, and no note behind it.

    Why: readers see that something is odd, and not what it should be.

    Wrong:

        <p>We met in <sic>Pairs</sic>.</p>

    Right:

        <p>We met in <choice><sic>Pairs</sic><corr>Paris</corr></choice> and <sic>Viena</sic><note n="1">Read: Vienna.</note>.</p>
    """

    kind = Code("T043", "sic-unexplained", Severity.INFO)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each."""
        for e in document.named("sic"):
            parent, after = e.getparent(), e.getnext()
            explained = e.get("corr") or e.get("ana") or (after is not None and after.tag == T + "note" and not (e.tail or "").strip(" ,.;"))
            if not explained and (parent is None or parent.tag != T + "choice"):
                yield self.at(document, e, f"“{said(e)}” is marked sic, and nothing says what is meant.", "Add choice with corr, or a note.")


part = SicUnexplained()
