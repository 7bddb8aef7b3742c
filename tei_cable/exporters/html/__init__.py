"""HTML: one page that needs nothing else."""

from collections.abc import Sequence

from tei_cable.exporters import Exporter
from tei_cable.model import Cable
from tei_cable.render.page.telegram import page


class Html(Exporter):
    """A page to read, print and keep: one file, no network."""

    suffix = ".html"
    takes = "one"
    loses = ("broken words",)
    library = "lxml"
    tested = (
        "in Chromium: its text is the TEI's; notes keep numbers and places; the policy holds and nothing is loaded; axe-core finds nothing; "
        "the keyboard suffices; hostile names stay text"
    )

    def write(self, cables: Sequence[Cable]) -> bytes:
        """The page."""
        return page(cables[0])


part = Html()
