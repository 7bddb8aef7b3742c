"""How names point, in the series."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import NAMES, Demand


class NameCorresp(Demand):
    """A name points by `@ref` or `@key`.

    Why: the schema of the series has neither: a person is named by @corresp.

    Wrong:

        <p><persName ref="#rusk">Mr. Rusk</persName> agreed.</p>

    Right:

        <p><persName corresp="#p_RD1">Mr. Rusk</persName> agreed.</p>
    """

    kind = Code("I018", "name-without-corresp", Severity.ERROR)
    since = "0.1.0"
    tools = frozenset({"frus"})
    mended = True
    message = "Names that point by @ref or @key"
    hint = "Use @corresp with the id in the list of persons."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Names with ref or key."""
        return (e for e in document.named(*NAMES) if e.get("ref") or e.get("key"))


part = NameCorresp()
