"""What an editor may decide of in a TEI file: tags, notes' places, corrections, values of the header, each with the words round it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from tei_cable.desk.passages import Passage
from tei_cable.tei.flow import is_numbered
from tei_cable.tei.names import CHOICES, NAMES, T
from tei_cable.tei.others import local, plain
from tei_cable.text.regex import regex

# The tags that say what words are. Paragraphs, their printed numbers, lists and page marks are the text's own order.
TAGS = NAMES | {"date", "ref", "q", "foreign", "supplied", "note", "choice"}
PARAGRAPH, NOTE, BRACKET, CITES = "p", "footnote", "bracket", "cites"
HEADER = f"{T}teiHeader/{T}profileDesc"
# What identifies a paragraph or a note is its beginning.
OPENING = 100
# Of the sentence round the words no more than this is kept on each side.
_WIDE = 160
_SENTENCE = regex(r"(?<=[.?!])[\"”’')\]]* (?=[\"“‘'(\[]*[A-Z0-9])")
# Boxes, numbers and markers in brackets are not words; a source note may stand in brackets as a whole.
_NO_WORDS = regex(r"\[\s*(?:\d+[a-z]?|\d+\s+of\s+\d+|[xX*†]|Source:.*)?\s*\]")
_DOUBTFUL = frozenset({"medium", "low"})


class Mark(NamedTuple):
    """Something that can be decided: the element (None for words that no tag holds), its kind, and its words with those before and after.

    `kind` is the name of the element; of a value of the header "received/placeName" or `cites`; `footnote` for where a numbered note stands,
    `bracket` for a bracket in words. `value` is what it stands for now: an id, a date, a number, a correction.
    """

    element: etree._Element | None
    kind: str
    passage: Passage | None
    start: int
    end: int
    words: str
    before: str
    after: str
    value: str = ""

    @property
    def bearer(self) -> etree._Element | None:
        """The element that says who answers, and how sure it is: of a choice, the addition."""
        return self.element[-1] if self.element is not None and self.kind == "choice" and len(self.element) else self.element

    @property
    def doubtful(self) -> bool:
        """Whether the program would not bet on it."""
        return self.kind == BRACKET or (self.bearer is not None and self.bearer.get("cert") in _DOUBTFUL)

    @property
    def unplaced(self) -> bool:
        """Whether it is a note of which nobody knows where it stands."""
        return self.kind == NOTE and self.passage is None


def marks(root: etree._Element, texts: Sequence[Passage]) -> Iterator[Mark]:
    """All that can be decided in a document, in its order, the header first."""
    yield from _header(root)
    hosted = {e for p in texts for e in p.spans if e is not p.element}
    for p in texts:
        if local(p.element) == NOTE or (is_numbered(p.element, local(p.element)) and p.element not in hosted):
            yield Mark(p.element, NOTE, None, 0, 0, _opening(p.element), "", "")
        if local(p.element) == PARAGRAPH:
            words = _begin(p.text)
            yield Mark(p.element, PARAGRAPH, p, 0, len(p.text), words, "", p.text[len(words) :][:_WIDE])
        yield from sorted((*_tagged(p), *_brackets(p)), key=lambda m: (m.start, -m.end))


def _tagged(p: Passage) -> Iterator[Mark]:
    for e, (start, end) in p.spans.items():
        kind = local(e)
        if kind not in TAGS or (e is p.element):
            continue
        before, after = around(p.text, start, end)
        if is_numbered(e, kind):
            yield Mark(e, NOTE, p, start, end, _opening(e), before, after)
        else:
            yield Mark(e, kind, p, start, end, p.text[start:end], before, after, value(e))


def _opening(note: etree._Element) -> str:
    """By what a note is known: its number and how it begins."""
    return _begin(f"{note.get('n', '')} {plain(note)}".strip())


def _begin(text: str) -> str:
    """The first words of a text."""
    return text if len(text) <= OPENING else text[:OPENING].rpartition(" ")[0] or text[:OPENING]


def value(e: etree._Element) -> str:
    """What a tag stands for."""
    kind = local(e)
    if kind in NAMES:
        return e.get("ref", "").removeprefix("#")
    if kind == "choice":
        return plain(e[-1]) if len(e) else ""
    return e.get("when", "") if kind == "date" else e.get("n", "") if kind == "ref" else ""


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """The rest of the sentence before and after these characters; more of the text when the sentence is short, less when it is very long."""
    first, last = max(0, start - _WIDE), min(len(text), end + _WIDE)
    begin = max((m.end() for m in _SENTENCE.finditer(text, first, start) if start - m.end() > _WIDE // 4), default=first)
    close = next((m.start() for m in _SENTENCE.finditer(text, end, last) if m.start() - end > _WIDE // 4), last)
    return text[begin:start], text[end:close]


def _brackets(p: Passage) -> Iterator[Mark]:
    """Brackets that no tag accounts for: without their other half, or with words and at the edge of no element."""
    if "[" not in p.text and "]" not in p.text or local(p.element) not in (PARAGRAPH, "note"):
        return
    edges = {at for e, s in p.spans.items() if e is not p.element for at in (s.start, s.end - 1)}
    opened: list[int] = []
    for at, c in enumerate(p.text):
        if c == "[":
            opened.append(at)
        elif c == "]":
            start = opened.pop() if opened else at
            if start == at or not ({start, at} & edges or _NO_WORDS.match(p.text, start, at + 1)):
                yield _bracket(p, start, at + 1)
    yield from (_bracket(p, at, at + 1) for at in opened)


def _bracket(p: Passage, start: int, end: int) -> Mark:
    return Mark(None, BRACKET, p, start, end, p.text[start:end], *around(p.text, start, end))


def _header(root: etree._Element) -> Iterator[Mark]:
    profile = root.find(HEADER)
    if profile is None:
        return
    for date in profile.iterfind(f"{T}creation/{T}date"):
        yield _field(date, "creation/date", (), ())
    for action in profile.iterfind(f"{T}correspDesc/{T}correspAction"):
        parts = list(action.iterchildren(etree.Element))
        for i, e in enumerate(parts):
            yield _field(e, f"{action.get('type', '')}/{local(e)}", parts[:i], parts[i + 1 :])
    for e in profile.iterfind(f"{T}correspDesc/{T}correspContext/{T}ref"):
        yield _field(e, CITES, (), ())


def _field(e: etree._Element, kind: str, before: Iterable[etree._Element], after: Iterable[etree._Element]) -> Mark:
    told = [", ".join(w for x in xs if (w := plain(x) or value(x))) for xs in (before, after)]
    lead = f"{kind.partition('/')[0]}: {told[0]}{', ' if told[0] else ''}"
    return Mark(e, kind, None, 0, 0, plain(e) or value(e), lead, f", {told[1]}" if told[1] else "", value(e))


ADDITIONS = frozenset(CHOICES.values())
