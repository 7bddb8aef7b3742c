"""Gaps without a reason."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import content


class GapUnexplained(Rule):
    """A gap does not say why something is missing.

    Why: readers must know whether it was illegible, not declassified, or left out by the editor.

    Wrong:

        <p>We met <gap extent="1 line"/> and agreed.</p>

    Right:

        <p>We met <gap reason="illegible" extent="1 line"/> and <gap><desc>one word torn off</desc></gap> agreed.</p>
    """

    kind = Code("T041", "gap-without-reason", Severity.INFO)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each gap."""
        for e in document.named("gap"):
            told = e.get("reason") or any(content(x).strip() for x in e)
            parent = e.getparent()
            if not told and not (parent is not None and content(parent).strip() and parent.get("type") == "gap"):
                yield self.at(document, e, "A gap has no reason.", "Add @reason: illegible, notDeclassified, omitted, lost in transmission …")


part = GapUnexplained()
