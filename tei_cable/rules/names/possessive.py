"""Possessive endings inside names."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import said

_ENDINGS = ("'s", "’s", "'S", "’S", "s'", "s’")


class Possessive(Rule):
    """A possessive ending stands inside a name.

    Why: indexes and searches by name then hold “Rusk's” beside “Rusk”.

    Wrong:

        <p><persName>Rusk’s</persName> letter came.</p>

    Right:

        <p><persName>Rusk</persName>’s letter came to <orgName>Lloyd’s</orgName>.</p>
    """

    kind = Code("P011", "possessive-in-name", Severity.INFO)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each name of a person or place; bodies are called so (Lloyd's)."""
        for e in document.named("persName", "placeName"):
            if not e.tail or not e.tail[0].isalpha():
                words = said(e)
                if words.endswith(_ENDINGS):
                    yield self.at(document, e, f"“{words}” has a possessive ending inside the name.", "End the name before it.")


part = Possessive()
