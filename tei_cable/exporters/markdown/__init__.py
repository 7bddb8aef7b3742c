"""Markdown with footnotes."""

from collections.abc import Sequence

from tei_cable.exporters import Exporter
from tei_cable.exporters.markdown.prose import document
from tei_cable.model import Cable


class Markdown(Exporter):
    """CommonMark with footnotes (`[^1]`), as pandoc and GitHub read it."""

    suffix = ".md"
    takes = "one"
    loses = (
        "links of names", "names", "name parts", "broken words", "dates", "references", "doubts", "entities", "lists and labels",
        "quotations and foreign words",
    )  # fmt: skip
    tested = "the text of what markdown-it makes of it is the TEI's; notes keep numbers and places"

    def write(self, cables: Sequence[Cable]) -> bytes:
        """The document."""
        return document(cables[0]).encode()


part = Markdown()
