"""Notes in brackets."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand


class NoteInLine(Demand):
    """A note is not at the end of the text.

    Why: CETEIcean makes endnotes of place="end" alone; all others stand in round brackets in the line, without their numbers.

    Wrong:

        <p>They met<note place="foot" n="2">On 5 May.</note>.</p>

    Right:

        <p>They met<ref target="#fn2">2</ref>.</p><list><item xml:id="fn2">On 5 May.</item></list>
    """

    kind = Code("I032", "note-shown-in-the-line", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"ceteicean"})
    mended = True
    message = "Notes that are shown in brackets in the line"
    hint = "Make lists of them, or write a behaviour for tei-note."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Notes elsewhere."""
        return (e for e in document.named("note") if e.get("place") != "end")


part = NoteInLine()
