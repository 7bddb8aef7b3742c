"""Lists in TEI: `listPerson`, `listPlace`, `listOrg`, `list[@type='gloss']`, and the lists of persons and terms as they stand in volumes of FRUS.

These are items of a division `persons` or `terms`: `<item><hi><persName xml:id="…">Quill, Ada</persName>,</hi> Envoy</item>`.
"""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Mapping, Sequence

from lxml import etree

from tei_cable.authority.entries import Entry, Held, Pack
from tei_cable.authority.faults import BadList
from tei_cable.tei.blocks import content
from tei_cable.tei.names import NAME_OF
from tei_cable.tei.places import line
from tei_cable.text.regex import regex

Children = Mapping[str, Sequence[etree._Element]]
# The file and the line of an entry.
Where = tuple[str, int]

_NS = "{http://www.tei-c.org/ns/1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
# A document type declaration, and whether it names a file: read before a parser sees it.
_DOCTYPE = regex(rb"(?:\xef\xbb\xbf)?(?:\s|<\?.*?\?>|<!--.*?-->)*<!DOCTYPE\s+[^\s>\[]+\s*(SYSTEM|PUBLIC)?", re.DOTALL)
_DATE = regex(r"-?\d{4}(?:-\d\d(?:-\d\d)?)?")
_EDGES = " \t\n\r,;:—–"


def read(path: str, data: bytes) -> Pack:
    """The lists of a TEI file; entries without `xml:id` or without a name are left out. Raises BadList for a file that is not XML or has a DTD."""
    root = tree(path, data)
    entries: list[Entry] = []
    for e in root.iter(_NS + "person", _NS + "place", _NS + "org", _NS + "label", _NS + "persName", _NS + "term"):
        id = e.get(_ID)
        if not id:
            continue
        kind, where = str(e.tag).removeprefix(_NS), (path, line(e))
        if kind == "person":
            found = _person(e, id, where)
        elif kind == "label":
            found = _gloss(e, id, where)
        else:
            found = _item(e, id, where) if kind in ("persName", "term") else _named(e, id, where)
        if found:
            entries.append(found)
    return _pack(root, entries)


def tree(path: str, data: bytes) -> etree._Element:
    """The root of an XML file, read without DTD, entities and network."""
    plain = data if data[:2] not in (BOM_UTF16_BE, BOM_UTF16_LE) else data.decode("utf-16", "replace").encode()
    if b"<!DOCTYPE" in plain and (m := _DOCTYPE.match(plain)):
        what = "an external DTD" if m[1] else "a DTD"
        raise BadList(path, 1, f"it declares {what}, and lists are read without DTD and entities", "remove the DOCTYPE and write the characters out")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as e:
        reason = re.sub(r", line \d+.*", "", str(e.msg))
        raise BadList(path, e.lineno, f"this is not well-formed XML ({reason})", "correct it, or save it as XML again") from None


def _words(e: etree._Element | None) -> str:
    return "" if e is None else " ".join(content(e).split())


def _children(e: etree._Element) -> Children:
    """The children of an entry by their names: one look at each takes less time than `find` for one name."""
    found: dict[str, list[etree._Element]] = {}
    for child in e:
        found.setdefault(str(child.tag).removeprefix(_NS), []).append(child)
    return found


def _person(e: etree._Element, id: str, where: Where) -> Entry | None:
    """The person of an entry; none when it has no name."""
    children = _children(e)
    first, *others = children.get("persName") or (None,)
    if first is None or not (printed := _words(first)):
        return None
    parts = next((n for n in others if n.get("type") == "parts"), first) if others else first
    surname, forename = (_words(parts.find(_NS + tag)) for tag in ("surname", "forename")) if len(parts) else ("", "")
    titles = tuple(map(_words, parts.iter(_NS + "roleName"))) if len(parts) else ()
    offices = tuple(map(_office, children["occupation"])) if "occupation" in children else ()
    variants = tuple(_words(n) for n in others if n is not parts)
    birth, death = _when(children, "birth"), _when(children, "death")
    forename = forename if surname else ""
    return Entry(id, "person", printed, forename, surname, titles, variants, birth, death, offices, _idno(children), "", _note(children), *where)


def _office(e: etree._Element) -> Held:
    country = e.find(_NS + "country")
    title = _words(e.find(_NS + "roleName")) or _words(e)
    state = (country.get("key") or _words(country)) if country is not None else ""
    return Held(title, state, e.get("from", ""), e.get("to", ""))


def _note(children: Children) -> str:
    return _words(children["note"][0]) if "note" in children else ""


def _when(children: Children, tag: str) -> str:
    if tag not in children:
        return ""
    said = children[tag][0]
    words = said.get("when") or _words(said)
    return words if _DATE.fullmatch(words) else ""


def _idno(children: Children) -> tuple[tuple[str, str], ...]:
    return tuple([(i.get("type", ""), _words(i)) for i in children.get("idno", ())])


def _gloss(e: etree._Element, id: str, where: Where) -> Entry | None:
    parent, item = e.getparent(), e.getnext()
    if parent is None or parent.get("type") != "gloss":
        return None
    if item is None or item.tag != _NS + "item":
        return Entry(id, "term", _words(e), source=where[0], line=where[1])
    gloss = item.find(_NS + "gloss") if len(item) else None
    if gloss is None:
        return Entry(id, "term", _words(e), note=_words(item), source=where[0], line=where[1])
    variants = tuple(map(_words, item.iter(_NS + "term")))
    return Entry(id, "term", _words(e), variants=variants, note=_words(gloss), source=where[0], line=where[1])


def _named(e: etree._Element, id: str, where: Where) -> Entry:
    children, kind = _children(e), str(e.tag).removeprefix(_NS)
    name, *variants = tuple(filter(None, map(_words, children.get(NAME_OF[kind], ())))) or (id,)
    geo = _words(e.find(f"{_NS}location/{_NS}geo"))
    return Entry(id, kind, name, variants=tuple(variants), idno=_idno(children), geo=geo, note=_note(children), source=where[0], line=where[1])


def _item(e: etree._Element, id: str, where: Where) -> Entry | None:
    """The person or term of an item whose words begin with it; the note is the rest of the item."""
    kind = "person" if e.tag == _NS + "persName" else "term"
    item = next((a for a in e.iterancestors(_NS + "item", _NS + "person", _NS + "p")), None)
    name = _words(e).strip(_EDGES)
    if item is None or item.tag != _NS + "item" or not name:
        return None
    words = _words(item)
    if not words.startswith(_words(e)):
        return None
    note = words[len(_words(e)) :].strip(_EDGES)
    note = note.removesuffix(".") if note.count(".") == 1 or kind == "person" else note
    return Entry(id, kind, name, note=note, source=where[0], line=where[1])


def _pack(root: etree._Element, entries: Sequence[Entry]) -> Pack:
    """The entries with what the header says of them."""
    header = root.find(_NS + "teiHeader")
    if header is None:
        return Pack(entries)
    published = f"{_NS}fileDesc/{_NS}publicationStmt"
    date = header.find(f"{published}/{_NS}date")
    return Pack(
        entries,
        _words(header.find(f"{_NS}fileDesc/{_NS}titleStmt/{_NS}title")),
        tuple(filter(None, map(_words, header.iterfind(f"{_NS}fileDesc/{_NS}sourceDesc/*")))),
        _words(header.find(f"{published}/{_NS}availability/{_NS}licence")),
        (date.get("when") or _words(date)) if date is not None else "",
        _words(header.find(f"{published}/{_NS}idno[@type='SHA-256']")),
    )
