"""Lists in TEI: `listPerson`, `listPlace`, `listOrg` and `list[@type='gloss']`, wherever they stand in the file."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from tei_cable.authority.faults import BadList
from tei_cable.authority.people import Person, PrintedName, read_name
from tei_cable.model import Entity

_NS = "{http://www.tei-c.org/ns/1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_SEE = re.compile(r"^\W*see (?:also )?(.+?)\.?$", re.I)
_NAMES = {"place": "placeName", "org": "orgName"}
_ID_FORM = re.compile(r"[A-Za-z_][\w.\-]*$")


@dataclass(slots=True)
class Listing:
    """What one file lists; forms of places, organisations and terms are the names they stand under, first the main one."""

    persons: list[Person] = field(default_factory=list)
    others: list[tuple[Entity, tuple[str, ...]]] = field(default_factory=list)


def read(path: str) -> Listing:
    """The lists of a TEI file. Raises BadList for a file that cannot be read, is no XML, declares entities or lists nothing."""
    root = _tree(path)
    listing = Listing()
    seen: dict[str, int] = {}
    for e in root.iter(_NS + "person", _NS + "place", _NS + "org", _NS + "label"):
        kind = etree.QName(e).localname
        if kind == "label" and ((parent := e.getparent()) is None or parent.get("type") != "gloss"):
            continue
        id = e.get(_ID, "")
        if not id:
            continue
        if id in seen:
            raise BadList(path, e.sourceline, f'the id "{id}" is already taken by the entry of line {seen[id]}', "give one of the two another id")
        seen[id] = e.sourceline or 0
        if kind == "person":
            listing.persons.append(_person(e, id))
        else:
            listing.others.append(_term(e, id) if kind == "label" else _named(e, id, kind))
    if not seen:
        raise BadList(path, None, "there is no list of persons, places, organisations or terms in it", "give a TEI file with listPerson or list type=\"gloss\" whose entries have an xml:id")
    return listing


def _tree(path: str) -> etree._Element:
    try:
        data = Path(path).read_bytes()
    except OSError as e:
        raise BadList(path, None, f"the file cannot be read ({(e.strerror or str(e)).lower()})", "check the path") from None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as e:
        raise BadList(path, e.lineno, f"this is not well-formed XML ({e.msg})", "correct it, or save it as XML again") from None
    info = root.getroottree().docinfo
    if info.doctype:
        what = "an external DTD" if info.system_url else "a DTD"
        raise BadList(path, 1, f"the file declares {what}, and lists are read without DTD and entities", "remove the DOCTYPE and write the characters out")
    return root


def _words(e: etree._Element | None) -> str:
    return " ".join("".join(e.itertext()).split()) if e is not None else ""


def _person(e: etree._Element, id: str) -> Person:
    main, *others = e.findall(_NS + "persName") or [None]
    printed, note = _words(main), _words(e.find(_NS + "note"))
    surname, forename = (_words(main.find(_NS + tag)) if main is not None else "" for tag in ("surname", "forename"))
    name = PrintedName(surname, forename) if surname else read_name(printed)
    see = _SEE.match(note)
    return Person(
        id,
        printed,
        *name._replace(aliases=(*name.aliases, *map(_words, others))),
        birth=_when(e, "birth"),
        death=_when(e, "death"),
        idno=_idno(e),
        note=note,
        see=see[1] if see else "",
    )


def _when(e: etree._Element, tag: str) -> str:
    found = e.find(_NS + tag)
    return found.get("when", "") if found is not None else ""


def _idno(e: etree._Element) -> tuple[tuple[str, str], ...]:
    return tuple((i.get("type", ""), _words(i)) for i in e.findall(_NS + "idno"))


def _term(e: etree._Element, id: str) -> tuple[Entity, tuple[str, ...]]:
    name = _words(e)
    item = e.getnext()
    gloss = _words(item) if item is not None and etree.QName(item).localname == "item" else ""
    return Entity(id, "term", name, gloss=gloss), (name,)


def _named(e: etree._Element, id: str, kind: str) -> tuple[Entity, tuple[str, ...]]:
    names = tuple(filter(None, (_words(n) for n in e.findall(_NS + _NAMES[kind])))) or (id,)
    geo = _words(e.find(f"{_NS}location/{_NS}geo"))
    return Entity(id, kind, names[0], idno=_idno(e), geo=geo, gloss=_words(e.find(_NS + "note"))), names
