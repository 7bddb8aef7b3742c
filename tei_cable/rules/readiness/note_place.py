"""Places of notes."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand


class NotePlace(Demand):
    """A note has no `@place`.

    Why: TEI Publisher shows a note below the text or beside it by its @place; one without stands in the line.

    Wrong:

        <p>They met<note n="2">On 5 May.</note>.</p>

    Right:

        <p>They met<note place="foot" n="2">On 5 May.</note>.</p>
    """

    kind = Code("I031", "note-without-place", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"tei-publisher"})
    mended = True
    message = "Notes without @place"
    hint = "Add place=“foot”, or where else they stand."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Notes without place."""
        return (e for e in document.named("note") if not e.get("place"))


part = NotePlace()
