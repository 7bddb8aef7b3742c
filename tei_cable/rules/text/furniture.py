"""Page headings in the middle of the text."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.text.regex import regex

_HEADING = regex(r"\bPAGE 0\d\s+[A-Z][A-Z .]{1,12}\s+\d{4,6}\b")


class Furniture(Rule):
    """A teletype's page heading stands among the words of a paragraph.

    Why: it cuts the sentence for readers and for every search; `fw` keeps it and takes it out of the way.

    Wrong:

        <p>I SAID THAT I PAGE 02 BRIDGE 00714 01 OF 02 061412Z WOULD ASK.</p>

        <p>He came in when<fw type="class">SECRET</fw> SECRET PAGE 02 PARIS 00714 we left.</p>

    Right:

        <p>I SAID THAT I <fw type="header">PAGE 02 BRIDGE 00714 01 OF 02 061412Z</fw> WOULD ASK. SEE PAGE 2 OF PARIS 714.</p>
    """

    kind = Code("T044", "furniture-in-text", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each heading."""
        for block in document.blocks:
            if "PAGE 0" in block.words:
                for m in _HEADING.finditer(block.words):
                    yield self.at(document, block.element, f"“{' '.join(m[0].split())}” is the heading of a page.", "Mark it as fw type=“header”.")


part = Furniture()
