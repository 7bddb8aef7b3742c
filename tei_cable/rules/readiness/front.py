"""Front matter."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand
from tei_cable.tei.blocks import content


class Front(Demand):
    """The text has a `front` that is not of the type document_front.

    Why: EVT 3 hides it.

    Wrong:

        <text><front><div><p>Preface.</p></div></front><body><div><p>They met.</p></div></body></text>

    Right:

        <text><body><div><p>They met.</p></div></body></text>
    """

    kind = Code("I058", "front-not-shown", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"evt3"})
    mended = True
    message = "The front matter is not shown."
    hint = "Give it type=“document_front”."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Each front."""
        return (e for e in document.named("front") if e.get("type") != "document_front" and content(e).strip())


part = Front()
