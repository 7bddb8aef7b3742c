"""The schema that a file names."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand
from tei_cable.text.regex import regex

# As the templates of LEAF-Writer and CWRC-Writer name them (github.com/LEAF-VRE/LEAF-Writer-samples-and-templates, github.com/cwrc), November 2026.
_KNOWN = regex(r"(?s)xml-model.*/(?:tei_all|orlando\w*|cwrc_\w+)\.rng")


class SchemaNamed(Demand):
    """No xml-model names a schema that the editor brings.

    Why: LEAF-Writer opens a document by the schema that it names; for another it asks for the addresses of a schema and a style sheet first.

    Wrong:

        <?xml-model href="house.rng"?>
        <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
        <titleStmt><title>Telegram 5</title></titleStmt></fileDesc></teiHeader>
        <text><body><div><p>They met.</p></div></body></text></TEI>

    Right:

        <?xml-model href="https://www.tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng"?>
        <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
        <titleStmt><title>Telegram 5</title></titleStmt></fileDesc></teiHeader>
        <text><body><div><p>They met.</p></div></body></text></TEI>
    """

    kind = Code("I007", "no-schema-that-opens", Severity.ERROR)
    since = "0.1.0"
    tools = frozenset({"leaf-writer"})
    mended = True
    message = "No xml-model names a schema that LEAF-Writer brings, such as tei_all."
    hint = "Name tei_all if the file is valid by it, or tell LEAF-Writer of your schema."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """The root."""
        models = (str(pi) for pi in document.tree.itersiblings(etree.ProcessingInstruction, preceding=True))
        if not any(_KNOWN.search(model) for model in models):
            yield document.tree


part = SchemaNamed()
