"""Word."""

import io
from collections.abc import Sequence
from zipfile import ZipFile

from tei_cable.exporters import Exporter, needed
from tei_cable.exporters.docx.document import filled
from tei_cable.model import Cable
from tei_cable.render.zipped import zipped


class Docx(Exporter):
    """A document for Word and LibreOffice: real footnotes, a style for every kind of block and name; each telegram begins a page."""

    suffix = ".docx"
    takes = "many"
    loses = ("broken words", "links of names", "dates", "references", "lists and labels")
    library = "python-docx (extra: office)"
    tested = "LibreOffice opens it, and its text and that of the document are the TEI's; footnotes keep numbers and places; every style is defined"

    def write(self, cables: Sequence[Cable]) -> bytes:
        """The document. Raises Missing."""
        document = needed("docx", "office").Document()
        filled(document, cables)
        out = io.BytesIO()
        document.save(out)
        with ZipFile(out) as made:
            return zipped({name: made.read(name) for name in made.namelist()})


part = Docx()
