"""Brackets that a name has no use for."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import content, said
from tei_cable.text.regex import regex

_WHOLE = regex(r"\[[^\[\]]*\]|\([^()]*\)")


class Brackets(Rule):
    """A bracket stands inside a name that belongs outside: round the whole of it, or only one of the two.

    Why: the bracket is the editor's, and not a part of the name.

    Wrong:

        <p>The Ambassador <persName>(Harkins)</persName> agreed.</p>

        <p>The Ambassador <persName>[Paul Harkins</persName>] agreed.</p>

    Right:

        <p>The Ambassador (<persName>Harkins</persName>) and <persName>[Dean] Rusk</persName> agreed.</p>
    """

    kind = Code("P012", "bracket-in-name", Severity.INFO)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each name."""
        for e in document.named("persName", "placeName", "orgName"):
            text = content(e)
            if "[" in text or "(" in text or "]" in text or ")" in text:
                words = said(e)
                if _WHOLE.fullmatch(words) or words.count("[") != words.count("]") or words.count("(") != words.count(")"):
                    yield self.at(
                        document, e, f"The name “{words}” has a bracket in it that belongs outside.", "Move the tag to the other side of the bracket."
                    )


part = Brackets()
