"""The texts of notes where they stand together, at the end of a document."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from tei_cable.model import Code, Diagnostic, Furniture, Severity, Span
from tei_cable.text.layout import MARKER, lines, trim

CONTINUED = Code("N006", "note-continued", Severity.INFO)

MARK = re.compile(MARKER)
# A number without words after it is no note.
_LABEL = re.compile(rf"({MARKER})\s+(?=\S)(?!{MARKER}(?:\s|$))")
_LINE_LABEL = re.compile(rf"^[^\S\n]*{_LABEL.pattern}", re.MULTILINE)
_LISTED = re.compile(r"(?P<n>\d{1,3})(?:[.)][^\S\n]+|[^\S\n]+(?=[A-Z\"\u201c(\[]))")
_HEADLINE = re.compile(r"(?:Foot|End)?[Nn]otes?:?|NOTES:?|Anmerkungen:?|Примечания:?")
_SOURCE = re.compile(r"\[?Source\s?[:;]")
_ARROWS = "\u21a9\u21b5\ufe0e"
_ARROW = re.compile(rf"\s*[{_ARROWS}]+$")
# Paragraphs a note may have after its first; the step between two numbers; the share of listed numbers that have a marker.
_MORE, _STEP, _SHARE = 3, 10, 0.6


class NoteText(NamedTuple):
    """The text of one note: its number, what prints the number, and its words."""

    n: str
    label: Span
    spans: tuple[Span, ...]


class Apart(NamedTuple):
    """A document's paragraphs with its notes taken out.

    `marks` are the bracketed markers in the paragraphs, in order; headlines over the notes and arrows behind them are furniture.
    """

    body: list[Span]
    marks: list[Span]
    notes: list[NoteText]
    furniture: list[Furniture]
    found: list[Diagnostic]


def apart(text: str, chunks: Sequence[Span]) -> Apart:
    """Take the notes at the end of a document out of its paragraphs.

    A note begins a line: `[3] words`; or, when such markers stand in the text before, `3. words`, `3) words` and `3 words` too.
    """
    if not chunks:
        return Apart([], [], [], [], [])
    labelled = [i for i, c in enumerate(chunks) if text[c.start] == "[" and _LABEL.match(text, *c)]
    if labelled and len(chunks) - 1 - labelled[-1] <= _MORE and (found := _bracketed(text, chunks, labelled)):
        return found
    if text[chunks[-1].start].isdigit() and (found := _listed(text, chunks)):
        return found
    return Apart(list(chunks), _marks(text, chunks), [], [], [])


def is_source(text: str, note: NoteText) -> bool:
    """Whether a note says where the document is kept."""
    return _SOURCE.match(text, *note.spans[0]) is not None


def _bracketed(text: str, chunks: Sequence[Span], labelled: Sequence[int]) -> Apart | None:
    """Notes that begin with `[n]`: the last run of such paragraphs in which the numbers rise."""
    at = len(labelled) - 1
    while at > 0 and labelled[at] - labelled[at - 1] <= 1 + _MORE:
        step = _step(text, chunks[labelled[at - 1]], chunks[labelled[at]])
        if step is None or step < 0 or labelled[at] - labelled[at - 1] > 1 and step > 1:
            break
        at -= 1
    first = labelled[at]
    marks = _marks(text, chunks[:first])
    before = _numbers(text, marks)
    notes: list[NoteText] = []
    more: list[Diagnostic] = []
    for chunk in chunks[first:]:
        read = list(_split(text, chunk, notes[-1].n if notes else "", before))
        # what stands in front of the first number goes on with the note above
        rest = trim(text, chunk.start, read[0].label.start) if read else chunk
        if rest.start < rest.end:
            more.append(CONTINUED.at(rest, f"This paragraph stands after note {notes[-1].n} and was read as part of it."))
            notes[-1] = notes[-1]._replace(spans=(*notes[-1].spans, rest))
        notes += read
    if not any(n.n in before for n in notes) and not is_source(text, notes[0]):
        return None
    return _done(text, list(chunks[:first]), marks, notes, more)


def _step(text: str, above: Span, here: Span) -> int | None:
    """By how much the first number of `here` exceeds the last of `above`; None when they are of different kinds."""
    labels = [m[1] for m in (_LABEL.match(text, *above), *_LINE_LABEL.finditer(text, *above)) if m]
    last = labels[-1][1:-1]
    first = _LABEL.match(text, *here)
    n = first[1][1:-1] if first else ""
    return int(n) - int(last) if n.isdigit() and last.isdigit() else 0 if n.isdigit() == last.isdigit() else None


def _marks(text: str, chunks: Sequence[Span]) -> list[Span]:
    return [Span(*m.span()) for m in MARK.finditer(text, chunks[0].start, chunks[-1].end)] if chunks else []


def _numbers(text: str, marks: Sequence[Span]) -> set[str]:
    return {text[m.start + 1 : m.end - 1] for m in marks}


def _split(text: str, chunk: Span, last: str, before: Collection[str]) -> Iterator[NoteText]:
    """The notes of one run of lines; a line that begins with a number out of order goes on with the note above."""
    starts: list[tuple[str, int, int]] = []
    first = _LABEL.match(text, *chunk)
    if first is None:
        return
    for m in (first, *_LINE_LABEL.finditer(text, first.end(1), chunk.end)):
        n = m[1][1:-1]
        if not last or _follows(last, n) or n in before:
            starts.append((n, m.start(1), m.end(1)))
            last = n
    if not starts:
        return
    for (n, start, words), end in zip(starts, [*(s for _, s, _ in starts[1:]), chunk.end], strict=True):
        yield NoteText(n, Span(start, words), (trim(text, words, end),))


def _follows(last: str, n: str) -> bool:
    return 0 <= int(n) - int(last) <= _STEP if n.isdigit() and last.isdigit() else n.isdigit() == last.isdigit()


def _listed(text: str, chunks: Sequence[Span]) -> Apart | None:
    """Notes of a numbered list at the end: their numbers rise, and most of them have a bracketed marker before the list."""
    rows: list[tuple[int, Span, int]] = []
    first = len(chunks)
    while first:
        read = [(int(m["n"]), line, m.end()) for line in lines(text, chunks[first - 1]) if (m := _LISTED.match(text, *line))]
        if not read or read[0][1].start != chunks[first - 1].start or rows and read[-1][0] > rows[0][0]:
            break
        rows = read + rows
        first -= 1
    numbers = [n for n, _, _ in rows]
    marks = _marks(text, chunks[:first])
    before = _numbers(text, marks)
    marked = sum(str(n) in before for n in numbers)
    if not rows or numbers != sorted(numbers) or marked < _SHARE * len(rows):
        return None
    ends = [*(line.start for _, line, _ in rows[1:]), chunks[-1].end]
    notes = [NoteText(str(n), trim(text, line.start, at), (trim(text, at, end),)) for (n, line, at), end in zip(rows, ends, strict=True)]
    if len(notes) == 1 and not is_source(text, notes[0]):
        return None
    return _done(text, list(chunks[:first]), marks, notes, [])


def _done(text: str, body: list[Span], marks: list[Span], notes: list[NoteText], found: list[Diagnostic]) -> Apart:
    """Put headlines and arrows aside."""
    furniture = []
    if body and _HEADLINE.fullmatch(text, *body[-1]):
        furniture.append(Furniture(body.pop(), "label"))
    for i, note in enumerate(notes):
        *others, last = note.spans
        if text[last.end - 1] in _ARROWS and (arrow := _ARROW.search(text, max(last.start, last.end - 4), last.end)):
            furniture.append(Furniture(trim(text, *arrow.span()), "arrow"))
            notes[i] = note._replace(spans=(*others, Span(last.start, arrow.start())))
    return Apart(body, marks, notes, furniture, found)
