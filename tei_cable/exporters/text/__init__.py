"""Plain text."""

from collections.abc import Sequence

from tei_cable.exporters import Exporter
from tei_cable.exporters.text.layout import document
from tei_cable.model import Cable


class Text(Exporter):
    """Plain text that `convert` reads: the telegram's page with labels, its text, notes as [1] and below."""

    suffix = ".txt"
    takes = "one"
    loses = (
        "block kinds", "links of names", "names", "name parts", "broken words", "dates", "references", "corrections", "doubts",
        "entities", "lists and labels", "quotations and foreign words",
    )  # fmt: skip
    tested = "its text is the TEI's; TEI made of it gives the same text again; notes keep numbers and places"

    def write(self, cables: Sequence[Cable]) -> bytes:
        """The text in UTF-8."""
        return document(cables[0]).encode()


part = Text()
