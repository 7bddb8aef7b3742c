"""Walking through a source with the pieces of a TEI text in hand: what fits where, and what stands between."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tei_cable.tei import traces
from tei_cable.tei.flow import BLANK, FREE, Mark, NoteText, Piece
from tei_cable.text.squeezed import Squeezed


class Taken(NamedTuple):
    """Characters `start` to `end` of the squeezed source: of what `kind`, and what they `became` in the TEI.

    Of a note's text, `note` is its index and `words` where its own words begin, after its number.
    """

    kind: str
    start: int
    end: int
    became: str
    note: int = -1
    words: int = -1


class Value(NamedTuple):
    """A value of the header that may stand in the source outside the body: the element's path, and its words."""

    path: str
    pieces: Sequence[Piece]


@dataclass(slots=True)
class Step:
    """How far a piece could be brought: `at` in the source, `marks` of its marks found, and whether its text fits there (`ok`)."""

    at: int
    marks: int = 0
    blank: bool = False
    hyphen: bool = False
    ok: bool = False
    taken: list[Taken] = field(default_factory=list)


class Walk:
    """Matches pieces, notes and header values against a source. `seen` are the notes whose text has been found."""

    def __init__(self, source: Squeezed, notes: Sequence[NoteText], values: Sequence[Value]):
        self.flat, self.lined = source.flat, source.lined
        self.notes = notes
        self.values = values
        self.seen: set[int] = set()
        self._unseen: dict[tuple[str, bool], list[int]] = {}
        for i, note in enumerate(notes):
            self._unseen.setdefault((note.n, note.anchored), []).append(i)
        self._next = 0

    def see(self, taken: Collection[Taken]) -> None:
        """Note that these notes have been found."""
        for t in taken:
            if t.kind == "note":
                note = self.notes[t.note]
                self.seen.add(t.note)
                self._unseen[note.n, note.anchored].remove(t.note)

    def blank(self, at: int) -> bool:
        """Whether a blank stands at `at`."""
        return self.flat.startswith(" ", at)

    def line_start(self, at: int) -> bool:
        """Whether a line begins at `at`."""
        return at == 0 or self.lined[at - 1] in "\n\x0b"

    def edge(self, at: int) -> bool:
        """Whether a word may end at `at`: at a blank, at the end, before an arrow back to a marker."""
        return at >= len(self.flat) or self.flat[at] == " " or traces.backlink(self.flat, at) > at

    def step(self, piece: Piece, at: int, *, alone: bool = False) -> Step:
        """Match a piece at `at`: its marks, then its text; notes and bullets may stand before each of them, unless it is `alone`."""
        s = Step(at)
        while True:
            if self.blank(s.at) and (piece.text or s.marks < len(piece.marks)):
                s.at += 1
                s.blank = True
            if s.marks == len(piece.marks) and self._fits(piece, s):
                s.at += len(piece.text)
                s.ok = True
                return s
            taken = self._mark(piece, s) if s.marks < len(piece.marks) else None
            if taken:
                s.marks += 1
                s.hyphen = s.hyphen or taken.kind == "hyphen"
            elif alone or (taken := self.between(s.at, s.taken)) is None:
                return s
            if taken.end > s.at:
                s.taken.append(taken)
                s.at = taken.end

    def _fits(self, piece: Piece, s: Step) -> bool:
        return self.flat.startswith(piece.text, s.at) and (piece.lead == FREE or s.hyphen or s.blank == (piece.lead == BLANK))

    def run(self, pieces: Sequence[Piece], at: int) -> int | None:
        """The end of pieces that follow one another from `at` on, or None."""
        for piece in pieces:
            if not piece.marks and not self.flat.startswith(piece.text, at + self.blank(at)):
                return None
            s = self.step(piece, at, alone=True)
            if not s.ok:
                return None
            at = s.at
        return at

    def between(self, at: int, taken: Sequence[Taken] = ()) -> Taken | None:
        """A note's text or a bullet at `at`: what may stand between two blocks, or where a page ends."""
        if (end := traces.blanks(self.flat, at)) > at:
            return Taken("blanks", at, end, "")
        if at >= len(self.flat) or (at and self.flat[at - 1] != " "):
            return None
        found = self.note(at, [t.note for t in taken])
        if found is None and self.line_start(at) and (end := traces.bullet(self.flat, at)) > at:
            found = Taken("layout sign", at, end, "")
        return found

    def note(self, at: int, besides: Collection[int] = ()) -> Taken | None:
        """The text of a note at `at`, its number before it: the note of that number, or without a number the next in order."""
        start, n = traces.note_label(self.flat, at)
        for i in self.numbered(n, besides) if n else ():
            if (end := self._note_end(i, start)) is not None:
                return Taken("note", at, end, f"note {n}", i, start)
        while self._next in self.seen:
            self._next += 1
        i = self._next
        while i in besides:
            i += 1
        if i < len(self.notes) and i not in self.seen and self.notes[i].pieces:
            for begin in {at, start} if n is None else {at}:
                if (end := self._note_end(i, begin)) is not None:
                    return Taken("note", at, end, f"note {self.notes[i].n}", i, begin)
        return None

    def numbered(self, n: str, besides: Collection[int] = ()) -> Iterator[int]:
        """The notes of that number that may come next: the first of those in the text, and the first of those that nothing places."""
        for anchored in (True, False):
            i = next((i for i in self._unseen.get((n, anchored), ()) if i not in besides), None)
            if i is not None:
                yield i

    def _note_end(self, i: int, at: int) -> int | None:
        if not self.notes[i].pieces:
            # an empty note is its number alone on a line
            at -= self.flat[at - 1 : at] == " "
            return at if self._line_end(at) is not None else None
        end = self.run(self.notes[i].pieces, at)
        return traces.backlink(self.flat, end) if end is not None and end > at and self.edge(end) else None

    def _mark(self, piece: Piece, s: Step) -> Taken | None:
        """What stands for the next mark of the piece: the first reading after which the piece goes on, else the likeliest."""
        mark = piece.marks[s.marks]
        ends = list(self._ends(mark, piece, s))
        end = next((e for e in ends if self._goes_on(piece, s.marks + 1, e)), ends[0] if ends else None)
        became = {"note": f"note {mark.n}", "page": f"page {mark.n}"}.get(mark.kind, mark.n)
        return None if end is None else Taken(_TRACE[mark.kind], s.at, end, became)

    def _ends(self, mark: Mark, piece: Piece, s: Step) -> Iterator[int]:
        flat, at = self.flat, s.at
        if mark.kind == "page":
            yield from traces.page_mark(flat, at, mark.n)
            if mark.n and flat.startswith(mark.n, at) and self.line_start(at) and self._line_end(at + len(mark.n)) is not None:
                yield at + len(mark.n)
            if not mark.n or traces.names_page(piece.text, mark.n):
                yield at
        elif mark.kind == "note":
            yield from self._markers(mark, piece, s)
            if not mark.sure:
                yield at
        elif mark.kind == "hyphen":
            yield from traces.hyphen(flat, at)
            if s.blank and traces.hyphened(flat, at - 1):
                yield at
        else:
            yield from traces.link(flat, at, mark.n)

    def _markers(self, mark: Mark, piece: Piece, s: Step) -> Iterator[int]:
        """Where a note's marker ends: it stands in the block where the note does, and is not the number before a note's text."""
        crossed = self.line_start(s.at) and not mark.after_edge
        if mark.after_edge and not (s.blank or s.at == 0 or s.taken):
            return
        paged = any(t.kind == "page mark" for t in s.taken)
        if crossed and piece.lead == FREE and self.lined[s.at - 1 : s.at] == "\x0b" and not paged:
            return
        label = crossed and self.note(s.at) is not None
        for end in traces.markers(self.flat, s.at, mark.n, same_line=not crossed):
            if not label or (piece.text and self._goes_on(piece, s.marks + 1, end)):
                yield end

    def _goes_on(self, piece: Piece, marks: int, at: int, depth: int = 3) -> bool:
        at += self.blank(at)
        if marks == len(piece.marks):
            return self.flat.startswith(piece.text[:60], at)
        following = Step(at, marks, self.flat[at - 1 : at] == " ")
        return depth > 0 and any(self._goes_on(piece, marks + 1, e, depth - 1) for e in self._ends(piece.marks[marks], piece, following))

    def outside(self, at: int, *, follows: bool = False) -> Sequence[Taken]:
        """A line or more of metadata at `at`: signs, a label, a value of the header. Nothing if there is something else.

        It begins a line, or `follows` other metadata: some copies of a page are one line.
        """
        if not (follows or self.line_start(at)):
            return ()
        for start in dict.fromkeys((traces.emphasis(self.flat, at), at)):
            if found := self._metadata(start):
                close = self._line_end(found[-1].end) or 0
                before, after = ((Taken("layout sign", a, b, ""),) if b > a else () for a, b in ((at, start), (found[-1].end, close)))
                return (*before, *found, *after)
        return ()

    def _metadata(self, start: int) -> Sequence[Taken]:
        if value := self._value(start):
            return [value]
        if values := self._run(start):
            return values
        end, known = traces.label(self.flat, start)
        if end == start:
            return ()
        if known and self.flat[end - 1] != ":" and self._line_end(end) is not None:
            return [Taken("label", start, end, "")]
        # in some copies the document begins on the line of the last value
        value = self._value(end + self.blank(end), whole=not known)
        if value or (known and (self._line_end(end) is not None or self._labels(end))):
            label = Taken("label", start, end, value.became if value else "")
            return [label, value] if value else [label]
        return ()

    def _run(self, at: int) -> Sequence[Taken]:
        """Values that share a line, to its end or to a label: a date and a title."""
        found: list[Taken] = []
        while value := self._value(at, whole=False):
            found.append(value)
            if self._line_end(value.end) is not None or self._labels(value.end):
                return found
            at = value.end + self.blank(value.end)
        return ()

    def _labels(self, at: int) -> bool:
        """Whether a label follows."""
        return traces.label(self.flat, at + self.blank(at))[1]

    def _value(self, at: int, *, whole: bool = True) -> Taken | None:
        """A value of the header at `at`; it ends a line, unless it need not be `whole` lines."""
        for value in self.values:
            end = self.run(value.pieces, at)
            if end is not None and end > at and (self._line_end(end) is not None or not (whole or self.flat[end].isalnum())):
                return Taken("header value", at, end, value.path)
        return None

    def _line_end(self, at: int) -> int | None:
        """Where the signs at `at` end, if a line ends there."""
        end = traces.emphasis(self.flat, at)
        return end if end >= len(self.lined) or self.lined[end] in "\n\x0b" else None


_TRACE = {"note": "note marker", "page": "page mark", "hyphen": "hyphen", "link": "address"}
