"""Printed numbers of notes."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand


class NoteNumber(Demand):
    """An endnote's printed number is not its place in the order of the endnotes.

    Why: CETEIcean counts endnotes from 1, and does not read @n.

    Wrong:

        <p>They met<note place="end" n="7">On 5 May.</note>.</p>

    Right:

        <p>They met<note place="end" n="1">On 5 May.</note>.</p>
    """

    kind = Code("I033", "note-numbered-anew", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"ceteicean"})
    mended = True
    message = "Endnotes that get another number"
    hint = "Make lists of them, or write a behaviour for tei-note."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Endnotes with another number."""
        ends = (e for e in document.named("note") if e.get("place") == "end")
        return (e for n, e in enumerate(ends, 1) if e.get("n", str(n)) != str(n))


part = NoteNumber()
