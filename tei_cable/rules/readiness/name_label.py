"""Labels of names."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import NAMES, Demand, pointing


class NameLabel(Demand):
    """A name points and has no label.

    Why: LEAF-Writer lists entities by @key; without one it is a row without a name. A pointer by @corresp it does not read at all.

    Wrong:

        <standOff><listPerson><person xml:id="rusk"><persName>Dean Rusk</persName></person></listPerson></standOff>
        <text><body><div><p><persName ref="#rusk">Mr. Rusk</persName> agreed.</p></div></body></text>

    Right:

        <p><persName ref="http://viaf.org/viaf/64802103" key="Dean Rusk">Mr. Rusk</persName> agreed.</p>
    """

    kind = Code("I020", "name-without-label", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"leaf-writer"})
    mended = True
    message = "Names that lack @ref, or @key with the label"
    hint = "Put the pointer into @ref, and the name of the entry into @key."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Names without label."""
        return (e for e in pointing(document, *NAMES) if not (e.get("key") and e.get("ref")))


part = NameLabel()
