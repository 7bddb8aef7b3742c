"""Documents from nowhere."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import content


class SourceMissing(Rule):
    """The header does not say what the text was made from.

    Why: nobody can check the text against its source, or cite the source.

    Wrong:

        <teiHeader><fileDesc><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>

    Right:

        <teiHeader><fileDesc><sourceDesc><bibl>Northfield Archive, box 12, no. 3.</bibl></sourceDesc></fileDesc></teiHeader>
    """

    kind = Code("H008", "source-missing", Severity.WARNING)
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """At most one finding for each header."""
        for e in document.each("sourceDesc"):
            if not content(e).strip() and not any(x.get("target") or x.get("corresp") for x in e.iter(etree.Element)):
                yield self.at(
                    document,
                    e,
                    "The description of the source is empty.",
                    "Name the archive or edition, with what it takes to find the document there.",
                )


part = SourceMissing()
