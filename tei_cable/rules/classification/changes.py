"""Classifications that change on the way."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.rules.classification._words import own, stated


class Changes(Rule):
    """A page repeats another classification than the telegram has.

    Why: a page of another telegram came in between, or the line was misread.

    Wrong:

        <opener><seg type="class">SECRET</seg></opener> <p>We met <fw type="class">CONFIDENTIAL</fw> and agreed.</p>

    Right:

        <opener><seg type="class">SECRET</seg></opener> <p>We met <fw type="class">SECRET</fw> and agreed.</p>
    """

    kind = Code("H021", "classification-changes", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each such line."""
        if len(document.units) > 1:
            return
        lines = own(document)
        told = {c for _, found in lines for c in found}
        for e, found in stated(document, "fw", "class"):
            if told and told.isdisjoint(found):
                yield self.at(
                    document, e, f"The page says “{found[0]}”, and the telegram is “{min(told)}”.", "See whether the page belongs to this telegram."
                )


part = Changes()
