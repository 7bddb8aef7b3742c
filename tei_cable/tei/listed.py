"""The entries that other houses' TEI lists: `person`, `place` and `org` wherever they stand, and FRUS's items of names and terms."""

from collections.abc import Mapping

from lxml import etree

from tei_cable.model import Entity
from tei_cable.tei.blocks import content
from tei_cable.tei.names import NAME_OF, XML, T
from tei_cable.tei.others import local, plain, when

_ITEMS = {"persName": "person", "term": "term", "label": "term"}


def listed(root: etree._Element) -> Mapping[str, Entity]:
    """The entries by their ids; the first, when an id is given twice."""
    found: dict[str, Entity] = {}
    for e in root.iter(*(T + name for name in (*NAME_OF, *_ITEMS))):
        if (ident := e.get(f"{XML}id")) and ident not in found:
            found[ident] = _entry(e, ident) if local(e) in NAME_OF else Entity(ident, _ITEMS[local(e)], _name(e), gloss=_gloss(e))
    return found


def _entry(e: etree._Element, ident: str) -> Entity:
    name = e.find(T + NAME_OF[local(e)])
    said, parts = plain(name), [plain(part) for part in (name.find(f"{T}forename"), name.find(f"{T}surname"))] if name is not None else ["", ""]
    numbers = tuple((i.get("type", ""), plain(i)) for i in e.iterfind(f"{T}idno") if i.get("type") and plain(i))
    where, gloss = e.find(f"{T}location/{T}geo"), e.find(f"{T}note")
    about = " ".join(content(gloss).split()) if gloss is not None else ""
    # a part of the name that does not stand in it as it is cannot be marked there
    forename, surname = (part if part in said else "" for part in parts)
    return Entity(ident, local(e), said, forename, surname, when(e, "birth"), when(e, "death"), numbers, plain(where), about)


def _name(e: etree._Element) -> str:
    return plain(e).rstrip(",:;").rstrip()


def _gloss(e: etree._Element) -> str:
    """What an item says of a name or term behind it; of a label, the item that follows."""
    if local(e) == "label":
        return plain(e.getnext())
    item = next(e.iterancestors(f"{T}item"), None)
    said = plain(item)
    return said[said.index(plain(e)) + len(plain(e)) :].lstrip(",:; ") if plain(e) in said else ""
