"""Punctuation at the edges of names."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import content

_PUNCTUATION = frozenset(",;:!?")


class Edges(Rule):
    """A name begins or ends with a blank or a punctuation mark.

    Why: the mark belongs to the sentence. Names are compared by their words, and “Rusk,” is not “Rusk”.

    Wrong:

        <p><persName>Rusk,</persName> then Secretary of State, agreed.</p>

        <p>They met <persName>Rusk </persName>in Paris.</p>

    Right:

        <p><persName>Rusk</persName>, then Secretary of State, and <persName>John Doe, Jr.</persName> agreed.</p>
    """

    kind = Code("P014", "punctuation-at-name", Severity.INFO)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each name; a line's end is layout of the file."""
        for e in document.named("persName", "placeName", "orgName"):
            words = content(e)
            if words and words.strip() and (words[0] in _PUNCTUATION or words[-1] in _PUNCTUATION or " " in (words[0], words[-1])):
                name = " ".join(words.split())
                fault = "a punctuation mark" if name[0] in _PUNCTUATION or name[-1] in _PUNCTUATION else "a blank"
                yield self.at(document, e, f"The name “{name}” has {fault} at its edge.", "Leave it outside of the name.")


part = Edges()
