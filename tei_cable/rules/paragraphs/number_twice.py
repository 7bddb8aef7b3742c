"""Two paragraphs of one number."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.rules.paragraphs._series import odd


class NumberTwice(Rule):
    """Two paragraphs one after the other have the same number.

    Why: a number was misread, or the telegram errs; replies that cite the paragraph then may mean either.

    Wrong:

        <p n="1"><label>1.</label> We met.</p> <p n="1"><label>1.</label> We agreed.</p>

    Right:

        <p n="1"><label>1.</label> We met.</p> <p n="2"><label>2.</label> We agreed.</p>
    """

    kind = Code("B003", "paragraph-number-twice", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each second one."""
        for p in odd(document, "twice"):
            yield self.at(
                document, p.element, f"A second paragraph has the number {p.n}.", "Compare with the source; if the telegram errs, say so in a note."
            )


part = NumberTwice()
