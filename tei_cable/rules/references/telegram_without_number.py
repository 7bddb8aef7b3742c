"""References to telegrams that do not say to which."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import said
from tei_cable.tei.edits import attribute, fix
from tei_cable.text.regex import regex

_NUMBER = regex(r"\d{2,6}(?:[-\u2013]\d{2,6})?")


class WithoutNumber(Rule):
    """A reference to a telegram has no number and no target, though its words have one.

    Why: who answers whom cannot be told, and no link be made.

    Wrong:

        <p>Your <ref type="telegram">telegram 6106</ref> arrived.</p>

    Right:

        <p>Your <ref type="telegram" n="6106">telegram 6106</ref> and <ref type="telegram">last telegram</ref> arrived.</p>
    """

    kind = Code("R005", "telegram-without-number", Severity.INFO)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each reference."""
        for e in document.each("ref"):
            if e.get("type") == "telegram" and not e.get("n") and not e.get("target") and (m := _NUMBER.search(words := said(e))):
                tag = document.tag(e)
                edit = attribute(document.data, tag, "n", m[0]) if tag else None
                yield self.at(document, e, f"“{words}” has no number in @n.", f"Write n=“{m[0]}”.", fix(edit))


part = WithoutNumber()
