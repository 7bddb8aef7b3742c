"""What a file begins with."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand


class Root(Demand):
    """The root element is neither TEI nor teiCorpus.

    Why: tools open files, not parts of files: a div or a text alone has no header, and no tool knows what it is.

    Wrong:

        <?xml version="1.0"?>
        <div xmlns="http://www.tei-c.org/ns/1.0" type="document" n="5"><p>They met.</p></div>

    Right:

        <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
        <titleStmt><title>Telegram 5</title></titleStmt></fileDesc></teiHeader>
        <text><body><div><p>They met.</p></div></body></text></TEI>
    """

    kind = Code("I001", "root-not-tei", Severity.ERROR)
    since = "0.1.0"
    tools = frozenset({"ceteicean", "correspsearch", "evt2", "evt3", "frus", "leaf-writer", "tei-publisher", "teitok", "voyant"})
    mended = True
    message = "The root element is neither TEI nor teiCorpus."
    hint = "Put it into a TEI with a teiHeader."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """The root."""
        if etree.QName(document.tree).localname not in ("TEI", "teiCorpus"):
            yield document.tree


part = Root()
