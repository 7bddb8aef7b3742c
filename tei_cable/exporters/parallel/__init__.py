"""Original and translation side by side on one page."""

from collections.abc import Sequence

from tei_cable.exporters import Exporter
from tei_cable.exporters.parallel.page import page
from tei_cable.model import Cable


class Parallel(Exporter):
    """Original and translation on one page, paragraph beside paragraph: the telegram that is named first is the original."""

    suffix = ".html"
    takes = "two"
    loses = ("broken words",)
    library = "lxml"
    tested = "in Chromium: the text of each side is its TEI's; paragraphs of one number stand side by side; doubts are told; axe-core finds nothing"

    def write(self, cables: Sequence[Cable]) -> bytes:
        """The page."""
        return page(*cables)


part = Parallel()
