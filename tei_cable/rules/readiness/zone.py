"""Time zones."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand
from tei_cable.text.dates import DATING


class Zone(Demand):
    """A date gives its time zone by a letter.

    Why: the series' checks ask for the offset in figures.

    Wrong:

        <p><date when="1962-11-01T18:00:00Z">1 November</date></p>

    Right:

        <p><date when="1962-11-01T18:00:00+00:00">1 November</date></p>
    """

    kind = Code("I040", "zone-by-letter", Severity.ERROR)
    since = "0.1.0"
    tools = frozenset({"frus"})
    mended = True
    message = "Dates with the zone Z"
    hint = "Write +00:00."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """Dates that end with a letter."""
        return (e for e in document.named("date") if any(e.get(a, "")[-1:].isalpha() for a in DATING))


part = Zone()
