"""Lists in TEI: `listPerson`, `listPlace`, `listOrg` and `list[@type='gloss']`, wherever they stand in the file."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from tei_cable.authority.faults import BadList
from tei_cable.authority.people import Person, PrintedName, read_name
from tei_cable.model import Entity

_NS = "{http://www.tei-c.org/ns/1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_SEE = re.compile(r"^\W*see (.+?)\.?$", re.IGNORECASE)
_NAMES = {"place": "placeName", "org": "orgName"}
# What xml:id may be, and what our own documents use for notes and for the program.
_XML_NAME = re.compile(r"[^\W\d][\w.\-]*$")
# A document type declaration, and whether it names a file: read before a parser sees it.
_DOCTYPE = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s|<\?.*?\?>|<!--.*?-->)*<!DOCTYPE\s+[^\s>\[]+\s*(SYSTEM|PUBLIC)?", re.DOTALL)
_OURS = re.compile(r"(?:fn\d+b?|tei-cable)$")


@dataclass(slots=True)
class Listing:
    """What one file lists: persons; and places, organisations and terms, each with the names it stands under, the main one first."""

    persons: list[Person] = field(default_factory=list)
    others: list[tuple[Entity, tuple[str, ...]]] = field(default_factory=list)


def read(path: str) -> Listing:
    """The lists of a TEI file; entries without `xml:id` or without a name are left out.

    Raises BadList for a file that cannot be read, is not XML, has a DTD, uses an id twice or lists nothing.
    """
    listing = Listing()
    seen: dict[str, int] = {}
    for e in _tree(path).iter(_NS + "person", _NS + "place", _NS + "org", _NS + "label"):
        kind, id = str(e.tag).removeprefix(_NS), e.get(_ID, "")
        if id and (kind != "label" or _is_gloss(e)):
            _check_id(path, id, _line(e), seen)
            if kind == "person":
                listing.persons += _person(e, id)
            else:
                listing.others.append(_term(e, id) if kind == "label" else _named(e, id, kind))
    if not seen:
        way_out = 'give a TEI file with a listPerson or a list of type "gloss" whose entries have an xml:id'
        raise BadList(path, None, "it lists no persons, places, organisations or terms", way_out)
    return listing


def _line(e: etree._Element) -> int:
    line: Any = e.sourceline
    return int(line or 0)


def _is_gloss(label: etree._Element) -> bool:
    parent = label.getparent()
    return parent is not None and parent.get("type") == "gloss"


def _check_id(path: str, id: str, line: int, seen: dict[str, int]) -> None:
    """Note an id and its line; raises BadList when no document could point at it."""
    if id in seen:
        raise BadList(path, line, f'the id "{id}" is taken by the entry of line {seen[id]}', "give one of the two another id")
    if not _XML_NAME.match(id):
        raise BadList(path, line, f'"{id}" cannot be an xml:id', "begin it with a letter and use letters, digits, '.', '-' and '_' only")
    if _OURS.match(id):
        raise BadList(path, line, f'the id "{id}" is one that tei-cable gives in its documents', "give the entry another id")
    seen[id] = line


def _tree(path: str) -> etree._Element:
    """The root of an XML file, read without DTD, entities and network."""
    try:
        data = Path(path).read_bytes()
    except (OSError, ValueError) as e:
        reason = (e.strerror if isinstance(e, OSError) else None) or str(e)
        raise BadList(path, None, f"the file cannot be read ({reason.lower()})", "check the path") from None
    if m := _DOCTYPE.match(data if data[:2] not in (BOM_UTF16_BE, BOM_UTF16_LE) else data.decode("utf-16", "replace").encode()):
        what = "an external DTD" if m[1] else "a DTD"
        raise BadList(path, 1, f"it declares {what}, and lists are read without DTD and entities", "remove the DOCTYPE and write the characters out")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as e:
        reason = re.sub(r", line \d+.*", "", str(e.msg))
        raise BadList(path, e.lineno, f"this is not well-formed XML ({reason})", "correct it, or save it as XML again") from None


def _words(e: etree._Element | None) -> str:
    return " ".join("".join(map(str, e.itertext())).split()) if e is not None else ""


def _person(e: etree._Element, id: str) -> list[Person]:
    """The person of an entry; none when it has no name."""
    names = e.findall(_NS + "persName")
    if not names or not (printed := _words(names[0])):
        return []
    surname, forename = (_words(names[0].find(_NS + tag)) for tag in ("surname", "forename"))
    name = PrintedName(surname, forename) if surname else read_name(printed)
    note = _words(e.find(_NS + "note"))
    see = _SEE.match(note)
    return [
        Person(
            id,
            printed,
            *name._replace(aliases=(*name.aliases, *map(_words, names[1:]))),
            birth=_when(e, "birth"),
            death=_when(e, "death"),
            idno=_idno(e),
            note=note,
            see=see[1] if see else "",
        )
    ]


def _when(e: etree._Element, tag: str) -> str:
    found = e.find(_NS + tag)
    return found.get("when", "") if found is not None else ""


def _idno(e: etree._Element) -> tuple[tuple[str, str], ...]:
    return tuple((i.get("type", ""), _words(i)) for i in e.findall(_NS + "idno"))


def _term(e: etree._Element, id: str) -> tuple[Entity, tuple[str, ...]]:
    name, item = _words(e), e.getnext()
    gloss = _words(item) if item is not None and item.tag == _NS + "item" else ""
    return Entity(id, "term", name, gloss=gloss), (name,)


def _named(e: etree._Element, id: str, kind: str) -> tuple[Entity, tuple[str, ...]]:
    names = tuple(filter(None, (_words(n) for n in e.findall(_NS + _NAMES[kind])))) or (id,)
    geo = _words(e.find(f"{_NS}location/{_NS}geo"))
    return Entity(id, kind, names[0], idno=_idno(e), geo=geo, gloss=_words(e.find(_NS + "note"))), names
