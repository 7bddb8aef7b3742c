"""Divisions without a heading."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.names import T


class WithoutHeading(Rule):
    """A division of a volume has no heading.

    Why: the table of contents is made of the headings; what has none is not in it.

    Wrong:

        <div type="chapter"><div type="document" n="1"><head>1. Telegram</head><p>We met.</p></div></div>

    Right:

        <div type="chapter"><head>Cuba</head><div type="document" n="1"><head>1. Telegram</head><p>We met.</p></div></div>
    """

    kind = Code("C017", "division-without-heading", Severity.WARNING)
    since = "0.1.0"
    optional = True
    tools = frozenset({"frus"})

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each division that has a type."""
        for e in document.named("div"):
            if e.get("type") and e.find(T + "head") is None:
                yield self.at(document, e, f"A {e.get('type')} has no heading.", "Add head, with the words of the print or of the table of contents.")


part = WithoutHeading()
