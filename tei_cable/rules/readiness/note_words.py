"""Words of notes."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand
from tei_cable.tei.blocks import footnote


class NoteWords(Demand):
    """Footnotes stand in the text.

    Why: all of `text` is counted: the editors' words are taken for those of the telegram.

    Wrong:

        <p>They met<note place="foot" n="2">On 5 May.</note>.</p>

    Right:

        <p>They met.</p>
    """

    kind = Code("I035", "notes-counted-as-text", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"teitok", "voyant"})
    mended = True
    message = "Notes whose words are counted as the text's"
    hint = "Take them out, or keep them in standOff."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Footnotes."""
        return (e for e in document.named("note") if footnote(e))


part = NoteWords()
