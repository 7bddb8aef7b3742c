"""Dublin Core."""

from collections.abc import Iterator, Sequence

from lxml import etree

from tei_cable.exporters import Exporter
from tei_cable.model import Cable
from tei_cable.render.record import Record, record

_DC = "http://purl.org/dc/elements/1.1/"
_OAI = "http://www.openarchives.org/OAI/2.0/oai_dc/"


class DublinCore(Exporter):
    """The fifteen elements of Dublin Core in the form of OAI-PMH (`oai_dc`)."""

    suffix = ".dc.xml"
    takes = "one"
    loses = ("text", "notes", "page marks", "names", "references", "corrections", "doubts", "terms", "copies")
    library = "lxml"
    tested = "only elements of Dublin Core 1.1; title, creator, date and identifier read again"

    def write(self, cables: Sequence[Cable]) -> bytes:
        """One `oai_dc:dc` element."""
        root = etree.Element(f"{{{_OAI}}}dc", nsmap={"oai_dc": _OAI, "dc": _DC})
        for name, said in _elements(record(cables[0], 0)):
            if said:
                etree.SubElement(root, f"{{{_DC}}}{name}").text = said
        etree.indent(root)
        return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _elements(r: Record) -> Iterator[tuple[str, str]]:
    yield "title", r.title
    yield from (("creator", p.inverted()) for p in r.senders)
    yield from (("subject", p.inverted()) for p in r.persons)
    yield "description", r.abstract
    yield "publisher", r.publisher
    yield from (("contributor", t) for t in r.translators)
    # Dublin Core has no addressee
    yield from (("contributor", f"{p.inverted()} (recipient)") for p in r.recipients)
    yield "date", r.date
    yield "type", "Text"
    yield "identifier", r.address
    yield "identifier", r.number and f"Telegram {r.number}"
    yield "source", r.kept
    yield "language", r.language
    yield from (("coverage", place) for place in r.places)
    yield "rights", r.rights


part = DublinCore()
