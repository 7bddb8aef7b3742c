"""The document: our div with the pointers, note ids and blocks of the series."""

from collections.abc import Mapping

from lxml import etree

from tei_cable.profiles.frus.lists import prefixed
from tei_cable.render.reshape import numbered, plain_choices, unwrap
from tei_cable.tei.names import XML, T
from tei_cable.text.dates import DATING
from tei_cable.text.regex import regex

# What the series does not encode.
_UNKNOWN = frozenset({"supplied", "roleName", "q", "gap", "sic", "abbr", "orig", "lb"})
_LINES = frozenset(T + name for name in "p head dateline salute signed seg note label item list persName placeName orgName date ref hi gloss".split())
_EDGES = frozenset({f"{T}dateline", f"{T}salute", f"{T}signed"})
_NUMBER = regex(r"\d+")


def body(root: etree._Element, listed: Mapping[str, etree._Element]) -> etree._Element:
    """The `div` of the document."""
    div = root.find(f"{T}text/{T}body/{T}div")
    if div is None:
        raise ValueError("TEI that build writes has a div")
    stated = root.findtext(f"{T}teiHeader/{T}fileDesc/{T}publicationStmt/{T}idno[@type='document']") or ""
    number = stated if _NUMBER.fullmatch(stated) else "1"
    _notes(root, div, f"d{number}")
    div.attrib.clear()
    for key, value in (("type", "document"), (f"{XML}id", f"d{number}"), ("n", number)):
        div.set(key, value)
    plain_choices(div)
    for e in list(div.iter(etree.Element)):
        _element(e, listed)
    _blocks(div)
    div.tail = None
    return div


def _notes(root: etree._Element, div: etree._Element, stem: str) -> None:
    """Ids of notes; those that nothing places go behind the last paragraph."""
    back = root.find(f"{T}text/{T}back")
    notes = list(numbered(root))
    if back is not None:
        home = etree.SubElement(div, f"{T}p")
        for note in back.iter(f"{T}note"):
            if note.get("n"):
                home.append(note)
    for note in notes:
        ident = note.get(f"{XML}id", "")
        note.set(f"{XML}id", stem + ident)
        _without(note, "cert", "resp", "place")
        previous = note.getprevious()
        if previous is not None and previous.tag == f"{T}note" and not previous.tail:
            previous.tail = " "


def _element(e: etree._Element, listed: Mapping[str, etree._Element]) -> None:
    name = etree.QName(e).localname
    ref = e.get("ref", "")
    _without(e, "ref", "cert", "resp")
    if name == "rs" or (name == "persName" and ref):
        # the series has no rs: an office that stands for its holder is a name
        e.tag = f"{T}persName"
        e.attrib.clear()
        if ref[1:] in listed:
            e.set("corresp", "#" + prefixed("p_", ref[1:]))
    elif name == "term":
        e.tag = f"{T}gloss" if ref else e.tag
        if ref:
            e.set("target", "#" + prefixed("t_", ref[1:]))
    elif name == "date":
        _date(e)
    elif name == "foreign":
        e.tag = f"{T}hi"
        e.attrib.clear()
        e.set("rend", "italic")
    elif name in _UNKNOWN or (name == "note" and e.get("place") == "inline") or (name == "fw" and _within_line(e)):
        unwrap(e)


def _date(e: etree._Element) -> None:
    """The offset in figures; an end of a range without the other goes, since the series' checks refuse it and its words say it."""
    for key in DATING:
        if (value := e.get(key, "")).endswith("Z"):
            e.set(key, f"{value[:-1]}+00:00")
    for pair in (("from", "to"), ("notBefore", "notAfter")):
        if any(e.get(key) is None for key in pair):
            _without(e, *pair)


def _blocks(div: etree._Element) -> None:
    """The series has no opener: its parts stand in the div. A heading is the first block; behind a signature, paragraphs are a postscript."""
    for e in list(div.iter(f"{T}floatingText", f"{T}body", f"{T}opener", f"{T}closer")):
        unwrap(e)
    blocks = list(div)
    for i, e in enumerate(blocks):
        if e.tag in (f"{T}seg", f"{T}fw", f"{T}label") or (e.tag == f"{T}head" and i):
            _paragraph(e)
    first = next((i for i, e in enumerate(blocks) if e.tag == f"{T}p"), len(blocks))
    last = max((i for i, e in enumerate(blocks) if e.tag == f"{T}signed"), default=len(blocks))
    for i, e in enumerate(blocks):
        if first < i < last and e.tag in _EDGES and any(x.tag == f"{T}p" for x in blocks[i:last]):
            _paragraph(e)
        elif i > last and e.tag == f"{T}p":
            holder = etree.Element(f"{T}postscript")
            e.addprevious(holder)
            holder.tail, e.tail = e.tail, None
            holder.append(e)


def _within_line(e: etree._Element) -> bool:
    parent = e.getparent()
    return parent is not None and parent.tag in _LINES


def _without(e: etree._Element, *names: str) -> None:
    for name in names:
        if name in e.attrib:
            del e.attrib[name]


def _paragraph(e: etree._Element) -> None:
    e.tag = f"{T}p"
    e.attrib.clear()
