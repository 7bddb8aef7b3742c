"""The running texts of a TEI file, each character with its place in the file: so that words can be found, and tagged where they stand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from html import unescape
from itertools import takewhile
from typing import NamedTuple

from lxml import etree

from tei_cable.model import Span
from tei_cable.tei.flow import is_numbered
from tei_cable.tei.names import CHOICES, T
from tei_cable.tei.others import local
from tei_cable.tei.places import Place, tag
from tei_cable.text.regex import regex

_HOLDERS = frozenset("text front body back group div floatingText opener closer".split())
_ADDED = frozenset(CHOICES.values())
# between two tags: a remark, an instruction, a reference to a character, words
_PIECES = regex(rb"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[|\]\]>|&[^;\s]+;|[^&<\]]+|.", 16)
_BLANKS = " \t\n\r"
# So many characters that agree round words show that they are the same, if less than half of what was known does.
_ENOUGH = 40
# Shorter runs of characters are in any two sentences.
_RUN = 4


class Found(NamedTuple):
    """Characters `start` to `end` of a passage, and how many characters round them are as expected."""

    passage: "Passage"
    start: int
    end: int
    score: int


class Passage:
    """The text of a paragraph, a heading, a numbered note …, without the notes in it and what was added; white space as one blank.

    `begins` and `ends` are the bytes at which each character does; `spans` says which characters an element in it holds (of a numbered note: where
    it stands).
    """

    def __init__(self, element: etree._Element):
        self.element = element
        self.characters: list[str] = []
        self.begins: list[int] = []
        self.ends: list[int] = []
        self.spans: dict[etree._Element, Span] = {}
        self.text = ""

    def add(self, data: bytes, start: int, end: int, encoding: str) -> None:
        """Take up the characters between two tags."""
        for m in _PIECES.finditer(data, start, end):
            if m[0].startswith((b"<", b"]]>")):
                continue
            words = m[0].decode(encoding, "replace")
            at = m.start()
            for c in [unescape(words)] if words[0] == "&" else words:
                size = len(m[0]) if words[0] == "&" else len(c.encode(encoding, "replace"))
                if c not in _BLANKS:
                    self._put(c, at, at + size)
                elif self.characters and self.characters[-1] != " ":
                    self._put(" ", at, at + size)
                at += size

    def _put(self, c: str, start: int, end: int) -> None:
        self.characters.append(c)
        self.begins.append(start)
        self.ends.append(end)

    def holding(self, start: int, end: int) -> list[etree._Element]:
        """The elements in it that hold these characters and more, the outer first."""
        return [e for e, s in self.spans.items() if s.start <= start and end <= s.end and s != (start, end) and e is not self.element]


def passages(root: etree._Element, data: bytes, places: Mapping[etree._Element, Place]) -> list[Passage]:
    """The passages of all texts of a document, in order; a note comes after the passage in which it stands."""
    encoding = root.getroottree().docinfo.encoding or "utf-8"
    reader = _Reading(data, encoding, places)
    for text in root.iterfind(f"{T}text"):
        reader.holder(text)
    for p in reader.found:
        p.text = "".join(p.characters)
    return reader.found


class _Reading:
    def __init__(self, data: bytes, encoding: str, places: Mapping[etree._Element, Place]):
        self.data, self.encoding, self.places = data, encoding, places
        self.found: list[Passage] = []

    def holder(self, e: etree._Element) -> None:
        """An element that holds passages."""
        for c in e.iterchildren(etree.Element):
            if local(c) in _HOLDERS:
                self.holder(c)
            else:
                self.passage(c)

    def passage(self, e: etree._Element) -> None:
        p = Passage(e)
        self.found.append(p)
        self.fill(e, p)

    def fill(self, e: etree._Element, p: Passage) -> None:
        start = len(p.characters)
        # the outer elements stand before the inner ones
        p.spans[e] = Span(start, start)
        at, end = tag(self.data, self.places[e].offset).end, self.places[e].end
        for c in e.iterchildren(etree.Element):
            p.add(self.data, at, self.places[c].offset, self.encoding)
            kind = local(c)
            if is_numbered(c, kind):
                p.spans[c] = Span(len(p.characters), len(p.characters))
                self.passage(c)
            elif kind not in _ADDED:
                self.fill(c, p)
            at = self.after(c)
        if self.data.startswith(b"</", end):
            p.add(self.data, at, end, self.encoding)
        p.spans[e] = Span(start, len(p.characters))

    def after(self, e: etree._Element) -> int:
        """The byte behind an element."""
        end = self.places[e].end
        return self.data.index(b">", end) + 1 if self.data.startswith(b"</", end) else tag(self.data, self.places[e].offset).end


def found(texts: Sequence[Passage], words: str, before: str, after: str) -> list[Found]:
    """Where the words stand between those before and after, as well as it can be known; several places when all is alike there."""
    for alike_ in (alike, _nearly):
        every = [Found(p, at, end, alike_(p, at, end, before, after)) for p in texts for at, end in _in(p, words)]
        best = max((f.score for f in every), default=0)
        if every and best >= enough(before, after):
            return [f for f in every if f.score == best]
    return []


def enough(before: str, after: str) -> int:
    """How many characters round words must be as they were."""
    return min(_ENOUGH, (len(before) + len(after) + 1) // 2)


def _in(p: Passage, words: str) -> Iterator[tuple[int, int]]:
    at = p.text.find(words)
    while at >= 0 and words:
        yield at, at + len(words)
        at = p.text.find(words, at + 1)


def alike(p: Passage, start: int, end: int, before: str, after: str) -> int:
    """How many characters next to these are as expected."""
    left, right = _round(p, start, end, before, after)
    return _same(reversed(left), reversed(before)) + _same(right, after)


def _nearly(p: Passage, start: int, end: int, before: str, after: str) -> int:
    """How many characters near these are as expected, where words between them have changed."""
    pairs = zip(_round(p, start, end, before, after), (before, after), strict=True)
    runs = (b.size for here, known in pairs for b in SequenceMatcher(None, here, known, autojunk=False).get_matching_blocks())
    return sum(size for size in runs if size >= _RUN)


def _round(p: Passage, start: int, end: int, before: str, after: str) -> tuple[str, str]:
    return p.text[max(0, start - len(before)) : start], p.text[end : end + len(after)]


def _same(a: Iterable[str], b: Iterable[str]) -> int:
    """How many characters agree from the first on."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
