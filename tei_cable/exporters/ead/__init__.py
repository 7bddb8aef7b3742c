"""EAD."""

from collections.abc import Iterator, Sequence

from lxml import etree

from tei_cable.exporters import Exporter
from tei_cable.model import Cable
from tei_cable.render.elements import el, xml
from tei_cable.render.record import Person, Record, records

_NS = "urn:isbn:1-931666-22-9"


class Ead(Exporter):
    """A finding aid (EAD 2002): each telegram an item of the series."""

    suffix = ".ead.xml"
    takes = "many"
    loses = ("text", "notes", "page marks", "names", "references", "corrections", "doubts", "terms")
    library = "lxml"
    tested = "elements and their order as EAD 2002 has them; title, date and names of each item read again"

    def write(self, cables: Sequence[Cable]) -> bytes:
        """The finding aid."""
        found = records(cables)
        days = sorted(r.date for r in found if r.date)
        span = "/".join(dict.fromkeys((days[0], days[-1]))) if days else ""
        name = found[0].title if len(found) == 1 else f"Telegrams ({len(found)})"
        whole = el(
            "did",
            None,
            el("unittitle", None, name),
            el("unitdate", {"normal": span}, span) if span else None,
            el("physdesc", None, el("extent", None, f"{len(found)} items")),
        )
        items = [el("c01", {"level": "item"}, *_item(r)) for r in found]
        head = el(
            "eadheader",
            None,
            el("eadid", None, found[0].key if len(found) == 1 else "telegrams"),
            el("filedesc", None, el("titlestmt", None, el("titleproper", None, name))),
        )
        return xml(el("ead", {"xmlns": _NS}, head, el("archdesc", {"level": "series"}, whole, el("dsc", {"type": "in-depth"}, *items))))


def _item(r: Record) -> Iterator[etree._Element]:
    yield el(
        "did",
        None,
        el("unitid", None, r.number) if r.number else None,
        el("unittitle", None, r.title),
        el("unitdate", {"normal": r.date}, r.date_words or r.date) if r.date else None,
        *(el("origination", {"label": "sender"}, _name(p)) for p in r.senders),
        el("langmaterial", None, r.language) if r.language else None,
        el("physloc", None, r.kept) if r.kept else None,
        el("dao", {"href": r.address}) if r.address else None,
    )
    if r.rights or r.classification:
        yield el("accessrestrict", None, *(el("p", None, said) for said in (r.classification, r.rights) if said))
    if r.abstract:
        yield el("scopecontent", None, el("p", None, r.abstract))
    named = [*(_name(p, "recipient") for p in r.recipients), *(_name(p) for p in r.persons), *(el("geogname", None, p) for p in r.places)]
    if named:
        yield el("controlaccess", None, *named)
    yield from (el("odd", None, el("p", None, f"Copy: {copy}")) for copy in r.copies)


def _name(p: Person, role: str = "") -> etree._Element:
    return el("persname" if p.family else "name", {"role": role}, p.inverted())


part = Ead()
