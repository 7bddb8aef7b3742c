"""Lines of wrapped text, and what shows where its paragraphs end.

In wrapped text most lines end inside a sentence, and as far right as their words allow. The raggedness of those that certainly go on (no stop at the
end, a small letter at the start of the next) is measured; a line that leaves more room than they do ends a paragraph. Indentation, paragraph numbers
in their order, labels of notes and page marks begin or end one too.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from tei_cable.model import Span
from tei_cable.text.layout.pages import mark
from tei_cable.text.layout.spans import MARKER
from tei_cable.text.regex import regex

LABEL = regex(rf"{MARKER}\s")
_ENDED = regex(rf"[.!?:;\u2026\u2013\u2014][\"'\u2019\u201d\u00bb)\]]*(?:\s?{MARKER})*$")
_NUMBERED = regex(r"[\"\u201c(]?(?:(?P<n>\d{1,2})|(?P<letter>[A-Za-z]))[.)](?=\s)")
_BULLET = regex(r"[-\u2013\u2014\u2022*]\s")
_NAME = regex(r"\[?[^\W\d_a-z][\w.'\u2019-]*(?:\s[^\W\d_a-z][\w.'\u2019-]*){0,3}(?<!\.)\]?")
_GOING = frozenset(",-)\u2019'\"\u201d]")
# Lines of wrapped text are no longer than this; at least this share of them goes on in the next; fewer lines tell nothing.
WIDEST, SHARE, FEW = 130, 0.25, 6
# A line that leaves this share of the width free ends a paragraph even where lines are ragged.
_SHORT = 0.3
# Of the lines that go on, the share that may leave less room than what ends a paragraph; how much room of the width that may be at most.
_RAGGED, _MOST_ROOM = 0.97, 0.35
# The share of lines whose length counts for the width: a few may be longer.
_USUAL = 0.98
# Paragraph ends within a run of lines that show that blank lines do not part paragraphs.
_CROWDED = 2


def ended(text: str, row: Span) -> bool:
    """Whether something ends a sentence at the end of a line."""
    return _ENDED.search(text, max(row.start, row.end - 20), row.end) is not None


class Wrapping:
    """The lines of one text, run by run; `runs` says how many lines each run has.

    `wrapped` is whether they are lines of wrapped text. The lines of a run are asked for by the indexes of its first and of the one after its last.
    """

    def __init__(self, text: str, rows: Sequence[Span], runs: Sequence[int]):
        self.text = text
        self.rows = rows
        last = [text[b - 1] for _, b in rows]
        self.goes_on = [text[b].islower() and (x.isalnum() or x in _GOING) for x, (b, _) in zip(last, rows[1:], strict=False)]
        edge = 0
        for size in runs[:-1]:
            edge += size
            self.goes_on[edge - 1] = False
        going = sum(self.goes_on)
        self.columns = [0 if a == 0 or text[a - 1] == "\n" else a - text.rfind("\n", 0, a) - 1 for a, _ in rows]
        self.lengths = [column + b - a for column, (a, b) in zip(self.columns, rows, strict=True)]
        self.width = sorted(self.lengths)[int(len(rows) * _USUAL)]
        self.wrapped = len(rows) >= FEW and self.width <= WIDEST and going >= SHARE * (len(rows) - len(runs))
        if self.wrapped:
            self.room = [self.width - length - 1 - _first_word(text, row) for length, row in zip(self.lengths, rows[1:], strict=False)]
            rooms = sorted(room for room, goes_on in zip(self.room, self.goes_on, strict=True) if goes_on)
            # -1 where the next word never had any room
            self.ragged = max(min(rooms[int(_RAGGED * (len(rooms) - 1))], int(_MOST_ROOM * self.width)), -1) if rooms else -1

    def crowded(self, start: int, end: int) -> bool:
        """Whether a run of lines has paragraph ends inside it for sure."""
        found = 0
        for i in range(start, end - 1):
            found += self.room[i] > self.ragged and not self.goes_on[i] and ended(self.text, self.rows[i])
        return found >= _CROWDED

    def grouped(self, start: int, end: int, parted: Callable[[int], bool] = lambda _: False) -> list[Span]:
        """The lines of a run as paragraphs; one begins below line `i` where `parted(i)`."""
        indents = self._indents(start, end)
        made = [self.rows[start]]
        counted = self._number(self.rows[start], 0)
        for i, (above, row) in enumerate(pairwise(self.rows[start:end]), start):
            number = self._number(row, counted)
            if parted(i) or mark(self.text, above) or mark(self.text, row) or self._begins(i, end, number != counted, i + 1 in indents):
                made.append(row)
                counted = number
            else:
                made[-1] = Span(made[-1].start, row.end)
        return made

    def _number(self, row: Span, last: int) -> int:
        """The number of the paragraph that a line begins, if it follows the `last`; else the last."""
        m = _NUMBERED.match(self.text, *row)
        n = int(m["n"]) if m and m["n"] else 0
        return n if n in (last + 1, 1) else last

    def _begins(self, i: int, end: int, counted: bool, indented: bool) -> bool:
        """Whether line `i + 1` begins a paragraph, with a number that counts on (`counted`) or an indentation that says so."""
        if self.goes_on[i]:
            return False
        stopped, short = ended(self.text, self.rows[i]), self.room[i] > self.ragged
        if indented or (stopped or short) and (counted or self._is_item(self.rows[i + 1])):
            return True
        return short and (stopped or self.ragged <= 0 or self.room[i] > _SHORT * self.width) or stopped and self._alone(i + 1, end)

    def _is_item(self, row: Span) -> bool:
        return any(p.match(self.text, *row) for p in (LABEL, _BULLET, _NUMBERED))

    def _alone(self, i: int, end: int) -> bool:
        """Whether a line is a name with the notes or nothing below: a signature."""
        last = i + 1 == end or LABEL.match(self.text, *self.rows[i + 1])
        return bool(last) and _NAME.fullmatch(self.text, *self.rows[i]) is not None

    def _indents(self, start: int, end: int) -> set[int]:
        """Which lines are indented, where that is the way paragraphs begin; none where it is not."""
        columns = self.columns[start:end]
        base = Counter(columns).most_common(1)[0][0]
        found = {i for i, column in enumerate(columns, start) if column > base}
        return found if len(found) <= len(columns) // 2 else set()


def _first_word(text: str, row: Span) -> int:
    """The length of a line's first word."""
    end = text.find(" ", *row)
    return (row.end if end < 0 else end) - row.start
