"""Headings without the document's number."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import said
from tei_cable.tei.names import T


class HeadingNumber(Rule):
    """The heading does not begin with the document's number.

    Why: the series prints it there, and cites by it.

    Wrong:

        <div type="document" n="12"><head>Telegram From the Embassy in France</head><p>We met.</p></div>

    Right:

        <div type="document" n="12"><head>12. Telegram From the Embassy in France</head><p>We met.</p></div>
    """

    kind = Code("C010", "heading-without-number", Severity.INFO)
    since = "0.1.0"
    optional = True

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each document of a volume."""
        for e in document.named("div"):
            head = e.find(T + "head")
            if e.get("type") == "document" and e.get("n") and head is not None and not said(head).lstrip("[").startswith(f"{e.get('n')}."):
                yield self.at(
                    document, head, f"The heading “{' '.join(said(head).split()[:5])}” does not begin with “{e.get('n')}.”.", "Add the number."
                )


part = HeadingNumber()
