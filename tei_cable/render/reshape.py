"""Changes of a TEI tree that several profiles ask for. Each changes the tree in place and keeps every word of the text."""

from collections.abc import Iterator

from lxml import etree

from tei_cable.tei.names import LIST_OF, NAMES, XML, T


def names(root: etree._Element) -> Iterator[etree._Element]:
    """The names in the text that point at an entry of our lists."""
    text = root.find(f"{T}text")
    if text is not None:
        yield from (e for e in text.iter(*(T + n for n in NAMES)) if e.get("ref", "").startswith("#"))


def entries(root: etree._Element) -> dict[str, etree._Element]:
    """The entries of standOff by id."""
    stand = root.find(f"{T}standOff")
    return {} if stand is None else {str(e.get(f"{XML}id")): e for e in stand.iter() if e.get(f"{XML}id")}


def drop(e: etree._Element) -> None:
    """Take an element out with all in it; the text behind it stays."""
    if (parent := e.getparent()) is not None:
        _before(e, e.tail)
        parent.remove(e)


def unwrap(e: etree._Element) -> None:
    """Take an element's tags away; its content stays."""
    parent = e.getparent()
    if parent is None:
        return
    tail, e.tail = e.tail, None
    _before(e, e.text)
    for child in list(e):
        e.addprevious(child)
    _before(e, tail)
    parent.remove(e)


def _before(e: etree._Element, text: str | None) -> None:
    """Put text directly before an element."""
    parent, previous = e.getparent(), e.getprevious()
    if not text or parent is None:
        return
    if previous is not None:
        previous.tail = (previous.tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def move_lists(root: etree._Element, home: etree._Element) -> None:
    """Move the lists of persons, places, organisations and terms from standOff into `home`, and drop what is left of standOff."""
    stand = root.find(f"{T}standOff")
    if stand is None:
        return
    for name in LIST_OF.values():
        for e in stand.findall(T + name):
            home.append(e)
    drop(stand)


def instructions(href: str) -> str:
    """The processing instruction that names a schema for an editor."""
    return f'<?xml-model href="{href}" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"?>\n'


def numbered(root: etree._Element) -> Iterator[etree._Element]:
    """The numbered notes of the text, in order."""
    text = root.find(f"{T}text")
    if text is not None:
        yield from [e for e in text.iter(f"{T}note") if e.get("n") and e.get("place") != "inline"]


def take_notes(root: etree._Element, mark: str) -> list[etree._Element]:
    """Take the numbered notes out of the text; an empty `anchor` stays where each was, with the id `mark` + that of the note."""
    taken = list(numbered(root))
    for note in taken:
        at = etree.Element(f"{T}anchor")
        at.set(f"{XML}id", mark + note.get(f"{XML}id", ""))
        at.tail, note.tail = note.tail, None
        parent = note.getparent()
        if parent is not None:
            parent.replace(note, at)
    for div in root.findall(f"{T}text/{T}back/{T}div[@type='notes']"):
        drop(div)
    for back in root.findall(f"{T}text/{T}back"):
        drop(back)
    return taken


def plain_choices(root: etree._Element) -> None:
    """Leave the source's reading alone where a correction stands beside it."""
    for name in ("corr", "expan", "reg"):
        for e in list(root.iter(T + name)):
            if (parent := e.getparent()) is not None and parent.tag == f"{T}choice":
                drop(e)
    for e in list(root.iter(f"{T}choice")):
        unwrap(e)


def source_desc(root: etree._Element) -> etree._Element:
    """The description of the source, in which lists may stand."""
    found = root.find(f"{T}teiHeader/{T}fileDesc/{T}sourceDesc")
    if found is None:
        raise ValueError("TEI that build writes has a sourceDesc")
    return found


def office(e: etree._Element) -> None:
    """Make a name, which tools link, of an `rs`."""
    e.tag = f"{T}persName"
    e.set("type", "office")


def evt(root: etree._Element) -> etree._Element:
    """The form of EVT: lists in sourceDesc, and the office of a person as a name that points at the person.

    An organisation that only the terms list does not point: EVT looks for it among organisations.
    """
    home = source_desc(root)
    move_lists(root, home)
    terms = {label.get(f"{XML}id") for label in home.iterfind(f"{T}list/{T}label")}
    for e in names(root):
        if e.tag != f"{T}term" and e.get("ref", "")[1:] in terms:
            del e.attrib["ref"]
        if e.tag == f"{T}rs":
            office(e)
    return root
