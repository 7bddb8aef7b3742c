"""A gap in the numbers of the paragraphs."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.rules.paragraphs._series import odd


class NumberMissing(Rule):
    """The numbers of the paragraphs leave one out.

    Why: a paragraph was lost, its number was not recognised at the head of its paragraph, or the source itself jumps.

    Wrong:

        <p n="1"><label>1.</label> We met.</p> <p n="3"><label>3.</label> We agreed.</p>

    Right:

        <p n="2"><label>2.</label> An extract may begin with any number.</p> <p n="3"><label>3.</label> We agreed.</p>

        <p n="1"><label>1.</label> Two points:</p> <p n="1"><label>(1)</label> one</p>
        <p n="2"><label>(2)</label> two</p> <p n="2"><label>2.</label> End.</p>
    """

    kind = Code("B002", "paragraph-number-missing", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each gap, at the paragraph behind it."""
        for p in odd(document, "missing"):
            left_out = str(p.last + 1) if p.n == p.last + 2 else f"{p.last + 1} to {p.n - 1}"
            yield self.at(document, p.element, f"Paragraph {p.n} follows {p.last}; {left_out} is not there.", "Look in the source for it.")


part = NumberMissing()
