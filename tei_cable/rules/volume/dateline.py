"""Documents without dateline."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.rules.volume._documents import documents
from tei_cable.tei.names import T


class DatelineMissing(Rule):
    """A telegram has no dateline.

    Why: place and date of sending stand there; the series prints one with every telegram.

    Wrong:

        <div type="telegram" n="12"><head>12. Telegram</head><p>We met.</p></div>

    Right:

        <div type="telegram" n="12"><head>12. Telegram</head>
        <opener><dateline>Paris, <date when="1962-11-02">November 2, 1962</date>.</dateline></opener><p>We met.</p></div>
    """

    kind = Code("C006", "dateline-missing", Severity.WARNING)
    since = "0.1.0"
    optional = True

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each document with paragraphs."""
        for unit in documents(document):
            if unit.find(f".//{T}p") is not None and next(unit.iter(T + "dateline"), None) is None:
                yield self.at(
                    document, unit, "The document has no dateline.", "Add opener/dateline, with words in brackets when the source has none."
                )


part = DatelineMissing()
