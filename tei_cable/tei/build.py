"""A cable as TEI: the one place where spans become nested elements.

The document is written as a string and not element by element, which takes a quarter of the time; what is written is parsed and
validated before anybody sees it (see `pipeline`).
"""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from operator import itemgetter

from tei_cable.model import Attrs, Block, Cable, Mention, Note, Span
from tei_cable.tei.header import header
from tei_cable.tei.names import CHOICES, EMPTY, NS, RESP
from tei_cable.tei.standoff import standoff
from tei_cable.tei.xml import attributes, escape, squeeze
from tei_cable.text.settle import owned

# The order of events at one offset: what ends has ended, then notes, then what begins, the longer first.
_EVENT_ORDER = itemgetter(0, 1, 2)


def build(cable: Cable) -> str:
    """The TEI document. The cable's mentions must be settled (`text.settle`)."""
    writer = _Writer(cable)
    lang = attributes({"xml:lang": cable.lang})
    number = cable.first("number")
    return "".join(
        [
            f'<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="{NS}"{lang}>\n',
            header(cable, writer.citation()),
            standoff(cable.entities),
            f"  <text{lang}>\n    <body>\n      <div",
            attributes({"type": "telegram", "n": number.value if number else ""}),
            ">\n",
            *writer.blocks(),
            "      </div>\n    </body>\n",
            *writer.back(),
            "  </text>\n</TEI>\n",
        ]
    )


class _Writer:
    """Writes the blocks of one cable; knows which mentions and notes each of them owns."""

    def __init__(self, cable: Cable):
        self.cable = cable
        self.text = cable.source.text
        self.mentions = owned(cable, cable.mentions)
        self.anchored: list[tuple[int, int, Note]] = sorted(
            ((n.marker.start if n.marker else n.anchor, i, n) for i, n in enumerate(cable.notes) if n.anchor is not None), key=itemgetter(0, 1)
        )
        self.ids = note_ids(cable.notes)
        self.uneven = "  " in self.text or "\t" in self.text

    def citation(self) -> str:
        field = self.cable.first("citation")
        if field is None or field.span is None:
            return ""
        return self.inline((field.span,), self.mentions.get(id(field), ()), ())

    def blocks(self) -> Iterable[str]:
        """Blocks, with the elements that hold several of them opened and closed as their kinds change."""
        notes = _by_block(self.cable.blocks, self.anchored)
        open_path: tuple[str, ...] = ()
        for block in self.cable.blocks:
            path, name = _path(block.kind, block.within)
            if path != open_path:
                yield from _move(open_path, path)
                open_path = path
            yield self.block(name, block, notes.get(id(block), ()))
        if open_path:
            yield from _move(open_path, ())

    def block(self, name: str, block: Block, notes: Sequence[Note]) -> str:
        if name == "pb":
            return f"<pb{attributes(block.attrs)}/>\n"
        inner = self.inline(block.spans, self.mentions.get(id(block), ()), notes)
        return f"<{name}{attributes(block.attrs)}>{inner}</{name}>\n"

    def back(self) -> Iterable[str]:
        lost = [n for n in self.cable.notes if n.anchor is None]
        if lost:
            yield '    <back>\n      <div type="notes">\n'
            yield from (self.note(n) + "\n" for n in lost)
            yield "      </div>\n    </back>\n"

    def note(self, n: Note) -> str:
        attrs = {
            "xml:id": self.ids[id(n)],
            "n": n.n,
            "type": n.kind,
            "place": n.place,
            "cert": n.cert,
            "resp": RESP if n.cert else "",
        }
        return f"<note{attributes(attrs)}>{self.inline(n.spans, self.mentions.get(id(n), ()), ())}</note>"

    def inline(self, spans: Sequence[Span], mentions: Sequence[Mention], notes: Sequence[Note]) -> str:
        """The text of `spans` with its mentions as elements and its notes at their anchors."""
        out: list[str] = []
        pos, end = spans[0].start, spans[-1].end
        flow = _Flow(self.text, spans, self.uneven)
        stack: list[tuple[int, str]] = []
        for start, _, _, event in _events(mentions, notes):
            while stack and stack[-1][0] <= start:
                at, close = stack.pop()
                if at > pos:
                    out.append(flow.text(pos, at))
                    pos = at
                out.append(close)
            if start > pos:
                out.append(flow.text(pos, start))
                pos = start
            if isinstance(event, Note):
                out.append(self.note(event))
                pos = event.marker.end if event.marker else pos
            elif event.kind in EMPTY:
                out.append(f"<{event.kind}{attributes(event.attrs)}/>")
                pos = event.span.end
            else:
                opening, closing = tags(event)
                out.append(opening)
                stack.append((event.span.end, closing))
        while stack:
            at, close = stack.pop()
            if at > pos:
                out.append(flow.text(pos, at))
                pos = at
            out.append(close)
        if end > pos:
            out.append(flow.text(pos, end))
        return "".join(out)


class _Flow:
    """Escaped text between two offsets of a block, one blank for each run of white space and for the gap between its spans."""

    __slots__ = ("gaps", "raw", "rough")

    def __init__(self, text: str, spans: Sequence[Span], uneven: bool):
        self.raw = text
        start, end = spans[0].start, spans[-1].end
        self.gaps = [(a.end, b.start) for a, b in pairwise(spans)] if len(spans) > 1 else []
        self.rough = uneven or text.find("\n", start, end) >= 0

    def text(self, a: int, b: int) -> str:
        if not self.rough:
            return escape(self.raw[a:b])
        parts, pos = [], a
        for start, end in self.gaps:
            if a <= start and end <= b:
                parts.append(self.raw[pos:start])
                pos = end
        return escape(squeeze(" ".join([*parts, self.raw[pos:b]])))


def _events(mentions: Sequence[Mention], notes: Sequence[Note]) -> Iterable[tuple[int, int, int, Mention | Note]]:
    if not notes:
        return [(m.span.start, 1, 0, m) for m in mentions]
    events: list[tuple[int, int, int, Mention | Note]] = [(m.span.start, 1, i, m) for i, m in enumerate(mentions)]
    events += [(n.marker.start if n.marker else n.anchor or 0, 0, i, n) for i, n in enumerate(notes)]
    events.sort(key=_EVENT_ORDER)
    return events


def tags(m: Mention) -> tuple[str, str]:
    """The opening and closing tags of a mention that keeps its words."""
    kind = m.kind
    if kind in CHOICES:
        added = CHOICES[kind]
        attrs = {"cert": m.cert, "resp": RESP}
        return f"<choice><{kind}>", f"</{kind}><{added}{attributes(attrs)}>{escape(m.attrs[added])}</{added}></choice>"
    if kind == "gap":
        return f'<note type="gap" place="inline"><gap{attributes(m.attrs)}/>', "</note>"
    if kind == "note":
        return f'<note{attributes(m.attrs)} place="inline">', "</note>"
    ref = f' ref="#{m.ref}"' if m.ref else ""
    cert = f' cert="{m.cert}"' if m.cert else ""
    return f"<{kind}{ref}{attributes(m.attrs) if m.attrs else ''}{cert}>", f"</{kind}>"


def note_ids(notes: Sequence[Note]) -> dict[int, str]:
    """xml:id of each note by its `id()`: fn1, and fn1b, fn1c for further notes of that number."""
    seen: dict[str, int] = {}
    ids = {}
    for n in notes:
        stem = "fn" + "".join(c if c.isalnum() and c.isascii() or c in "-_." else f"-{ord(c):x}" for c in n.n)
        k = seen[stem] = seen.get(stem, 0) + 1
        ids[id(n)] = stem if k == 1 else stem + (chr(96 + k) if k < 27 else f"-{k}")
    return ids


def _by_block(blocks: Sequence[Block], anchored: Sequence[tuple[int, int, Note]]) -> dict[int, list[Note]]:
    """Notes by the `id()` of the block in which they attach: the last that begins at or before the anchor."""
    starts = sorted(((s.start, i) for i, b in enumerate(blocks) for s in b.spans))
    found: dict[int, list[Note]] = {}
    at = 0
    for anchor, _, note in anchored:
        while at + 1 < len(starts) and starts[at + 1][0] <= anchor:
            at += 1
        found.setdefault(id(blocks[starts[at][1]]), []).append(note)
    return found


@cache
def _path(kind: str, within: str) -> tuple[tuple[str, ...], str]:
    """The elements that hold a block, outermost first, and its own."""
    *outer, name = kind.split("/")
    return (("floatingText:" + within, "body") if within else ()) + tuple(outer), name


def _move(old: tuple[str, ...], new: tuple[str, ...]) -> Iterable[str]:
    """Close and open the elements that hold blocks."""
    same = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    for name in reversed(old[same:]):
        yield f"</{name.partition(':')[0]}>\n"
    for name in new[same:]:
        element, _, letter = name.partition(":")
        yield f"<{element}{attributes(_letter(letter)) if letter else ''}>\n"


def _letter(within: str) -> Attrs:
    return {"type": within.rstrip("0123456789").rstrip("-")}
