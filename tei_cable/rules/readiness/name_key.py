"""How names point, for TEI Publisher."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import NAMES, Demand, pointing


class NameKey(Demand):
    """A name points, and not by `@key`.

    Why: the annotation editor and the registers of TEI Publisher go by @key; other pointers stay in the file and do nothing.

    Wrong:

        <p><persName ref="#rusk">Mr. Rusk</persName> agreed.</p>

    Right:

        <p><persName key="rusk">Mr. Rusk</persName> agreed.</p>
    """

    kind = Code("I017", "name-without-key", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"tei-publisher"})
    mended = True
    message = "Names that point otherwise than by @key"
    hint = "Give them @key with the id in the register."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Names without key."""
        return (e for e in pointing(document, *NAMES, "term") if not e.get("key"))


part = NameKey()
