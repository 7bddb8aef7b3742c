"""EPUB."""

import hashlib
import uuid
from collections.abc import Sequence

from tei_cable.exporters import Exporter
from tei_cable.exporters.epub.chapter import Chapter
from tei_cable.exporters.epub.package import CONTAINER, navigation, package
from tei_cable.exporters.epub.style import STYLE
from tei_cable.model import Cable
from tei_cable.render.book import book
from tei_cable.render.zipped import zipped


class Epub(Exporter):
    """A book for reading devices (EPUB 3.3, accessible): a chapter for each telegram, notes that open where they stand."""

    suffix = ".epub"
    takes = "many"
    loses = ("broken words", "dates", "references")
    library = "lxml"
    tested = "epubcheck finds no error and no warning; the text of its chapters is the TEI's; notes keep numbers and places; hostile names stay text"

    def write(self, cables: Sequence[Cable]) -> bytes:
        """The book."""
        whole = book(cables)
        chapters = [Chapter(cable, r.title) for cable, r in zip(cables, whole.records, strict=True)]
        pages = {f"telegram-{i}.xhtml": chapter.page() for i, chapter in enumerate(chapters, 1)}
        files = {**pages, "nav.xhtml": navigation(whole, list(zip(pages, chapters, strict=True))), "style.css": STYLE.encode()}
        # a book with other words is another book
        digest = hashlib.sha256(b"".join(files.values())).digest()
        listed = package(whole, list(pages), str(uuid.UUID(bytes=digest[:16], version=5)), pages=any(c.pages for c in chapters))
        inside = {f"EPUB/{name}": data for name, data in {"package.opf": listed, **files}.items()}
        return zipped({"mimetype": b"application/epub+zip", "META-INF/container.xml": CONTAINER, **inside}, stored="mimetype")


part = Epub()
