"""Elements of other namespaces."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand
from tei_cable.tei.names import T


class Foreign(Demand):
    """The text holds elements of another namespace.

    Why: the namespaces are stripped on import, and the elements are then taken for ones of TEI.

    Wrong:

        <p>They met in <f:map xmlns:f="urn:x">Paris</f:map>.</p>

    Right:

        <p>They met in <placeName>Paris</placeName>.</p>
    """

    kind = Code("I008", "foreign-namespace", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"teitok"})
    mended = True
    message = "Elements of other namespaces in the text"
    hint = "Say it in TEI, or take them out."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Elements that are not of TEI."""
        return (e for t in document.each("text") for e in t.iter(etree.Element) if not str(e.tag).startswith(T))


part = Foreign()
