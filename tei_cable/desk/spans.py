"""The tagged spans of any TEI text, in positions that do not depend on white space or on where notes stand."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

_T = "{http://www.tei-c.org/ns/1.0}"
# What is compared, each with the attributes that say what a span stands for (the first that is there counts).
_POINTERS = ("ref", "corresp", "key", "target")
_DATES = ("when", "from", "notBefore", "to", "notAfter")
VALUES = {
    "persName": _POINTERS,
    "placeName": _POINTERS,
    "orgName": _POINTERS,
    "term": _POINTERS,
    "rs": _POINTERS,
    "date": _DATES,
    "ref": ("n", "target"),
}
# Brackets and blanks at the edges of a span, and the white space within a text, do not count.
_EDGES = "[]()"


class Tagged(NamedTuple):
    """Characters `start` to `end` of a stream, white space not counted; `value` is what the span stands for, "" when it does not say."""

    start: int
    end: int
    value: str


@dataclass(slots=True)
class Stream:
    """The running text, or one note: its characters without white space, and its spans by kind; `blanks` are the characters behind a blank."""

    text: str = ""
    spans: dict[str, list[Tagged]] = field(default_factory=dict)
    blanks: set[int] = field(default_factory=set)

    def words(self, start: int, end: int) -> str:
        """Characters `start` to `end` with the blanks between them."""
        return "".join(f" {c}" if i in self.blanks and i > start else c for i, c in enumerate(self.text[start:end], start))


def streams(root: etree._Element) -> dict[str, Stream]:
    """The running text (under "") and each note (under its number, a second one of the same number under "3/2").

    `root` is a TEI document, or an element of one such as a single `div`.
    """
    made = _Reading()
    text = root.find(f"{_T}text")
    made.read(root if text is None else text, "")
    return made.streams()


class _Reading:
    def __init__(self) -> None:
        self._parts: dict[str, list[str]] = {"": []}
        self._sizes = {"": 0}
        self._spans: dict[str, dict[str, list[Tagged]]] = {"": {}}
        self._blanks: dict[str, set[int]] = {"": set()}

    def streams(self) -> dict[str, Stream]:
        """What was read."""
        return {name: self._stream("".join(parts), name) for name, parts in self._parts.items()}

    def _stream(self, text: str, name: str) -> Stream:
        return Stream(text, {kind: [_trimmed(t, text) for t in found] for kind, found in self._spans[name].items()}, self._blanks[name])

    def read(self, e: etree._Element, stream: str) -> None:
        """Add an element's words and spans to a stream."""
        start = self._sizes[stream]
        self._add(e.text, stream)
        for child in e:
            if isinstance(child.tag, str):
                inside = self._note(child) if _is_note(child) else stream
                self.read(child, inside)
            self._add(child.tail, stream)
        kind = str(e.tag).removeprefix(_T)
        if kind in VALUES and self._sizes[stream] > start:
            self._spans[stream].setdefault(kind, []).append(Tagged(start, self._sizes[stream], _value(e, kind)))

    def _add(self, text: str | None, stream: str) -> None:
        if not text:
            return
        blanks, size = self._blanks[stream], self._sizes[stream]
        if text[0].isspace():
            blanks.add(size)
        words = text.split()
        for i, word in enumerate(words, 1):
            size += len(word)
            if i < len(words) or text[-1].isspace():
                blanks.add(size)
        self._parts[stream] += words
        self._sizes[stream] = size

    def _note(self, e: etree._Element) -> str:
        name = e.get("n") or "note"
        unique = next(f for f in _names(name) if f not in self._parts)
        self._parts[unique], self._sizes[unique], self._spans[unique], self._blanks[unique] = [], 0, {}, set()
        return unique


def _names(name: str) -> Iterator[str]:
    yield name
    n = 2
    while True:
        yield f"{name}/{n}"
        n += 1


def _is_note(e: etree._Element) -> bool:
    """Whether an element is a footnote or endnote; an editor's remark in the text is text."""
    return e.tag == f"{_T}note" and e.get("place") != "inline"


def _value(e: etree._Element, kind: str) -> str:
    value = next((v for a in VALUES[kind] if (v := e.get(a))), "")
    return value if kind in ("date", "ref") else value.rpartition("#")[2]


def _trimmed(t: Tagged, text: str) -> Tagged:
    start, end = t.start, t.end
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Tagged(start, end, t.value) if start < end else t
