"""Names in two pieces."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import said


class SplitName(Rule):
    """Two names of the same person, place or body stand side by side with nothing but a blank between them.

    Why: one name was tagged in two pieces, so that it counts twice, or words were copied twice.

    Wrong:

        <p><persName ref="https://example.org/rusk">Dean</persName> <persName ref="https://example.org/rusk">Rusk</persName> agreed.</p>

    Right:

        <p><persName ref="https://example.org/rusk">Dean Rusk</persName> agreed.</p>
    """

    kind = Code("P013", "name-split", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each pair, at the second."""
        for e in document.named("persName", "placeName", "orgName"):
            before = e.getprevious()
            if (
                before is not None
                and before.tag == e.tag
                and not (before.tail or "").strip()
                and before.get("ref")
                and before.get("ref") == e.get("ref")
            ):
                yield self.at(
                    document, e, f"“{said(before)}” and “{said(e)}” are one after the other, and point to the same entry.", "Make them one name."
                )


part = SplitName()
