"""How names point, for LEAF-Writer."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import NAMES, Demand, pointing


class NameAddress(Demand):
    """A name points at an entry of the file and at no authority file.

    Why: LEAF-Writer shows what an address leads to (VIAF, Wikidata, GeoNames …); an id of the file it keeps, and shows nothing.

    Wrong:

        <p><persName ref="#rusk">Mr. Rusk</persName> agreed.</p>

    Right:

        <p><persName ref="http://viaf.org/viaf/64802103" key="Dean Rusk">Mr. Rusk</persName> agreed.</p>
    """

    kind = Code("I019", "name-without-address", Severity.INFO)
    since = "0.1.0"
    tools = frozenset({"leaf-writer"})
    message = "Names without an address of an authority file"
    hint = "Look them up there, or give the entry an idno."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Names without address."""
        return (e for e in pointing(document, *NAMES) if "://" not in e.get("ref", ""))


part = NameAddress()
