"""Numbers of notes."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand
from tei_cable.tei.blocks import footnote


class NoteN(Demand):
    """A footnote has no `@n`.

    Why: the tool shows @n, or else numbers by itself: the reader does not find the printed number.

    Wrong:

        <p>They met<note place="foot">On 5 May.</note>.</p>

    Right:

        <p>They met<note place="foot" n="2">On 5 May.</note>.</p>
    """

    kind = Code("I030", "note-to-be-renumbered", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"ceteicean", "evt3", "tei-publisher"})
    mended = True
    message = "Notes without @n"
    hint = "Give each its printed number."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Footnotes without n."""
        return (e for e in document.named("note") if footnote(e) and not e.get("n"))


part = NoteN()
