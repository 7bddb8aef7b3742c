"""Names of several."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import NAMES, Demand


class Several(Demand):
    """A name points at more than one entry.

    Why: the tool takes the value as one id, which there is not.

    Wrong:

        <p><persName ref="#nhu #diem">the brothers</persName> left.</p>

    Right:

        <p>the brothers left.</p>
    """

    kind = Code("I024", "name-points-twice", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"evt2", "evt3", "leaf-writer"})
    mended = True
    message = "Names that point at several entries"
    hint = "Tag each by itself."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Names with several targets."""
        return (e for e in document.named(*NAMES) if " " in e.get("ref", "").strip())


part = Several()
