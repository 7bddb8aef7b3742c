"""Running text: paragraphs joined where a page cut them, with the marks and furniture of pages between and inside them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tei_cable.model import Attrs, Block, Code, Diagnostic, Furniture, Mention, Severity, Span
from tei_cable.text.findings import NO_STOP
from tei_cable.text.layout.lineation import relined
from tei_cable.text.layout.pages import PAGE, Mark, Pages, headlike
from tei_cable.text.layout.spans import MARKER, VEIL, last_word, unblank
from tei_cable.text.regex import regex

JOINED = Code("T010", "joined-paragraph", Severity.WARNING)
# Of a paragraph that was joined where no page cuts it.
IN_DOUBT = {"cert": "medium"}
OVER_PAGE = Code("T011", "paragraph-over-page", Severity.INFO)

_MARKERS = regex(rf"(?:\s?{MARKER})+$")
_CLOSING = ("]", VEIL)
_STOPPED = regex(r"[.!?:;\u2026\-\u2013\u2014]['\"\u2019\u201d\u00bb)\]]*$")
_ITEM = regex(r"[\"\u201c\u2018]?(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|[-\u2013\u2014\u2022*](?!\w))")
_COUNTED = regex(r"[\"\u201c(]?(\d{1,2})[.)]\s")
_ABBREVIATED = regex(r"(?:\b[A-Z]\.)+$")
_FIRST = regex(r"[\"\u201c\u2018]?\(?(?:1|[aAiI])[.)]\s")
_SENTENCE = regex(r"[a-z]{2}[.?!][\"\u201d\u2019]?\s+(?=[\"\u201c\u2018(\[]?[A-Z0-9])")
_ENDED = regex(r"\b(?:[Ee]nd|END)(?: of)? [\"\u201c]?\w+$")
# A dash or dot that a list's label got when the list was flattened: "- 1. words".
_BULLET = regex(r"([-\u2013\u2022*\u00b7])[^\S\n]+(?=\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})[.)]\s)")
_BULLETS = frozenset("-\u2013\u2022*\u00b7")
# Words that end no sentence; "and" and "or" stand between the items of a list too.
_OPEN = frozenset(
    "the of to in a an for with by that on at from as is are be our his their its this these which who whose will would has have had was were "
    "been than if when we they he your my any no some other such into between under about against through during and or".split()
)
# Characters: a paragraph that may be cut, one that is running prose, what is looked at of an end.
_CUT, _PROSE, _TAIL = 60, 100, 80


@dataclass(slots=True)
class Flow:
    """The running text of a region: its blocks, what was found inside them, what leaves the text, and what was noticed."""

    blocks: list[Block] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)


def flow(text: str, chunks: Sequence[Span]) -> Flow:
    """Paragraphs (`p`) of these runs of lines, with the page marks and furniture between them and inside them."""
    made = Flow()
    if not chunks:
        return made
    pages = Pages(text, chunks)
    runs = list(pages.runs())
    waiting: list[Mark] = []
    spans: list[Span] = []
    attrs: Attrs = {}
    for i, (run, known) in enumerate(runs):
        below = runs[i + 1][0] if i + 1 < len(runs) else None
        marks = known or _head(text, spans, run, below)
        if marks and (spans or made.blocks or marks[0].kind == "pb"):
            waiting += marks
            continue
        chunk = _unbulleted(text, run, made)
        if spans and _goes_on(text, Span(spans[0].start, spans[-1].end), chunk, waiting, below):
            _join(text, spans, waiting, chunk, made)
            attrs = attrs if waiting else IN_DOUBT
        else:
            _close(spans, waiting, made, attrs)
            spans, attrs = [chunk], {}
        waiting = []
        if pages.inside:
            made.mentions += (_inside(text, chunk, m) for m in PAGE.finditer(text, *chunk))
    _close(spans, waiting, made, attrs)
    made.found += relined(text, chunks)
    return made


def _head(text: str, spans: Sequence[Span], run: Span, below: Span | None) -> list[Mark]:
    """A line over which a sentence goes on, when it looks like the head of a page."""
    if not (spans and below and text[below.start].islower() and headlike(text, run)):
        return []
    left = Span(spans[0].start, spans[-1].end)
    return [Mark(run, "fw", "header")] if joins(text, left, below) and not joins(text, left, run) else []


def _unbulleted(text: str, chunk: Span, made: Flow) -> Span:
    """A run of lines without the bullet before its label."""
    if text[chunk.start] in _BULLETS and (m := _BULLET.match(text, *chunk)):
        made.furniture.append(Furniture(Span(*m.span(1)), "bullet"))
        return Span(m.end(), chunk.end)
    return chunk


def _goes_on(text: str, left: Span, right: Span, waiting: Sequence[Mark], below: Span | None) -> bool:
    """Whether a paragraph goes on over what stands between: by its words, or because only numbered paragraphs begin anew here."""
    return joins(text, left, right, bool(waiting)) or bool(waiting) and _between_numbers(text, left, right, below)


def _between_numbers(text: str, left: Span, right: Span, below: Span | None) -> bool:
    """Whether `left` has a number, what follows `right` has the next one, and `right` has none."""
    above, after = _COUNTED.match(text, *left), _COUNTED.match(text, *below) if below else None
    return bool(above and after and int(after[1]) == int(above[1]) + 1 and not _ITEM.match(text, *right) and text[left.end - 1] != ":")


def joins(text: str, left: Span, right: Span, marked: bool = False) -> bool:
    """Whether `right` goes on with the paragraph that `left` begins.

    A page cut it, as a mark between them says (`marked`) or the words do: nothing ends the sentence, and the next goes on in lower case, or
    both parts are running prose, or the last word ends no sentence.
    """
    length = left.end - left.start
    lower = text[right.start].islower()
    if not lower and text[left.end - 1] in ".!?:;" or length < _CUT and not marked:
        return False
    end = _unmarked(text[max(left.start, left.end - _TAIL) : left.end])
    if _ITEM.match(text, right.start, right.end):
        return False
    if _STOPPED.search(end):
        return lower and (marked or _ABBREVIATED.search(end) is not None)
    return marked or lower or length >= _PROSE and _unended(text, left, right, end)


def _unmarked(ending: str) -> str:
    """The end of a paragraph without the markers of notes at it."""
    return (_MARKERS.sub("", ending) if ending[-1:] in _CLOSING else ending).rstrip()


def _unended(text: str, left: Span, right: Span, end: str) -> bool:
    """Whether a long paragraph without a full stop, and a capital after it, are one sentence."""
    word = last_word(end)
    if word in ("and", "or") and end[: -len(word)].rstrip()[-1:] in ";,":
        return False
    if word in _OPEN:
        return True
    prose = right.end - right.start >= _PROSE or text[right.end - 1] == "."
    return bool(word) and prose and (word.islower() or _SENTENCE.search(text, *left) is not None) and not _ENDED.search(end)


def unstopped(text: str, blocks: Sequence[Block]) -> list[Diagnostic]:
    """A finding for each paragraph of running prose that ends without a full stop."""
    found = []
    for i, block in enumerate(blocks):
        start, end = block.spans[-1]
        if block.kind != "p" or end - start < _PROSE or not (text[end - 1].isalpha() or text[end - 1] == "]"):
            continue
        tail = max(start, end - _TAIL)
        ending = _unmarked(text[tail:end])
        word = last_word(ending)
        if word[-1:].islower() and _SENTENCE.search(text, start, end) and not _lists(text, blocks[i + 1 :][:1]):
            where = Span(tail + len(ending) - len(word), tail + len(ending))
            found.append(NO_STOP.at(where, f"The paragraph ends without a full stop, after “{word}”.", "See whether words are missing."))
    return found


def _lists(text: str, below: Sequence[Block]) -> bool:
    """Whether a list begins below."""
    return any(_FIRST.match(text, *b.spans[0]) for b in below)


def _join(text: str, spans: list[Span], waiting: Sequence[Mark], chunk: Span, made: Flow) -> None:
    """Add `chunk`, and the marks before it, to the paragraph of `spans`."""
    left = spans[-1]
    for mark in waiting:
        end = unblank(text, mark.span.end) if mark.kind == "pb" else mark.span.end
        made.mentions.append(Mention(Span(mark.span.start, end), mark.kind, attrs=mark.attrs))
    spans.append(Span(waiting[0].span.start if waiting else chunk.start, chunk.end))
    made.found.append(rejoined(left, chunk, over_page=bool(waiting)))


def rejoined(left: Span, right: Span, *, over_page: bool) -> Diagnostic:
    """The finding for a paragraph of which a page or a blank line made two."""
    where = Span(max(left.start, left.end - 20), min(right.start + 20, right.end))
    if over_page:
        return OVER_PAGE.at(where, "A page cuts this paragraph; it was read as one.")
    return JOINED.at(where, "A blank line cuts this sentence; the two parts were joined into one paragraph.", "Check it against the printed page.")


def _inside(text: str, chunk: Span, m: re.Match[str]) -> Mention:
    """A page mark inside a line."""
    blank = text[m.start() - 1 : m.start()].isspace() or m.start() == chunk.start
    return Mention(Span(m.start(), min(unblank(text, m.end()), chunk.end) if blank else m.end()), "pb", attrs={"n": m["n"]})


def _close(spans: list[Span], waiting: Sequence[Mark], made: Flow, attrs: Attrs) -> None:
    """End a paragraph; what waits after it stands between it and the next."""
    if spans:
        made.blocks.append(Block("p", tuple(spans), attrs))
    # a number alone is a page's only where a paragraph goes on after it
    made.blocks += (Block(mark.kind, (mark.span,), mark.attrs) if mark.sure else Block("p", (mark.span,)) for mark in waiting)
