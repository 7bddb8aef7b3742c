"""The words of any TEI in reading order: what a checker compares with a source, whoever made the TEI.

Additions of the encoder (`corr`, `expan`, `reg`) are left out, numbered notes stand apart, and what replaces characters of the source
(a note's anchor, a page break, a broken word, a link) is a mark between two pieces of text.
"""

from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

from tei_cable.text.layout import squeeze
from tei_cable.text.squeezed import LINE_ENDS

# What the encoder added to the text.
ADDED = frozenset("corr expan reg".split())
_BLOCKS = frozenset(
    "TEI text front body back div head opener closer dateline signed salute p ab list item table row cell postscript floatingText lg l fw trailer "
    "argument byline epigraph".split()
)
# How a piece follows the one before: a block's edge lies between (any white space will do), a blank, or nothing.
FREE, BLANK, GLUED = 0, 1, 2


class Mark(NamedTuple):
    """What stands for characters of the source: `kind` is note, page, hyphen or link; `n` a number, a target, or a note's index.

    `sure` is false for a note whose place was inferred; `after_edge` is true where the mark stands in a later block than the text before it.
    """

    kind: str
    n: str
    after_edge: bool = False
    sure: bool = True
    note: int = -1


class Piece(NamedTuple):
    """Text without a mark in it, the marks before it, and how it follows the piece before."""

    lead: int
    marks: tuple[Mark, ...]
    text: str


class NoteText(NamedTuple):
    """A numbered note: its number, its words, its place in the TEI (`xml:id` or number) and whether it is anchored in the text."""

    n: str
    pieces: Sequence[Piece]
    anchored: bool


class Flow(NamedTuple):
    """The running text and the numbered notes of an element, in document order."""

    pieces: Sequence[Piece]
    notes: Sequence[NoteText]


class _Line:
    """Collects the pieces of one run of text."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.marks: list[Mark] = []
        self.words: list[str] = []
        self.edge = True
        self.blank = False

    def cut(self) -> None:
        text = squeeze("".join(self.words).translate(LINE_ENDS))
        self.words.clear()
        core = text.strip(" ")
        if core:
            lead = FREE if self.edge else BLANK if self.blank or text[0] == " " else GLUED
            self.pieces.append(Piece(lead, tuple(self.marks), core))
            self.marks.clear()
            self.edge, self.blank = False, text[-1] == " "
        elif text:
            self.blank = True

    def mark(self, mark: Mark) -> None:
        self.cut()
        self.marks.append(mark._replace(after_edge=self.edge))

    def end(self) -> Sequence[Piece]:
        self.cut()
        return [*self.pieces, Piece(FREE, tuple(self.marks), "")] if self.marks else self.pieces


def flow(root: etree._Element) -> Flow:
    """The flow of an element's content."""
    lines = [_Line()]
    notes: list[NoteText] = []
    waiting: list[int] = []
    back = False
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, e in walk:
        kind = etree.QName(e).localname if event in ("start", "end") else ""
        if event == "start":
            back = back or kind == "back"
            if kind in ADDED:
                walk.skip_subtree()
                continue
            if is_numbered(e, kind):
                anchored = not back
                if anchored:
                    lines[-1].mark(Mark("note", e.get("n", ""), sure=not e.get("cert"), note=len(notes)))
                waiting.append(len(notes))
                notes.append(NoteText(e.get("n", ""), (), anchored))
                lines.append(_Line())
            elif _edge(e, kind):
                lines[-1].cut()
                lines[-1].edge = True
            elif kind in ("pb", "ptr") or (kind == "lb" and e.get("break") == "no"):
                lines[-1].mark(_mark(e, kind))
            lines[-1].words.append(e.text or "")
            continue
        if kind and kind not in ADDED:
            if is_numbered(e, kind):
                i = waiting.pop()
                notes[i] = notes[i]._replace(pieces=lines.pop().end())
            elif _edge(e, kind):
                lines[-1].cut()
                lines[-1].edge = True
        if e is not root:
            lines[-1].words.append(e.tail or "")
    return Flow(lines[0].end(), notes)


def is_numbered(e: etree._Element, kind: str) -> bool:
    """Whether an element, with this local name, is a note that stands apart from the running text."""
    return kind == "note" and e.get("n") is not None and e.get("place") != "inline"


def _edge(e: etree._Element, kind: str) -> bool:
    if kind in _BLOCKS or (kind == "lb" and e.get("break") != "no"):
        return True
    parent = e.getparent() if kind in ("seg", "label") else None
    return parent is not None and etree.QName(parent).localname in (("opener", "closer") if kind == "seg" else ("list",))


def _mark(e: etree._Element, kind: str) -> Mark:
    if kind == "ptr":
        return Mark("link", e.get("target", ""))
    return Mark("page", e.get("n", "")) if kind == "pb" else Mark("hyphen", "")
