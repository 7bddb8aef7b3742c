"""Notes that stand where they do by inference."""

from collections.abc import Iterator

from tei_cable.model import Diagnostic
from tei_cable.rules import Document, Rule
from tei_cable.text.findings import LOST


class LostMarker(Rule):
    """A note's place was inferred, since its marker is lost.

    Why: the note may belong to another sentence. Whoever has the print or the scan can settle it in a moment; then `@cert` and `@resp` go.

    Wrong:

        <p>They met<note n="1" place="foot" cert="medium" resp="#tei-cable">On 5 May.</note> and agreed.</p>

    Right:

        <p>They met<note n="1" place="foot">On 5 May.</note> and agreed.</p>
    """

    kind = LOST
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each note that is numbered and less than certain."""
        for e in document.named("note"):
            if e.get("n") and e.get("cert", "high") not in ("high", ""):
                message = f"The marker of note {e.get('n')} is lost, and its place is a guess ({e.get('cert')})."
                yield self.at(document, e, message, "Compare with the print or scan; put the note in its place and take @cert away.")


part = LostMarker()
