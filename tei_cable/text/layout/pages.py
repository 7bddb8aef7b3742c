"""What a page leaves in a text: page marks, page numbers, running heads and feet, stamps and classifications."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from tei_cable.model import Span
from tei_cable.text.dates import when
from tei_cable.text.layout.spans import lines
from tei_cable.text.regex import regex

# A page mark that may stand inside a line too.
PAGE = regex(r"\[(?:[Pp]age|[Pp]\.) ?(?P<n>[\w-]{1,12})\]")
_PAGES = (
    PAGE,
    regex(r"(?:[Pp]age|[Pp]\.)\s(?P<n>\d{1,4})(?:\s(?:of|/)\s\d{1,4})?"),
    regex(r"(?P<dash>[-\u2013\u2014]{1,3})\s?(?P<n>\d{1,4}|[ivxlc]{1,7})\s?(?P=dash)"),
)
_FURNITURE = (
    (regex(r"PAGE\s+\d{1,3}\b.{0,60}"), "header"),
    (regex(r"(?:TOP\s+SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|RESTRICTED|(?:LIMITED )?OFFICIAL USE(?: ONLY)?)"), "class"),
    (regex(r"(?:DECLASSIFIED|Declassified)\b.{0,90}"), "stamp"),
)
_NUMBER = regex(r"\d{1,4}")
# A line with a number at one of its ends, as a running head has that of its page.
_HEAD = regex(r"(?P<before>\d{1,4})?(?:\b|(?<=\d))\s*(?P<words>.*?[^\W\d_].*?)\s*(?P<after>(?<![\d,])\b\d{1,4})?", re.DOTALL)
_DIGITS = regex(r"\d+")
# "Para 2" and "Section 3" are labels.
_WORDS = regex(r"[^\W\d_]{2,}.*\W[^\W\d_]{2,}", re.DOTALL)
# How a page mark or a line of furniture begins.
_MARKED = frozenset("[pPTSCURLODd-\u2013\u20140123456789")
# What a line of furniture begins with that may be longer than other marks.
_LONG = ("PAGE", "DECLASSIFIED", "Declassified")
_SHORTEST = 30
# Characters: the longest line of furniture, the longest running head.
_WIDEST, _LONGEST_HEAD = 110, 90
# How far apart two running heads' numbers are at most; no page has the number of a year; the share of capitals in a title.
_FAR, _YEARS, _CAPITALS = 4, 1700, 0.6
_TOKEN = regex(r"[^\W\d_]+")
_ENDS = frozenset(".!?;:,")
_LABELLED = regex(r"\d{1,3}[.)]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A page mark (`pb`, the value is its number) or a line of page furniture (`fw`, the value is its type).

    `sure` is false for a number alone: it is a page's only where a paragraph goes on after it.
    """

    span: Span
    kind: str
    value: str
    sure: bool = True

    @property
    def attrs(self) -> dict[str, str]:
        """The attributes of the element."""
        return {"n" if self.kind == "pb" else "type": self.value}


def mark(text: str, line: Span) -> Mark | None:
    """What a line is by itself; None when it has other words."""
    size = line.end - line.start
    if size > _SHORTEST and not text.startswith(_LONG, line.start) or size > _WIDEST or text[line.start] not in _MARKED:
        return None
    for pattern in _PAGES:
        if m := pattern.fullmatch(text, *line):
            return Mark(line, "pb", m["n"])
    if _NUMBER.fullmatch(text, *line):
        return Mark(line, "pb", text[slice(*line)], sure=False)
    return next((Mark(line, "fw", kind) for pattern, kind in _FURNITURE if pattern.fullmatch(text, *line)), None)


class Pages:
    """The marks of one text: those that a line shows by itself, and running heads, which show only together."""

    def __init__(self, text: str, chunks: Sequence[Span]):
        self.text = text
        self.inside = bool(chunks) and PAGE.search(text, chunks[0].start, chunks[-1].end) is not None
        self._rows = [lines(text, c) if text.find("\n", *c) >= 0 else [c] for c in chunks]
        short = [line for rows in self._rows for line in rows if line.end - line.start <= _LONGEST_HEAD]
        self._heads = _heads(text, short, chunks)
        self._counted = _counted(text, short)

    def runs(self) -> Iterator[tuple[Span, list[Mark]]]:
        """The runs of lines cut where marks stand on lines of their own: each with the marks that it consists of, if it does."""
        for rows in self._rows:
            if len(rows) == 1 and rows[0].end - rows[0].start > _WIDEST:
                yield rows[0], []
                continue
            marks = [self._mark(line) for line in rows]
            if all(marks):
                yield Span(rows[0].start, rows[-1].end), [m for m in marks if m]
                continue
            # a number alone is a page's only in a run of its own
            for sure, group in groupby(zip(rows, marks, strict=True), key=lambda x: x[1] is not None and x[1].sure):
                part = list(group)
                yield Span(part[0][0].start, part[-1][0].end), [m for _, m in part if m] if sure else []

    def _mark(self, line: Span) -> Mark | None:
        if line in self._heads:
            return Mark(line, "fw", "header")
        found = mark(self.text, line)
        return Mark(line, "pb", found.value) if found and not found.sure and line in self._counted else found


def headlike(text: str, line: Span) -> bool:
    """Whether a line is short and has a page's number at one of its ends, or is set in capitals: it may be a running head."""
    start, end = line
    if end - start > _LONGEST_HEAD or text[end - 1] in _ENDS:
        return False
    words = text[start:end]
    return words[0].isdecimal() and not _LABELLED.match(words) or words[-1].isdecimal() or words.endswith("[]") or words.isupper()


def _counted(text: str, short: Iterable[Span]) -> set[Span]:
    """Numbers alone on lines that count pages: each one more than the one before."""
    rows = [line for line in short if line.end - line.start <= 4 and text[slice(*line)].isdecimal()]
    numbers = [int(text[slice(*line)]) for line in rows]
    return set(rows) if len(rows) > 1 and all(b == a + 1 for a, b in pairwise(numbers)) else set()


def _heads(text: str, short: Iterable[Span], chunks: Collection[Span]) -> set[Span]:
    """Running heads and feet: lines that stand several times with the number of a page that rises, or one that looks like nothing else."""
    groups: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    for line in short:
        start, end = line
        first, last = text[start], text[end - 1]
        if first == "[" or not ("0" <= first <= "9" or "0" <= last <= "9"):
            continue
        m = _HEAD.fullmatch(text, start, end)
        if m and bool(m["before"]) != bool(m["after"]) and m["words"][0] not in ".)" and _WORDS.search(m["words"]):
            groups[_DIGITS.sub("#", m["words"].casefold())].append((int(m["before"] or m["after"]), line))
    found: set[Span] = set()
    for rows in groups.values():
        numbers = [n for n, _ in rows]
        if len(rows) > 1 and all(0 < b - a <= _FAR for a, b in pairwise(numbers)):
            found.update(line for _, line in rows)
    if not found:
        alone = {line for rows in groups.values() for n, line in rows if n < _YEARS and _is_title(text[slice(*line)])}.intersection(chunks)
        found.update(alone if len(alone) == 1 else ())
    return found


def _is_title(words: str) -> bool:
    """Whether most words have a capital and not only capitals, nothing ends a sentence, and the number is no day."""
    parts = words.split()
    if any(when(" ".join(pair)) for pair in (parts[:2], parts[-2:])):
        return False
    initials = [w[0].isupper() for w in _TOKEN.findall(words)]
    return words[-1] not in _ENDS and not words.isupper() and sum(initials) >= _CAPITALS * len(initials)
