"""Documents out of their order."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule


class DocumentsInOrder(Rule):
    """The numbers of a volume's documents are not consecutive.

    Why: documents are cited by number; a gap or a number that comes twice means that one was lost or misnumbered.

    Wrong:

        <div type="document" n="12"><p>We met.</p></div> <div type="document" n="14"><p>We agreed.</p></div>

    Right:

        <div type="document" n="12"><p>We met.</p></div> <div type="document" n="13"><p>We agreed.</p></div>
    """

    kind = Code("C005", "documents-not-consecutive", Severity.WARNING)
    since = "0.1.0"
    optional = True
    tools = frozenset({"frus"})

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each document whose number is not the next."""
        last = 0
        for e in document.units:
            n = e.get("n", "")
            if e.get("type") == "document" and n.isascii() and n.isdecimal():
                if last and int(n) != last + 1:
                    yield self.at(document, e, f"Document {n} follows {last}.", "Look for what is between, or mend the number.")
                last = int(n)


part = DocumentsInOrder()
