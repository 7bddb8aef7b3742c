"""The licence of the metadata."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand
from tei_cable.text.regex import regex

_FREE = regex(r"creativecommons\.org/(?:licenses/by/|publicdomain/zero/)")


class Licence(Demand):
    """The header gives no licence CC BY or CC0.

    Why: correspSearch takes in metadata under these.

    Wrong:

        <teiHeader><fileDesc/><profileDesc><correspDesc><correspAction type="sent"><persName>Dean Rusk</persName></correspAction>
        <correspAction type="received"><persName>Dillon</persName></correspAction></correspDesc></profileDesc></teiHeader>
        <text><body><p>They met.</p></body></text>

    Right:

        <teiHeader><fileDesc><publicationStmt><availability>
        <licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence></availability></publicationStmt></fileDesc></teiHeader>
    """

    kind = Code("I066", "licence-not-free", Severity.WARNING)
    since = "0.1.0"
    tools = frozenset({"correspsearch"})
    message = "The header names neither CC BY nor CC0 as licence of the metadata."
    hint = "It is yours to give: licence in availability, with @target."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """The header."""
        if not any(_FREE.search(e.get("target", "")) for e in document.each("licence")):
            yield next(document.each("teiHeader"), document.tree)


part = Licence()
