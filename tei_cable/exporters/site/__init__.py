"""A site: many telegrams as a folder of pages."""

from collections.abc import Mapping, Sequence

from tei_cable.exporters import Exporter
from tei_cable.exporters.site.pages import pages
from tei_cable.model import Cable


class Site(Exporter):
    """A folder of pages to read offline or to publish: telegrams by date, registers of people, places and organisations, map, timeline, search."""

    suffix = ""
    takes = "many"
    loses = ("broken words",)
    library = "lxml"
    tested = (
        "in Chromium from a folder: every link leads to a page and a place in it; search finds what is there and nothing else; the policy holds; "
        "axe-core finds nothing; hostile names stay text"
    )

    def write(self, cables: Sequence[Cable]) -> Mapping[str, bytes]:
        """The files by name; `index.html` is the first page."""
        return dict(pages(cables))


part = Site()
