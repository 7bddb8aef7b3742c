"""MODS."""

from collections.abc import Iterator, Sequence

from lxml import etree

from tei_cable.exporters import Exporter
from tei_cable.model import Cable
from tei_cable.render.elements import el, xml
from tei_cable.render.record import Person, Record, records

_NS = "http://www.loc.gov/mods/v3"


class Mods(Exporter):
    """Library records (MODS 3.7): one for each telegram, sender and recipient with their roles."""

    suffix = ".mods.xml"
    takes = "many"
    loses = ("text", "notes", "page marks", "names", "references", "corrections", "doubts", "terms")
    library = "lxml"
    tested = "elements and their order as MODS 3.7 has them; title, names, roles and date read again"

    def write(self, cables: Sequence[Cable]) -> bytes:
        """A collection."""
        made = [el("mods", {"version": "3.7"}, *_parts(r)) for r in records(cables)]
        return xml(el("modsCollection", {"xmlns": _NS}, *made))


def _parts(r: Record) -> Iterator[etree._Element]:
    yield el("titleInfo", None, el("title", None, r.title))
    for role, people in (("author", r.senders), ("addressee", r.recipients), ("translator", [Person(t) for t in r.translators])):
        yield from (_name(p, role) for p in people)
    yield el("typeOfResource", None, "text")
    yield el("genre", None, "telegram")
    origin = [
        el("place", None, el("placeTerm", {"type": "text"}, r.place)) if r.place else None,
        el("dateCreated", {"encoding": "w3cdtf", "keyDate": "yes"}, r.date) if r.date else None,
    ]
    if any(x is not None for x in origin):
        yield el("originInfo", None, *origin)
    if r.language:
        yield el("language", None, el("languageTerm", {"type": "code", "authority": "rfc3066"}, r.language))
    if r.abstract:
        yield el("abstract", None, r.abstract)
    if r.classification:
        yield el("note", {"type": "classification"}, r.classification)
    yield from (el("note", {"type": "copy"}, copy) for copy in r.copies)
    for p in r.persons:
        yield el("subject", None, el("name", {"type": "personal"}, *_name_parts(p)))
    for place in r.places:
        yield el("subject", None, el("geographic", None, place))
    for kind, number in (("telegram number", r.number), ("document number", r.document)):
        if number:
            yield el("identifier", {"type": "local", "displayLabel": kind}, number)
    yield from _location(r)


def _location(r: Record) -> Iterator[etree._Element]:
    if r.address:
        yield el("location", None, el("url", {"usage": "primary display"}, r.address))
    if r.kept:
        yield el("location", None, el("physicalLocation", None, r.kept))
    if r.publisher:
        yield el("relatedItem", {"type": "host"}, el("titleInfo", None, el("title", None, r.publisher)))
    if r.rights:
        yield el("accessCondition", {"type": "use and reproduction"}, r.rights)


def _name(p: Person, role: str) -> etree._Element:
    said = el("role", None, el("roleTerm", {"type": "text", "authority": "marcrelator"}, role))
    return el("name", {"type": "personal"} if p.family else None, *_name_parts(p), said)


def _name_parts(p: Person) -> Iterator[etree._Element]:
    if p.family and p.given:
        yield el("namePart", {"type": "family"}, p.family)
        yield el("namePart", {"type": "given"}, p.given)
    else:
        yield el("namePart", None, p.name)


part = Mods()
