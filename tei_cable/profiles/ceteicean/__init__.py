"""CETEIcean: it numbers notes anew and shows standOff as text; what stands in the header is hidden.

So notes become list items at the end, with their printed numbers, and links where they were. A correction, which it would glue to the
reading, stands behind it in square brackets.
"""

from lxml import etree

from tei_cable.profiles import Profile
from tei_cable.render.elements import el
from tei_cable.render.reshape import move_lists, numbered, source_desc, unwrap
from tei_cable.tei.names import NS, XML, T


class Ceteicean(Profile):
    """CETEIcean in a browser."""

    loses = ()
    tested = "valid by tei_all; a link with the printed number at each note's place and an item with it below; no standOff, no `note` but inline ones"

    def shape(self, root: etree._Element) -> etree._Element:
        """Notes as a list at the end, inline notes as segments, lists in the header."""
        move_lists(root, source_desc(root))
        for choice in list(root.iter(f"{T}choice")):
            _part(choice)
        taken = [(note, note.getparent()) for note in numbered(root)]
        if taken:
            home = el("list", {"xmlns": NS})
            for note, parent in taken:
                _move(note, parent, home)
            _close(root, home)
        for e in list(root.iter(f"{T}note")):
            if e.get("place") == "inline":
                e.tag = f"{T}seg"
                del e.attrib["place"]
        return root


def _part(choice: etree._Element) -> None:
    """Leave the reading, and put what was added behind it in brackets."""
    for added in choice.iterchildren(*(T + name for name in ("corr", "expan", "reg"))):
        added.tag = f"{T}seg"
        added.attrib.clear()
        added.set("type", "correction")
        added.text = f" [{added.text or ''}"
        last = added[-1] if len(added) else None
        if last is None:
            added.text += "]"
        else:
            last.tail = f"{last.tail or ''}]"
    unwrap(choice)


def _move(note: etree._Element, parent: etree._Element | None, home: etree._Element) -> None:
    """Put a link with the number in the place of a note, and the note into the list."""
    ident, n = note.get(f"{XML}id", ""), note.get("n", "")
    tail, note.tail = note.tail, None
    if parent is not None and parent.get("type") == "notes":
        parent.remove(note)
    elif parent is not None:
        link = etree.Element(f"{T}ref", {"target": f"#{ident}", "type": "note"})
        link.text, link.tail = n, tail
        parent.replace(note, link)
    label = etree.SubElement(home, f"{T}label")
    label.text = n
    item = etree.SubElement(home, f"{T}item", {f"{XML}id": ident})
    item.text = note.text
    for child in list(note):
        item.append(child)


def _close(root: etree._Element, home: etree._Element) -> None:
    text = root.find(f"{T}text")
    if text is None:
        return
    back = text.find(f"{T}back")
    if back is None:
        back = etree.SubElement(text, f"{T}back")
    for div in back.findall(f"{T}div[@type='notes']"):
        back.remove(div)
    etree.SubElement(back, f"{T}div", {"type": "notes"}).append(home)
    home.tag = f"{T}list"


part = Ceteicean()
