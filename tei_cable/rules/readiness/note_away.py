"""Notes kept apart."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand
from tei_cable.tei.names import XML, T

_BLOCKS = frozenset(T + name for name in ("p", "ab", "head", "l", "cell", "dateline", "salute", "signed", "opener", "closer", "seg"))


class NoteAway(Demand):
    """A note stands apart, and a pointer where it belongs.

    Why: these tools take the place of a note to be where the element stands: they show a second marker there, and the pointer as a link.

    Wrong:

        <text><body><div><p>They met<ref target="#n2">2</ref>.</p></div></body>
        <back><div type="notes"><note place="foot" n="2" xml:id="n2">On 5 May.</note></div></back></text>

    Right:

        <p>They met<note place="foot" n="2" xml:id="n2">On 5 May.</note>.</p>
    """

    kind = Code("I034", "note-away-from-its-place", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"ceteicean", "evt2", "evt3", "frus", "tei-publisher"})
    mended = True
    message = "Notes that stand away from their places"
    hint = "Put each where its pointer stands."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Notes that a pointer places."""
        targets = {e.get("target", "")[1:] for e in document.named("ref", "ptr")}
        # a pointer at a note that stands in a paragraph is a cross-reference
        return (e for e in document.named("note") if e.get(f"{XML}id", "") in targets and not _BLOCKS.intersection(a.tag for a in e.iterancestors()))


part = NoteAway()
