"""Telegrams that came before they went off."""

from collections.abc import Iterator
from datetime import UTC, datetime

from lxml import etree

from tei_cable.model import Diagnostic
from tei_cable.rules import Document, Rule
from tei_cable.tei.blocks import day
from tei_cable.tei.names import T
from tei_cable.text.agreement import BACKWARDS

# Clocks round the world differ by a day.
_ZONES = 1


class ReceivedBeforeSent(Rule):
    """A telegram was received before it was sent.

    Why: one of the two dates is misread; where day and month are written as numbers, they may have been changed about.

    Wrong:

        <teiHeader><profileDesc><correspDesc>
        <correspAction type="sent"><date when="1962-11-02"/></correspAction>
        <correspAction type="received"><date when="1962-10-31"/></correspAction>
        </correspDesc></profileDesc></teiHeader>

    Right:

        <teiHeader><profileDesc><correspDesc>
        <correspAction type="sent"><date when="1962-11-02T01:00:00"/></correspAction>
        <correspAction type="received"><date when="1962-11-01T22:00:00"/></correspAction>
        </correspDesc></profileDesc></teiHeader>
    """

    kind = BACKWARDS
    since = "0.1.0"

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each date of receipt; local times may differ by a day, instants with their zone may not."""
        for desc in document.each("correspDesc"):
            sent, received = (
                [d for a in desc.iter(T + "correspAction") if a.get("type") == kind for d in a.iter(T + "date")] for kind in ("sent", "received")
            )
            for e in received:
                if sent and _before(e, sent[0]):
                    message = f"Received {e.get('when')}, and sent {sent[0].get('when')}."
                    yield self.at(document, e, message, "Check both against the source; day and month may have been changed about.")


def _before(a: etree._Element, b: etree._Element) -> bool:
    first, second = _instant(a), _instant(b)
    if first and second:
        return first < second
    early, late = day(a.get("when")), day(b.get("when"))
    return early is not None and late is not None and (late - early).days > _ZONES


def _instant(e: etree._Element) -> datetime | None:
    try:
        moment = datetime.fromisoformat(e.get("when", ""))
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else None


part = ReceivedBeforeSent()
