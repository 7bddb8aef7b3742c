"""Paragraphs with nothing in them."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import content
from tei_cable.tei.names import T

_CONTENT = tuple(
    T + name for name in ("gap", "graphic", "figure", "pb", "table", "list", "note", "ptr", "space", "formula", "media", "milestone", "cb", "fw")
)


class Empty(Rule):
    """A paragraph has no words.

    Why: a blank line of the source became a paragraph, or its text was lost.

    Wrong:

        <p>We met.</p> <p> </p> <p>We agreed.</p>

    Right:

        <p>We met.</p> <p><gap reason="illegible"/></p> <p>We agreed.</p>
    """

    kind = Code("B006", "empty-paragraph", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each paragraph, heading and item of a list."""
        for e in document.named("p", "head", "item", "ab"):
            if not (e.text or "").strip() and not content(e).strip() and next(e.iter(*_CONTENT), None) is None:
                yield self.at(
                    document,
                    e,
                    "A paragraph has no words." if e.tag == T + "p" else "A heading or item has no words.",
                    "Take it away, or restore its text.",
                )


part = Empty()
