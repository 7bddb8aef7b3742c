"""The reading view: a telegram's blocks and notes with their inline content as nested nodes, in reading order.

An exporter walks the nodes and never counts offsets. The text of the nodes is that of the TEI: `words` of all blocks and notes, one blank for a
run of white space, without what the encoder adds (`corr`, `expan`, `reg`).
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tei_cable.model import Block, Cable, Mention, Note, Span
from tei_cable.tei.build import note_ids
from tei_cable.tei.names import EMPTY
from tei_cable.text.layout import pieced
from tei_cable.text.settle import attached, owned, place_of


class Tag(NamedTuple):
    """A mention and what stands in it; nothing for an element without words (`pb`, `lb`, `ptr`)."""

    mention: Mention
    inner: "tuple[Inline, ...]"


class Anchor(NamedTuple):
    """The place where a note attaches; `id` is the note's."""

    note: Note
    id: str


Inline = str | Tag | Anchor


class Line(NamedTuple):
    """A block with its content, and the notes that attach in it."""

    block: Block
    inner: tuple[Inline, ...]
    notes: "tuple[NoteView, ...]"


class NoteView(NamedTuple):
    """A note with its content; `id` is its xml:id in our TEI."""

    note: Note
    id: str
    inner: tuple[Inline, ...]


class View(NamedTuple):
    """A telegram to read. `lost` are the notes that attach nowhere."""

    lines: tuple[Line, ...]
    lost: tuple[NoteView, ...]

    def notes(self) -> Iterator[NoteView]:
        """All notes in the order of the TEI."""
        for line in self.lines:
            yield from line.notes
        yield from self.lost


def read(cable: Cable) -> View:
    """The view of a cable whose mentions are settled (`text.settle`)."""
    mentions, notes, ids = owned(cable, cable.mentions), attached(cable), note_ids(cable.notes)
    text = cable.source.text

    def note(n: Note) -> NoteView:
        return NoteView(n, ids[id(n)], _nest(text, n.spans, mentions.get(id(n), ()), ()))

    def line(block: Block) -> Line:
        own = notes.get(id(block), ())
        if block.kind.endswith("pb"):
            return Line(block, (), tuple(note(n) for n in own))
        anchors = [(n, Anchor(n, ids[id(n)])) for n in own]
        return Line(block, _nest(text, block.spans, mentions.get(id(block), ()), anchors), tuple(note(n) for n in own))

    return View(tuple(map(line, cable.blocks)), tuple(note(n) for n in cable.notes if n.anchor is None))


def words(inner: Sequence[Inline]) -> str:
    """The text of nodes, without that of the notes anchored in them."""
    return "".join(n if isinstance(n, str) else words(n.inner) if isinstance(n, Tag) else "" for n in inner)


def tags(inner: Sequence[Inline]) -> Iterator[Tag]:
    """All tags of nodes, outer before inner."""
    for n in inner:
        if isinstance(n, Tag):
            yield n
            yield from tags(n.inner)


def _nest(text: str, spans: Sequence[Span], mentions: Sequence[Mention], anchors: Sequence[tuple[Note, Anchor]]) -> tuple[Inline, ...]:
    """The text of `spans` with mentions round their words; at one place an anchor comes before what begins there."""
    gaps = [Span(a.end, b.start) for a, b in pairwise(spans)]
    events: list[tuple[Span, Mention | Anchor]] = [(place_of(n), a) for n, a in anchors]
    events += [(m.span, m) for m in mentions]
    events.sort(key=lambda e: e[0].start)
    out: list[Inline] = []
    stack: list[tuple[int, Mention, list[Inline]]] = []
    pos = spans[0].start

    def to(end: int) -> None:
        nonlocal pos
        if end > pos:
            (stack[-1][2] if stack else out).append(pieced(text, pos, end, gaps))
            pos = end

    def close(until: int) -> None:
        while stack and stack[-1][0] <= until:
            to(stack[-1][0])
            _, mention, inner = stack.pop()
            (stack[-1][2] if stack else out).append(Tag(mention, tuple(inner)))

    for span, what in events:
        close(span.start)
        to(span.start)
        if isinstance(what, Mention) and what.kind not in EMPTY:
            stack.append((span.end, what, []))
            continue
        (stack[-1][2] if stack else out).append(what if isinstance(what, Anchor) else Tag(what, ()))
        pos = max(pos, span.end)
    end = spans[-1].end
    close(end)
    to(end)
    return tuple(out)
