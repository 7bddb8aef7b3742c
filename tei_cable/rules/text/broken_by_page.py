"""Words cut by a page break."""

from collections.abc import Iterator

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import before
from tei_cable.tei.edits import attribute, fix


class BrokenByPage(Rule):
    """A page break stands inside a word, and does not say so.

    Why: programs take the two halves for two words; `break="no"` joins them.

    Wrong:

        <p>We met in Pa<pb n="12"/>ris.</p>

    Right:

        <p>We met in Pa<pb n="12" break="no"/>ris, <pb n="13"/>and agreed<pb n="14"/> there.</p>
    """

    kind = Code("T045", "word-cut-by-page", Severity.INFO)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each page, column or line break with letters directly at both sides; the fix adds the attribute."""
        for e in document.named("pb", "cb", "lb"):
            words = before(e)
            if e.get("break") is None and words[-1:].isalpha() and (e.tail or "")[:1].islower():
                tag = document.tag(e)
                edit = attribute(document.data, tag, "break", "no") if tag else None
                word = f"{words.split()[-1]}{(e.tail or '').split()[0]}"
                yield self.at(document, e, f"The break stands inside “{word}”.", "Add break=“no”, or the blank that is missing.", fix(edit))


part = BrokenByPage()
