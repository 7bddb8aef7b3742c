"""HTML: one page that needs nothing else."""

from collections.abc import Sequence

from tei_cable.exporters import Exporter
from tei_cable.exporters.html.page import page
from tei_cable.model import Cable


class Html(Exporter):
    """A page to read, print and keep: one file, no network, no script."""

    suffix = ".html"
    takes = "one"
    loses = ("broken words",)
    library = "lxml"
    tested = "its text is the TEI's; notes keep numbers and places; no script, no address but links; hostile names stay text"

    def write(self, cables: Sequence[Cable]) -> bytes:
        """The page."""
        return page(cables[0])


part = Html()
