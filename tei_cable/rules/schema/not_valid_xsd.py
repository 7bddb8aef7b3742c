"""Validity against our XML Schema."""

from collections.abc import Iterator

from tei_cable.model import Diagnostic
from tei_cable.rules import Document, Rule
from tei_cable.rules.schema.engines import engines
from tei_cable.rules.schema.xsd import NOT_VALID_XSD


class NotValidXsd(Rule):
    """The document is not valid against an XML Schema.

    Why: some editors and archives read no other schema. Our `cable.xsd` accepts all that `cable.rng` accepts, so a document of ours that fails it
    fails there too.

    Wrong:

        <note n="1" xml:id="fn1">One.</note> <note n="2" xml:id="fn1">Two.</note>

    Right:

        <note n="1" xml:id="fn1">One.</note> <note n="2" xml:id="fn2">Two.</note>
    """

    kind = NOT_VALID_XSD
    since = "0.1.0"
    optional = True

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """Each fault once, at the element where it lies."""
        return engines("cable.xsd")[0](document)


part = NotValidXsd()
