"""Names with nothing in them."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import content
from tei_cable.tei.names import T

_CONTENT = tuple(T + name for name in ("gap", "space", "graphic"))


class WithoutWords(Rule):
    """A name in the text has no words.

    Why: it is a leftover of some editing; indexes show an entry that leads to nothing.

    Wrong:

        <p>They met <persName ref="https://example.org/rusk"/> in Paris.</p>

    Right:

        <p>They met <persName ref="https://example.org/rusk">Mr. Rusk</persName> and <persName><gap reason="illegible"/></persName>.</p>
    """

    kind = Code("P009", "name-without-words", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each name."""
        for e in document.named("persName", "placeName", "orgName", "roleName", "name", "term", "rs"):
            if not e.text and not content(e).strip() and next(e.iter(*_CONTENT), None) is None:
                yield self.at(document, e, "A name has no words.", "Take the tags away, or put them round the name.")


part = WithoutWords()
