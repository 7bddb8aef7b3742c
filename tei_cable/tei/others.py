"""Inline elements of other houses' TEI as ours, with their white space in order."""

from collections import Counter
from collections.abc import Callable, Iterator

from lxml import etree

from tei_cable.tei.names import NAMES, T
from tei_cable.text.dates import DATING
from tei_cable.text.layout import squeeze

# What keeps its tags, and the attributes that it keeps.
_KEPT = {
    "persName": ("cert",), "placeName": ("cert",), "orgName": ("cert",), "roleName": (), "term": (), "foreign": (), "q": (), "label": (),
    "date": (*DATING, "cert"), "rs": ("type", "cert"), "supplied": ("reason",), "item": (), "list": (),
    "ref": ("type", "n", "target"),
}  # fmt: skip
_RENAMED = {"quote": "q", "said": "q"}
_POINTERS = ("ref", "corresp", "key")
# Parts between which a blank stands when they become one line.
_PARTS = frozenset({"p", "cell", "item", "row", "l", "seg", "label", "head", "lb", "list"})


def local(e: etree._Element) -> str:
    """The local name of an element; nothing for a comment."""
    return e.tag.rpartition("}")[2] if isinstance(e.tag, str) else ""


def when(e: etree._Element, name: str) -> str:
    """The day that the first child of that name gives, or nothing."""
    child = e.find(T + name)
    return "" if child is None else child.get("when", "")


def plain(e: etree._Element | None) -> str:
    """The words of an element without those of its notes."""
    if e is None:
        return ""
    return " ".join("".join(_texts(e)).split())


def inline(e: etree._Element, name: str, lost: Counter[str]) -> etree._Element:
    """A block of that name with the content of `e`; the tags that the model does not hold are counted in `lost`."""
    block = etree.Element(T + name)
    key = {"p": "n", "seg": "type", "fw": "type"}.get(name, "")
    if key and (said := e.get(key)):
        block.set(key, said)
    _fill(e, block, lost, within_note=False)
    _tidy(block)
    return block


def _texts(e: etree._Element) -> Iterator[str]:
    yield e.text or ""
    for c in e:
        if local(c) and local(c) != "note":
            yield from _texts(c)
        yield c.tail or ""


def _add(home: etree._Element, text: str | None) -> None:
    if not text:
        return
    if len(home):
        home[-1].tail = (home[-1].tail or "") + text
    else:
        home.text = (home.text or "") + text


def _fill(e: etree._Element, home: etree._Element, lost: Counter[str], *, within_note: bool) -> None:
    _add(home, e.text)
    for c in e:
        _child(c, home, lost, within_note)
        _add(home, c.tail)


def _child(c: etree._Element, home: etree._Element, lost: Counter[str], within_note: bool) -> None:
    kind = _RENAMED.get(local(c), local(c))
    if kind == "pb":
        etree.SubElement(home, f"{T}pb").set("n", c.get("n", ""))
    elif kind == "note":
        _note(c, home, lost, within_note)
    elif kind == "gloss" and (target := c.get("target", "")).startswith("#"):
        made = etree.SubElement(home, f"{T}term")
        made.set("ref", target)
        _fill(c, made, lost, within_note=within_note)
    elif kind == "choice":
        # the reading stays, the addition is the encoder's
        lost[kind] += 1
        for reading in list(c)[:1]:
            _fill(reading, home, lost, within_note=within_note)
    elif kind == "gap":
        lost[kind] += 1
    elif kind in _KEPT and _holds(kind, c, home):
        _fill(c, _kept(c, kind, home), lost, within_note=within_note)
    elif kind:
        lost.update([kind] if kind not in ("lb", "p", "cell") else [])
        _add(home, " " if kind in _PARTS else None)
        _fill(c, home, lost, within_note=within_note)
        _add(home, " " if kind in _PARTS else None)


def _holds(kind: str, c: etree._Element, home: etree._Element) -> bool:
    """Whether the model holds the element: a reference is one to a numbered telegram."""
    return local(home) == "list" if kind == "item" else kind != "ref" or (c.get("type") == "telegram" and bool(c.get("n")))


def _kept(c: etree._Element, kind: str, home: etree._Element) -> etree._Element:
    _add(home, " " if kind in _PARTS else None)
    made = etree.SubElement(home, T + kind)
    for key in _KEPT[kind]:
        if value := c.get(key):
            made.set(key, value)
    pointer = next((v for key in _POINTERS if (v := c.get(key))), "") if kind in NAMES else ""
    if pointer.startswith("#") and " " not in pointer:
        made.set("ref", pointer)
    return made


def _note(c: etree._Element, home: etree._Element, lost: Counter[str], within_note: bool) -> None:
    """A numbered note; one in a note, or without a number, stands in the line."""
    made = etree.SubElement(home, f"{T}note")
    if c.get("n") and not within_note:
        made.set("n", c.get("n", ""))
        made.set("place", "foot")
        if plain(c).startswith("Source:") or c.get("type") == "source":
            made.set("type", "source")
    else:
        made.set("type", "editorial")
        made.set("place", "inline")
    _fill(c, made, lost, within_note=True)
    if made.get("n"):
        _tidy(made)


def _tidy(block: etree._Element) -> None:
    """One blank for a run of white space, none at the edges of the block; notes apart are in order already."""
    slots = list(_slots(block))
    blank = True
    last: Callable[[str], None] | None = None
    words = ""
    for text, put in slots:
        said = squeeze(text)
        if blank:
            said = said.lstrip(" ")
        put(said)
        if said:
            blank, last, words = said.endswith(" "), put, said
    if last is not None:
        last(words.rstrip(" "))


def _slots(e: etree._Element) -> Iterator[tuple[str, Callable[[str], None]]]:
    yield e.text or "", lambda s: setattr(e, "text", s)
    for c in e:
        if not (local(c) == "note" and c.get("n")):
            yield from _slots(c)
        yield c.tail or "", _tail(c)


def _tail(c: etree._Element) -> Callable[[str], None]:
    return lambda s: setattr(c, "tail", s)

