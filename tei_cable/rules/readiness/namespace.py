"""The namespace of TEI."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand
from tei_cable.tei.names import T


class Namespace(Demand):
    """The root element is called TEI and is not in the namespace of TEI P5.

    Why: these tools look for elements of the namespace, and find none.

    Wrong:

        <TEI><text><body><div><p>They met.</p></div></body></text></TEI>

    Right:

        <TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div><p>They met.</p></div></body></text></TEI>
    """

    kind = Code("I002", "tei-without-namespace", Severity.ERROR)
    since = "0.1.0"
    tools = frozenset({"ceteicean", "correspsearch", "evt2", "evt3", "frus", "leaf-writer", "tei-publisher"})
    message = "The root element is not in the namespace http://www.tei-c.org/ns/1.0."
    hint = "Add it: xmlns on the root is enough, if nothing else is declared."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """The root."""
        name = etree.QName(document.tree)
        if name.localname in ("TEI", "teiCorpus") and f"{{{name.namespace}}}" != T:
            yield document.tree


part = Namespace()
