"""The text of a telegram in teletype form: paragraphs, joined over the headings of pages, and telegrams that it quotes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tei_cable.model import Block, Diagnostic, Mention, Span
from tei_cable.readers.teletype.facts import mentions
from tei_cable.readers.teletype.head import Row, header
from tei_cable.readers.teletype.marks import Line, cut_words
from tei_cable.text.layout import IN_DOUBT, rejoined
from tei_cable.text.regex import regex

_LABEL = regex(
    r"(?P<n>\d{1,2})(?P<stop>[.)]{1,2}(?=\s|$|[A-Z\"(])|\s{1,4}(?=[A-Z\"]))|\(?(?P<letter>[A-Z]|[IVX]{2,4})[.)]\s|"
    r"\((?P<inner>\d{1,2})\)\s|[-*]\s"
)
_STOPPED = regex(r"[.?!:;](?:\s?[\"')\]]+)?$")
# What the items of a list but the last may end with.
_LISTED = regex(r"[,;]$|\s(?:AND|OR)$", re.IGNORECASE)
_QUOTE = regex(r"(?:.*[\s:.])?(?:BEGIN )?(?:QUOTE|QTE)[:.]?")
_UNQUOTE = regex(r"(?:.*[\s.])?(?:UNQUOTE|UNQTE|END QUOTE)\b[.:]?.{0,30}")
_SIGNED = regex(r"[A-Z][A-Z'\u2019-]*[A-Z](?:[ ,]+(?:[A-Z][A-Z'\u2019-]*\.?)){0,2}")
_UNSIGNED = regex(
    r"(?:END|BEGIN|SECTION|QUOTE|UNQUOTE|COMMENT|SUMMARY|TEXT|NOTE|REGARDS|ATTACHMENT|ANNEX|CONFIDENTIAL|SECRET|UNCLAS\w*|LIMITED|EXDIS|NODIS|LIMDIS|STADIS)\b"
)
# Lines of a header that shows a second part or a quoted telegram.
_HEADED = frozenset(("dtg", "from", "to", "action", "number", "bureaus"))
_FEWEST = 2
# Lines: the longest header inside a text.
_LONGEST = 150
# A line that fills this share of the width goes on in the next; one below the second share ends its paragraph.
_FULL, _SHORT = 0.85, 0.7
# How many paragraph numbers may be left out.
_JUMP = 6
_SAMPLE = 400
_BLANK = " \t\n\r\x0b\x0c"


@dataclass(slots=True)
class Body:
    """Blocks in order, mentions inside them, findings, and the name that signs."""

    blocks: list[Block] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)
    signed: Span | None = None


def body(text: str, lines: Sequence[Line], first: int, blanks: int) -> Body:
    """The blocks of the lines from `first` on; `blanks` is how many blank lines part two paragraphs."""
    made = _Body(text, lines, blanks)
    made.read(first, len(lines), "")
    return made.made


def width(lines: Sequence[Line]) -> int:
    """How long a line of the text is that fills its width."""
    lengths = sorted(line.span.end - line.span.start for line in lines[:_SAMPLE] if not line.mark)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


class _Body:
    def __init__(self, text: str, lines: Sequence[Line], blanks: int):
        self.text, self.lines, self.blanks = text, lines, blanks
        self.width = width(lines)
        # without any blank line between paragraphs only their numbers and short lines tell them apart
        self.dense = not any(b.blanks >= blanks and not a.mark and not b.mark for a, b in pairwise(lines))
        self.made = Body()
        self.spans: list[Span] = []
        self.run = Span(0, 0)
        self.waiting: list[tuple[Span, str]] = []
        self.number, self.letter = 0, ""
        self.attrs: dict[str, str] = {}
        self.within = ""
        self.quotes = 0

    def read(self, at: int, end: int, within: str) -> None:
        """Take the lines from `at` to `end`."""
        while at < end:
            line = self.lines[at]
            after = self._headed(at, end)
            if after > at:
                at = after
            elif line.mark:
                self.waiting.append((line.span, line.mark))
                at += 1
            else:
                self._line(at)
                at = self._quoted(at, end) if not within else at + 1
        self._sign(within)
        self._close()

    def _line(self, at: int) -> None:
        """Add a line of text to the paragraph, or begin the next with it."""
        line = self.lines[at]
        label = self._label(at)
        if self.spans and not label and self._continues(at):
            self._extend(line)
        else:
            self._close()
            self.spans = [line.span]
            self.run = line.span
        if label and label["n"]:
            self._count(label)
        elif label and label["letter"]:
            self.letter = label["letter"]

    def _count(self, label: re.Match[str]) -> None:
        """A number that goes on with the count is the paragraph's, also where others are left out or its full stop is."""
        n, last = int(label["n"]), self.number
        self.number, self.letter = n, ""
        if last < n <= last + _JUMP and self.spans[0].start == label.start():
            self.made.mentions.append(Mention(Span(label.start("n"), label.start("n") + len(label["n"] + label["stop"].rstrip())), "label"))
            self.attrs = {"n": label["n"]}

    def _label(self, at: int) -> re.Match[str] | None:
        """The number of a paragraph at the start of a line."""
        line = self.lines[at]
        m = _LABEL.match(self.text, *line.span)
        if m is None:
            return None
        apart = line.blanks >= self.blanks or not self.spans
        if m["n"]:
            n = int(m["n"])
            if m["stop"].isspace():
                return m if n == self.number + 1 and (apart or self._ended()) and self.number else None
            follows = n == self.number + 1 or n == 1 or (not self.number and n == 2)
            return m if apart or (self._ended() and (follows or self.number < n <= self.number + _JUMP)) else None
        if apart:
            return m
        letter = m["letter"]
        follows = letter is not None and ord(letter[0]) == ord(self.letter[:1] or "@") + 1
        ended = self._ended() or (follows and _LISTED.search(self._last()) is not None)
        return m if ended and (letter is None or letter in "AI" or follows) else None

    def _last(self) -> str:
        """The end of the paragraph."""
        return self.text[max(self.spans[-1].start, self.spans[-1].end - 6) : self.spans[-1].end]

    def _ended(self) -> bool:
        """Whether the line above ends a sentence, or is too short to go on."""
        return not self.spans or _STOPPED.search(self._last()) is not None or self._length() < self.width * _SHORT

    def _length(self) -> int:
        """How long the last line of the paragraph is."""
        end = self.spans[-1].end
        return end - max(self.text.rfind("\n", 0, end), self.spans[-1].start - 1) - 1

    def _continues(self, at: int) -> bool:
        """Whether a line that has no number goes on with the paragraph."""
        line = self.lines[at]
        stopped = _STOPPED.search(self._last()) is not None
        if self.text[line.span.start].islower():
            return True
        if self.waiting:
            # what a page cuts goes on, unless the line above the cut ends both a sentence and a paragraph's last line
            return not stopped or (self._length() >= self.width * _FULL and self._last()[-1] not in ":;")
        if line.blanks >= self.blanks:
            return not stopped and self._length() >= self.width * _FULL and len(self.spans) + self.spans[-1].end - self.spans[0].start > self.width
        return not (self.dense and stopped and self._length() < self.width * _SHORT)

    def _extend(self, line: Line) -> None:
        last = self.spans[-1]
        if self.waiting:
            self._end_run(self.waiting[0][0].start)
            # no-break spaces are characters of the text
            self.spans[-1] = Span(last.start, last.end + len(self.text[last.end : self.waiting[0][0].start].rstrip(_BLANK)))
            self.made.mentions += [Mention(span, "fw", attrs={"type": kind}) for span, kind in self.waiting]
            self.spans.append(Span(self.waiting[0][0].start, line.span.end))
            self.run = line.span
            self.made.found.append(rejoined(last, line.span, over_page=True))
            self.waiting = []
            return
        if line.blanks >= self.blanks:
            self.attrs = {**self.attrs, **IN_DOUBT}
            self.made.found.append(rejoined(last, line.span, over_page=False))
        self.spans[-1] = Span(last.start, line.span.end)
        self.run = Span(self.run.start, line.span.end)

    def _end_run(self, cut: int = 0) -> None:
        """The hyphens of the lines since the last page; one that a page cuts off (`cut`: where its heading begins) is one too."""
        self.made.mentions += cut_words(self.text, self.run)
        end = self.run.end
        if cut and self.text[end - 1] == "-" and self.text[end - 2 : end - 1].isalpha():
            self.made.mentions.append(Mention(Span(end - 1, end), "lb", attrs={"break": "no"}))

    def _close(self) -> None:
        """End a paragraph; the furniture after it stands between it and the next."""
        if self.spans:
            self._end_run()
            self.made.blocks.append(Block("p", tuple(self.spans), self.attrs, self.within))
        self._furniture()
        self.spans, self.attrs = [], {}

    def _furniture(self) -> None:
        self.made.blocks += [Block("fw", (span,), {"type": kind}, self.within) for span, kind in self.waiting]
        self.waiting = []

    def _headed(self, at: int, end: int) -> int:
        """The line after a header that is repeated here, as furniture, since a further section begins; `at` when none does."""
        line = self.lines[at]
        if line.mark != "header" and not self.text.startswith(("ACTION ", "ORIGIN "), line.span.start):
            return at
        rows, after = self._header(at, end)
        for row in rows:
            kind = row.name if row.name in ("class", "stamp", "footer") else "header"
            if kind == "header" and self.waiting and self.waiting[-1][1] == kind:
                self.waiting[-1] = Span(self.waiting[-1][0].start, row.span.end), kind
            else:
                self.waiting.append((row.span, kind))
        return at + after

    def _header(self, at: int, end: int) -> tuple[Sequence[Row], int]:
        """The header lines from line `at` on, and how many lines they are; none when they are too few to be a header."""
        rows, after = header(self.text, self.lines[at : min(end, at + _LONGEST)], 0, self.blanks)
        return (rows, after) if len({r.name for r in rows} & _HEADED) >= _FEWEST else ((), 0)

    def _quoted(self, at: int, end: int) -> int:
        """The line after a quoted telegram that begins below line `at`, read as a text of its own; the next line when none does."""
        start = at + 1
        if start >= end or not _QUOTE.fullmatch(self.text, *self.lines[at].span):
            return start
        rows, first = self._header(start, end)
        if not rows:
            return start
        last = next((i for i in range(start + first, end) if _UNQUOTE.fullmatch(self.text, *self.lines[i].span)), -1)
        if last <= start + first:
            return start
        self._close()
        self.quotes += 1
        outer, self.within = (self.number, self.letter), f"letter-{self.quotes}"
        self.made.blocks += rows_blocks(rows, self.within)
        self.made.mentions += mentions(self.text, rows)
        alone = self.text.startswith(("UNQUOTE", "UNQTE", "END QUOTE"), self.lines[last].span.start)
        self.number, self.letter = 0, ""
        self.read(start + first, last + (not alone), self.within)
        self.within, (self.number, self.letter) = "", outer
        if alone:
            self._line(last)
        return last + 1

    def _sign(self, within: str) -> None:
        """Make the last line a signature when it is a name and nothing else."""
        if not self.spans or not (self.made.blocks or len(self.spans) > 1 or "\n" in self.text[slice(*self.spans[0])]):
            return
        end = self.spans[-1].end
        start = max(self.text.rfind("\n", 0, end) + 1, self.spans[-1].start)
        while self.text[start].isspace():
            start += 1
        name = Span(start, end)
        before = [*self.spans[:-1], Span(self.spans[-1].start, len(self.text[:start].rstrip()))]
        before = before if before[-1].end > before[-1].start else before[:-1]
        if not _SIGNED.fullmatch(self.text, *name) or _UNSIGNED.match(self.text, *name) or (before and not self._stands_apart(before[-1])):
            return
        if not before and not any(b.kind == "p" and b.within == within for b in self.made.blocks):
            return
        waiting, self.waiting = self.waiting, []
        self.spans, self.run = before, Span(min(self.run.start, name.start), max(self.run.start, before[-1].end) if before else self.run.start)
        if before:
            self._close()
        self.spans, self.waiting = [], waiting
        self.made.blocks.append(Block("closer/signed", (name,), {}, within))
        if not within:
            self.made.signed = name

    def _stands_apart(self, before: Span) -> bool:
        """Whether what is above a name is a whole paragraph: it ends with a stop."""
        return _STOPPED.search(self.text, max(before.start, before.end - 6), before.end) is not None


def rows_blocks(rows: Sequence[Row], within: str = "") -> list[Block]:
    """Header lines as blocks."""
    return [Block("opener/seg", (r.span,), {"type": r.kind}, within) if r.kind else Block("fw", (r.span,), {"type": r.name}, within) for r in rows]
