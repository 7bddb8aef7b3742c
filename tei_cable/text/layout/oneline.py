"""A whole document on one line: parted where something on it can only begin or end a paragraph.

That is little: the heading up to its first marker, the dateline behind it, paragraphs whose numbers count on, the signature before the notes,
and the notes.
"""

from collections.abc import Iterator

from tei_cable.model import Span
from tei_cable.text.layout.spans import MARKER, trim
from tei_cable.text.regex import regex

# A marker stands at its word, a note's label between blanks.
_LABEL = regex(r"(?<=\s)\[(\d{1,3})\]\s(?=\S)")
_GLUED = regex(r"\S\[(\d{1,3})\]")
_HEAD = regex(rf"[^\[]{{0,200}}?(?:Telegram|TELEGRAM)[^\[]{{0,300}}{MARKER}(?=\s[A-Z])")
_TIME = r"(?:\s?[\u2014\u2013,-]\s?(?:[\d:.]{1,5}\s?(?:[ap]\.\s?m\.|Z)|[Nn]oon|[Mm]idnight))"
_DATELINE = regex(rf"\s*[A-Z][^.\[]{{0,60}}?\b\d{{1,2}},? ?\d{{4}}{_TIME}?\.?(?=\s)")
_NUMBER = regex(r"(?<=[.!?:\u201d\")\]])\s+(?=(\d{1,2})[.)]\s)")
_SIGNED = regex(r"(?<=[.!?\u201d\")\]])\s+(?=\[?[A-Z][\w'\u2019-]+(?:\s[A-Z][\w.'\u2019-]*){0,3}\]?$)")
# Characters: a line that may be a document, and where a heading or a signature ends or begins at most.
_LONG, _FRONT, _SIGNATURE = 250, 500, 60


def parted(text: str, line: Span) -> list[Span]:
    """The line as what can be told apart on it; whole, if nothing can."""
    if line.end - line.start < _LONG:
        return [line]
    notes = _notes(text, line)
    end = notes[0] if notes else line.end
    inside = [*_front(text, line.start, end), *_numbered(text, line.start, end), *notes]
    if not inside:
        return [line]
    edges = sorted({line.start, *inside, *_signature(text, line.start, end)})
    spans = (trim(text, a, b) for a, b in zip(edges, [*edges[1:], line.end], strict=True))
    return [s for s in spans if s.start < s.end]


def _notes(text: str, line: Span) -> list[int]:
    """Where notes begin: the last labels whose numbers count on, the first of them that of a marker."""
    found: list[tuple[int, int]] = []
    for m in reversed(list(_LABEL.finditer(text, *line))):
        if found and int(m[1]) != found[-1][0] - 1:
            break
        found.append((int(m[1]), m.start()))
    marked = {int(m[1]) for m in _GLUED.finditer(text, line.start, found[-1][1])} if found else set()
    return [at for _, at in reversed(found)] if found and found[-1][0] in marked else []


def _front(text: str, start: int, end: int) -> Iterator[int]:
    """Where a heading and the dateline below it end."""
    if head := _HEAD.match(text, start, min(end, start + _FRONT)):
        yield head.end()
        if date := _DATELINE.match(text, head.end(), end):
            yield date.end()


def _numbered(text: str, start: int, end: int) -> list[int]:
    """Where numbered paragraphs begin: two at least, from 1 on."""
    found: list[int] = []
    for m in _NUMBER.finditer(text, start, end):
        if int(m[1]) == len(found) + 1:
            found.append(m.end())
    return found if len(found) > 1 else []


def _signature(text: str, start: int, end: int) -> Iterator[int]:
    """Where a name begins with which the text ends."""
    end = trim(text, start, end).end
    if m := _SIGNED.search(text, max(start, end - _SIGNATURE), end):
        yield m.end()
