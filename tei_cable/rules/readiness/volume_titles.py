"""Titles of a volume."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.model import Code, Severity
from tei_cable.rules import Document
from tei_cable.rules.readiness._demand import Demand, header
from tei_cable.tei.names import T

_TYPES = ["complete", "series", "subseries", "volume", "volumenumber"]


class VolumeTitles(Demand):
    """The titleStmt does not have the five titles of a volume.

    Why: catalogue, table of contents and e-book are made of them: complete, series, subseries, volumenumber and volume.

    Wrong:

        <teiHeader><fileDesc>
        <titleStmt><title>Telegram 5</title></titleStmt></fileDesc></teiHeader>
        <text><body><div><p>They met.</p></div></body></text>

    Right:

        <teiHeader><fileDesc><titleStmt><title type="complete">Cuba</title><title type="series"/><title type="subseries"/>
        <title type="volumenumber"/><title type="volume">Cuba</title></titleStmt></fileDesc></teiHeader>
        <text><body><div><p>They met.</p></div></body></text>
    """

    kind = Code("I045", "titles-not-of-a-volume", Severity.ERROR)
    since = "0.1.0"
    tools = frozenset({"frus"})
    mended = True
    message = "The titleStmt does not have the five titles complete, series, subseries, volumenumber and volume."
    hint = "Add them, empty where there is nothing to say."

    def against(self, document: Document) -> Iterator[etree._Element]:
        """The titleStmt."""
        stated = header(document, "fileDesc/titleStmt")
        if stated is not None and sorted((t.get("type") or "").replace("-", "") for t in stated.iterfind(f"{T}title")) != _TYPES:
            yield stated


part = VolumeTitles()
