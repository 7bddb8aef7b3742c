"""Notes that nothing in the text leads to."""

from collections.abc import Iterator

from tei_cable.model import Diagnostic
from tei_cable.rules import Document, Rule
from tei_cable.rules.notes._numbers import placed_at_end
from tei_cable.tei.names import XML
from tei_cable.text.findings import UNPLACED


class Unplaced(Rule):
    """A note stands at the end, and nothing in the text points to it.

    Why: readers of the text never see it, and readers of the note do not know what it is about.

    Wrong:

        <text><body><p>They met and agreed.</p></body><back><div type="notes"><note n="1" xml:id="fn1">On 5 May.</note></div></back></text>

    Right:

        <text><body><p>They met<note n="1" xml:id="fn1">On 5 May.</note> and agreed.</p></body></text>

        <text><body><p>They met<ref target="#fn1">1</ref>.</p></body><back>
        <div type="notes"><note n="1" xml:id="fn1">On 5 May.</note></div></back></text>
    """

    kind = UNPLACED
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each numbered note in the back matter."""
        notes = [e for e in document.named("note") if e.get("n") and placed_at_end(e)]
        if not notes:
            return
        pointed = {p[1:] for e in document.each("ref", "ptr", "anchor", "hi", "seg") for a in ("target", "corresp") for p in e.get(a, "").split()}
        for e in notes:
            if not e.get("target") and not e.get("corresp") and e.get(f"{XML}id") not in pointed:
                message = f"Note {e.get('n')} stands at the end, and no place in the text is known for it."
                yield self.at(document, e, message, "Find its marker in the print or scan and move the note there.")


part = Unplaced()
