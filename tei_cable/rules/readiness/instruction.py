"""Processing instructions."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand


class Instruction(Demand):
    """A processing instruction stands before the root element.

    Why: the files of the series begin with the root; which schema holds is known without xml-model.

    Wrong:

        <?xml-model href="tei_all.rng"?>
        <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
        <titleStmt><title>Telegram 5</title></titleStmt></fileDesc></teiHeader>
        <text><body><div><p>They met.</p></div></body></text></TEI>

    Right:

        <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
        <titleStmt><title>Telegram 5</title></titleStmt></fileDesc></teiHeader>
        <text><body><div><p>They met.</p></div></body></text></TEI>
    """

    kind = Code("I006", "instruction-before-root", Severity.ERROR)
    since = "0.1.0"
    tools = frozenset({"frus"})
    mended = True
    message = "A processing instruction stands before the root element."
    hint = "Take it away."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """The root."""
        if next(document.tree.itersiblings(etree.ProcessingInstruction, preceding=True), None) is not None:
            yield document.tree


part = Instruction()
