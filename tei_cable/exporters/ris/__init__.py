"""RIS."""

from collections.abc import Iterator, Sequence

from tei_cable.exporters import Exporter
from tei_cable.model import Cable
from tei_cable.render.record import Record, records


class Ris(Exporter):
    """References for EndNote, Zotero and others (RIS): one of the type MANSCPT for each telegram."""

    suffix = ".ris"
    takes = "many"
    loses = ("text", "notes", "page marks", "names", "references", "corrections", "doubts", "entities", "copies")
    tested = "each line is a tag and a value; TY first and ER last; title, author and date read again"

    def write(self, cables: Sequence[Cable]) -> bytes:
        """The references, lines ended as RIS asks."""
        lines = (f"{tag}  - {' '.join(said.split())}\r\n" for r in records(cables) for tag, said in _lines(r) if said or tag == "ER")
        return "".join(lines).encode()


def _lines(r: Record) -> Iterator[tuple[str, str]]:
    yield "TY", "MANSCPT"
    yield "ID", r.key
    yield "TI", r.title
    yield from (("AU", p.inverted()) for p in r.senders)
    yield from (("A2", p.inverted()) for p in r.recipients)
    yield from (("TA", t) for t in r.translators)
    year, month, day = (*r.date.split("-"), "", "")[:3] if r.date[:1].isdigit() else ("", "", "")
    yield "PY", year
    yield "DA", year and f"{year}/{month}/{day}/"
    yield "CY", r.place
    yield "AB", r.abstract
    yield "AN", r.number
    yield "PB", r.publisher
    yield "AV", r.kept
    yield "LA", r.language
    yield "UR", r.address
    yield "M3", "Telegram"
    yield "ER", ""


part = Ris()
