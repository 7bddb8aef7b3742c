"""A cable as TEI: the one place where spans become nested elements.

The document is written as a string and not element by element, which takes a quarter of the time; what is written is parsed and
validated before anybody sees it (see `pipeline`).
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import pairwise
from operator import itemgetter

from tei_cable.model import Attrs, Block, Cable, Mention, Note, Span
from tei_cable.tei.header import header
from tei_cable.tei.names import CHOICES, EMPTY, NS, RESP
from tei_cable.tei.standoff import standoff
from tei_cable.tei.xml import attributes, escape
from tei_cable.text.layout import pieced
from tei_cable.text.settle import attached, owned, place_of

_START = itemgetter(0)
_SPECIAL = EMPTY | {"gap", "note", *CHOICES}
_NEVER = sys.maxsize
# Where an element begins and ends, its opening tag and its closing one; an element without words of its own is whole in the former.
_Event = tuple[int, int, str, str]


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
        self.ids = note_ids(cable.notes)
        self.uneven = "  " in self.text or "\t" in self.text
        self.special = "&" in self.text or "<" in self.text or ">" in self.text

    def citation(self) -> str:
        field = self.cable.first("citation")
        if field is None or field.span is None:
            return ""
        return self.inline((field.span,), self.mentions.get(id(field), ()), ())

    def blocks(self) -> Iterable[str]:
        """Blocks, with the elements that hold several of them opened and closed as their kinds change."""
        notes = attached(self.cable)
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
            "resp": n.resp or (RESP if n.cert else ""),
        }
        return f"<note{attributes(attrs)}>{self.inline(n.spans, self.mentions.get(id(n), ()), ())}</note>"

    def inline(self, spans: Sequence[Span], mentions: Sequence[Mention], notes: Sequence[Note]) -> str:
        """The text of `spans` with its mentions as elements and its notes at their anchors."""
        pos, end = spans[0][0], spans[-1][1]
        words = self.words(spans)
        if not mentions and not notes:
            return words(pos, end)
        out: list[str] = []
        put = out.append
        opened: list[tuple[int, str]] = []
        close = _NEVER
        for start, stop, opening, closing in self.events(mentions, notes):
            while close <= start:
                if close > pos:
                    put(words(pos, close))
                    pos = close
                put(opened.pop()[1])
                close = opened[-1][0] if opened else _NEVER
            if start > pos:
                put(words(pos, start))
                pos = start
            put(opening)
            if closing:
                opened.append((stop, closing))
                close = stop
            else:
                pos = stop
        for close, closing in reversed(opened):
            if close > pos:
                put(words(pos, close))
                pos = close
            put(closing)
        if end > pos:
            put(words(pos, end))
        return "".join(out)

    def events(self, mentions: Sequence[Mention], notes: Sequence[Note]) -> list[_Event]:
        """Mentions and notes by place; at one place notes come before what begins there, the longer first."""
        events = [tags(m) for m in mentions]
        if notes:
            events = [*((*place_of(n), self.note(n), "") for n in notes), *events]
            events.sort(key=_START)
        return events

    def words(self, spans: Sequence[Span]) -> Callable[[int, int], str]:
        """A function that gives the escaped text between two offsets, one blank for a run of white space and for a gap between spans."""
        text = self.text
        gaps = [(a.end, b.start) for a, b in pairwise(spans)] if len(spans) > 1 else ()
        if not gaps and not self.uneven and text.find("\n", spans[0][0], spans[0][1]) < 0:
            return (lambda a, b: escape(text[a:b])) if self.special else (lambda a, b: text[a:b])
        return lambda a, b: escape(pieced(text, a, b, gaps))


def tags(m: Mention) -> _Event:
    """A mention with its opening and closing tags; its words go if there is nothing to close."""
    (start, end), kind, ref, attrs, cert, _ = m
    if kind in _SPECIAL:
        return start, end, *_special(m)
    inside = f' ref="#{ref}"' if ref else ""
    if attrs:
        inside += attributes(attrs)
    if cert:
        inside += f' cert="{cert}"'
    return start, end, f"<{kind}{inside}>", f"</{kind}>"


def _special(m: Mention) -> tuple[str, str]:
    if m.kind in EMPTY:
        return f"<{m.kind}{attributes(m.attrs)}/>", ""
    if m.kind == "gap":
        decided = attributes({"resp": m.attrs.get("resp", ""), "cert": m.cert})
        said = attributes({k: v for k, v in m.attrs.items() if k != "resp"})
        return f'<note type="gap" place="inline"{decided}><gap{said}/>', "</note>"
    if m.kind == "note":
        return f'<note{attributes(m.attrs)} place="inline"{attributes({"cert": m.cert})}>', "</note>"
    added = CHOICES[m.kind]
    more = attributes({"cert": m.cert, "resp": m.attrs.get("resp", RESP)})
    return f"<choice><{m.kind}>", f"</{m.kind}><{added}{more}>{escape(m.attrs[added])}</{added}></choice>"


def note_ids(notes: Sequence[Note]) -> dict[int, str]:
    """xml:id of each note by its `id()`: fn1, and fn1b, fn1c for further notes of that number, in the order of the TEI."""
    seen: dict[str, int] = {}
    ids = {}
    for n in sorted(notes, key=lambda n: (n.anchor is None, place_of(n).start)) if len(notes) > 1 else notes:
        stem = "fn" + (n.n if n.n.isalnum() and n.n.isascii() else _named(n.n))
        k = seen[stem] = seen.get(stem, 0) + 1
        ids[id(n)] = stem if k == 1 else stem + (chr(96 + k) if k < 27 else f"-{k}")
    return ids


def _named(number: str) -> str:
    """A note's number with no characters but those of XML names."""
    return "".join(c if c.isalnum() and c.isascii() or c in "-_." else f"-{ord(c):x}" for c in number)


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
