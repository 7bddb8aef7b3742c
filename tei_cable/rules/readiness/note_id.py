"""Ids of notes."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand
from tei_cable.tei.blocks import footnote
from tei_cable.tei.names import XML, T


class NoteId(Demand):
    """A note's id is not made of its document's id, `fn` and a number.

    Why: the series' pages and links go by such ids: d5fn2 is the second note of document 5.

    Wrong:

        <text><body><div type="document" xml:id="d5" n="5"><p>They met<note n="2" xml:id="fn2">On 5 May.</note>.</p></div></body></text>

    Right:

        <text><body><div type="document" xml:id="d5" n="5"><p>They met<note n="2" xml:id="d5fn2">On 5 May.</note>.</p></div></body></text>
    """

    kind = Code("I036", "note-id-not-of-the-document", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"frus"})
    mended = True
    message = "Notes whose id is not that of their document and a number"
    hint = "Name them d5fn2, for note 2 of document d5."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Notes with another id."""
        for e in document.named("note"):
            division = next((a for a in e.iterancestors(f"{T}div") if a.get("type") == "document"), None)
            if footnote(e) and division is not None and not e.get(f"{XML}id", "").startswith(f"{division.get(f'{XML}id')}fn"):
                yield e


part = NoteId()
