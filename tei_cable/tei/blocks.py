"""What a TEI document, ours or anybody's, consists of for those who check it: texts, their blocks with the words, the day it was written."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from lxml import etree

from tei_cable.tei.names import T
from tei_cable.text.dates import FULL_DAY
from tei_cable.text.regex import regex

# Stands in a block's words for what is no word of it: a note, a page break, furniture, a block inside the block.
MARK = "\ufffc"
_KINDS = frozenset({"telegram", "document", "letter"})
_NAMES = (
    "p ab head l item cell seg salute signed dateline note byline postscript opener closer lg list table row floatingText quote cit sp stage "
    "figure figDesc argument epigraph trailer docDate div body back front text group"
)
_BLOCKS = frozenset(T + name for name in _NAMES.split())
_MARKS = frozenset(T + name for name in "pb cb lb fw gap milestone graphic media space ptr anchor formula".split())
_ADDED = frozenset(T + name for name in ("corr", "expan", "reg"))
_NOTE = T + "note"
_PART = regex(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")


class Block(NamedTuple):
    """An element that holds running words, and those words as the source has them: no additions, `MARK` for what stands between them.

    `noted` says whether it is a note or part of one.
    """

    element: etree._Element
    words: str
    noted: bool


def texts(root: etree._Element) -> Sequence[etree._Element]:
    """The `text` elements that stand in no other; a file may also hold one part of a text, such as a `div`, alone."""
    found = [e for e in root.iter(T + "text") if next(e.iterancestors(T + "text"), None) is None]
    return found or ([root] if root.tag in _BLOCKS else [])


def units(root: etree._Element) -> Sequence[etree._Element]:
    """The elements that each hold one document, with its own numbers of notes and paragraphs: a `text`, or the `div`s of a volume's documents."""
    found = []
    for text in texts(root):
        divs = [e for e in text.iter(T + "div") if e.get("type") in _KINDS and not any(a.get("type") in _KINDS for a in e.iterancestors(T + "div"))]
        found += divs if len(divs) > 1 else [text]
    return found


def blocks(root: etree._Element) -> Sequence[Block]:
    """The blocks of the texts, in the order of the document, that have words."""
    return [b for text in texts(root) for b in _blocks(text) if b.words.strip()]


def footnote(e: etree._Element) -> bool:
    """Whether a `note` is apart from the text that it is about, at its foot or end; one without number and place stands in the text."""
    return e.get("place") != "inline" and (e.get("n") is not None or e.get("place") is not None)


def said(e: etree._Element) -> str:
    """The words of an element without the notes in it and without additions, with single blanks."""
    if not len(e):
        return " ".join((e.text or "").split())
    return " ".join(_blocks(e)[0].words.replace(MARK, "").split())


def before(e: etree._Element) -> str:
    """The words directly before an element, within its parent."""
    if (previous := e.getprevious()) is not None:
        return previous.tail or ""
    parent = e.getparent()
    return parent.text or "" if parent is not None else ""


def content(e: etree._Element) -> str:
    """All characters in an element."""
    return "".join(map(str, e.itertext())) if len(e) else e.text or ""


def written(root: etree._Element) -> str:
    """The day on which the document was written (ISO 8601), as its header says or, in one without, its only dateline; "" when nobody says."""
    values = (e.get("when") or e.get("from") or "" for e in _dates(root))
    return next((value[:FULL_DAY] for value in values if day(value)), "")


def written_about(root: etree._Element) -> str:
    """As `written`; where no day is known, the month or the year ("1962-11", "1962")."""
    parts = (value for e in _dates(root) if _PART.fullmatch(value := e.get("when", "")))
    return written(root) or max(parts, key=len, default="")


def _dates(root: etree._Element) -> Iterator[etree._Element]:
    """The dates of writing, the surest first."""
    if len(list(root.iter(T + "teiHeader"))) > 1:
        return
    yield from (d for c in root.iter(T + "creation") for d in c.iter(T + "date"))
    yield from (d for a in root.iter(T + "correspAction") if a.get("type") == "sent" for d in a.iter(T + "date"))
    datelines = list(root.iter(T + "dateline"))
    if len(datelines) == 1:
        yield from datelines[0].iter(T + "date")


def day(value: str | None) -> date | None:
    """The day of an ISO 8601 value; None when it gives no full day, or none that there is."""
    try:
        return date.fromisoformat((value or "")[:FULL_DAY])
    except ValueError:
        return None


class _Open:
    """A block whose end is still to come."""

    __slots__ = ("element", "noted", "pieces", "place")

    def __init__(self, element: etree._Element, noted: bool, place: int):
        self.element, self.noted, self.place = element, noted, place
        self.pieces: list[str] = []


def _blocks(root: etree._Element) -> list[Block]:
    """The element itself, as a block, and those in it; without recursion, since a file may nest as deep as it likes."""
    found: list[Block] = [Block(root, "", False)]
    stack = [_Open(root, root.tag == _NOTE and footnote(root), 0)]
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, e in walk:
        pieces = stack[-1].pieces
        if event == "start":
            tag = e.tag
            if tag in _BLOCKS and e is not root and (tag != _NOTE or footnote(e)):
                pieces.append(MARK)
                stack.append(_Open(e, stack[-1].noted or tag == _NOTE, len(found)))
                found.append(Block(e, "", False))
                pieces = stack[-1].pieces
            elif tag in _MARKS or tag in _ADDED:
                if tag in _MARKS and e.get("break") != "no":
                    pieces.append(MARK)
                walk.skip_subtree()
                continue
            if e.text:
                pieces.append(e.text)
            continue
        if event == "end" and e is stack[-1].element:
            done = stack.pop()
            found[done.place] = Block(e, "".join(done.pieces), done.noted)
        if e.tail and stack:
            stack[-1].pieces.append(e.tail)
    return found
