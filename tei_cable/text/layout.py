"""Paragraphs of plain text: found by blank lines, joined where a page cut them, freed from page marks and furniture.

Nothing is removed: every repair is a span of the source, as a mention (`pb`, `fw`, `lb`) or as one block of several spans.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from tei_cable.model import Block, Code, Diagnostic, Mention, Severity, Span

JOINED = Code("T010", "joined-paragraph", Severity.WARNING)
OVER_PAGE = Code("T011", "paragraph-over-page", Severity.INFO)
NO_STOP = Code("T012", "missing-full-stop", Severity.WARNING)

# A bracketed marker of a note: number, letter or sign.
MARKER = r"\[(?:\d{1,5}[a-z]?|[a-z]|[*†‡§]{1,3})\]"

_BLANKS = re.compile(r"[ \t\n\r]+")
_GAP = re.compile(r"\n[^\S\n]*\n\s*")
_HYPHEN = re.compile(r"(?<=[^\W\d_])([-\u00ad\u2010])[^\S\n]*\n[^\S\n]*(?=[^\W\d_])")
_HYPHENS = ("-\n", "- \n", "\u00ad", "\u2010")
_AROUND = "\"'.,;:!?()[]\u2018\u2019\u201c\u201d"
_PAGE = re.compile(r"\[(?:[Pp]age|[Pp]\.) ?(?P<n>[\w-]{1,12})\]")
_FURNITURE = (
    (re.compile(r"PAGE\s+\d{1,3}\b.{0,60}"), "header"),
    (re.compile(r"(?:TOP\s+SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|RESTRICTED|(?:LIMITED )?OFFICIAL USE(?: ONLY)?)"), "class"),
    (re.compile(r"(?:DECLASSIFIED|Declassified)\b.{0,90}"), "stamp"),
    (re.compile(r"[-\u2013\u2014]?\s?\d{1,4}\s?[-\u2013\u2014]?"), "pageNum"),
)
_MARKERS = re.compile(rf"(?:\s?{MARKER})+$")
_STOPPED = re.compile(r"[.!?:;\u2026\-\u2013\u2014]['\"\u2019\u201d\u00bb)\]]*$")
_WORD = re.compile(r"[^\W\d_]+")
_ITEM = re.compile(r"[\"\u201c\u2018]?(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|[-\u2013\u2014\u2022*](?!\w))")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.)+$")
_FIRST = re.compile(r"[\"\u201c\u2018]?\(?(?:1|[aAiI])[.)]\s")
_SENTENCE = re.compile(r"[a-z]{2}[.?!][\"\u201d\u2019]?\s+(?=[\"\u201c\u2018(\[]?[A-Z0-9])")
# Words that end no sentence; "and" and "or" stand between the items of a list too.
_OPEN = frozenset(
    "the of to in a an for with by that on at from as is are be our his their its this these which who whose will would has have had was were "
    "been than if when we they he your my any no some other such into between under about against through during and or".split()
)
# How a page mark or a line of furniture begins.
_MARKED = frozenset("[PTSCURLODd-\u2013\u20140123456789")
# Characters: a paragraph that may be cut, one that is running prose, what is looked at of an end; the longest furniture, the longest line of it.
_CUT, _PROSE, _TAIL, _NARROW, _WIDEST = 60, 100, 80, 400, 110


@dataclass(slots=True)
class Flow:
    """The running text of a region: its blocks, what was found inside them, and what was noticed."""

    blocks: list[Block] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A page mark (`pb`, the value is its number) or a line of page furniture (`fw`, the value is its type)."""

    span: Span
    kind: str
    value: str

    @property
    def attrs(self) -> dict[str, str]:
        return {"n" if self.kind == "pb" else "type": self.value}


def paragraphs(text: str, region: Span) -> list[Span]:
    """The runs of lines of a region that have no blank line in them, without the white space round them."""
    found = []
    pos, end = region
    while pos < end and text[pos].isspace():
        pos += 1
    for gap in _GAP.finditer(text, pos, end):
        # a gap takes all white space before the next paragraph along, but not that at the end of the line above
        stop = gap.start()
        found.append(trim(text, pos, stop) if text[stop - 1].isspace() else Span(pos, stop))
        pos = gap.end()
    last = trim(text, pos, end)
    return [*found, last] if last.start < last.end else found


def phrase(text: str, start: int, end: int) -> str:
    """The text between two offsets with its runs of blanks squeezed; a no-break space is no blank but a character of the text."""
    return _BLANKS.sub(" ", text[start:end]).strip(" ")


def trim(text: str, start: int, end: int) -> Span:
    """The span without white space at its edges."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def lines(text: str, span: Span) -> list[Span]:
    """The lines of a span that are not blank, trimmed."""
    found, pos = [], span.start
    while pos < span.end:
        end = text.find("\n", pos, span.end)
        end = span.end if end < 0 else end
        line = trim(text, pos, end)
        if line.start < line.end:
            found.append(line)
        pos = end + 1
    return found


def flow(text: str, chunks: Sequence[Span]) -> Flow:
    """Paragraphs (`p`) of these runs of lines, with the page marks and furniture between them and inside them."""
    made = Flow()
    if not chunks:
        return made
    region = Span(chunks[0].start, chunks[-1].end)
    paged = _PAGE.search(text, *region) is not None
    waiting: list[_Mark] = []
    spans: list[Span] = []
    for chunk in [run for c in chunks for run in _runs(text, c, paged)] if paged or text.find("\nPAGE ", *region) >= 0 else chunks:
        marks = _marks(text, chunk, paged)
        if marks and (spans or made.blocks or marks[0].kind == "pb"):
            waiting += marks
            continue
        if spans and joins(text, Span(spans[0].start, spans[-1].end), chunk, bool(waiting)):
            _join(text, spans, waiting, chunk, made)
        else:
            _close(spans, waiting, made)
            spans = [chunk]
        waiting = []
        if paged:
            made.mentions += (_inside(text, chunk, m) for m in _PAGE.finditer(text, *chunk))
    _close(spans, waiting, made)
    made.mentions += hyphens(text, region)
    return made


def joins(text: str, left: Span, right: Span, marked: bool = False) -> bool:
    """Whether `right` goes on with the paragraph that `left` begins.

    A page cut it, as a mark between them says (`marked`) or the words do: nothing ends the sentence, and the next goes on in lower case or
    after a word that ends none.
    """
    length = left.end - left.start
    lower = text[right.start].islower()
    if not lower and text[left.end - 1] in ".!?:;" or length < _CUT and not marked:
        return False
    end = _MARKERS.sub("", text[max(left.start, left.end - _TAIL) : left.end]).rstrip()
    if _ITEM.match(text, right.start, right.end):
        return False
    if _STOPPED.search(end):
        return lower and (marked or _ABBREVIATED.search(end) is not None)
    if marked or lower:
        return True
    word = _last_word(end)
    return word in _OPEN and length >= _PROSE and not (word in ("and", "or") and end[: -len(word)].rstrip()[-1:] in ";,")


def hyphens(text: str, region: Span) -> list[Mention]:
    """Hyphens at line ends, as `lb` mentions.

    Hyphen and line end are covered when the hyphen only ends the line, the line end alone when it belongs to the word.
    """
    if not any(text.find(sign, *region) >= 0 for sign in _HYPHENS):
        return []
    compounds = {w.strip(_AROUND) for w in text[slice(*region)].split() if "-" in w}
    return [
        Mention(Span(m.start() if _only_ends(text, m, compounds) else m.end(1), m.end()), "lb", attrs={"break": "no"})
        for m in _HYPHEN.finditer(text, *region)
    ]


def unstopped(text: str, blocks: Sequence[Block]) -> list[Diagnostic]:
    """A finding for each paragraph of running prose that ends without a full stop."""
    found = []
    for i, block in enumerate(blocks):
        start, end = block.spans[-1]
        if block.kind != "p" or end - start < _PROSE or not (text[end - 1].isalpha() or text[end - 1] == "]"):
            continue
        tail = max(start, end - _TAIL)
        ending = _MARKERS.sub("", text[tail:end]).rstrip()
        word = _last_word(ending)
        if word[-1:].islower() and _SENTENCE.search(text, start, end) and not _lists(text, blocks[i + 1 :][:1]):
            where = Span(tail + len(ending) - len(word), tail + len(ending))
            found.append(NO_STOP.at(where, f"The paragraph ends without a full stop, after “{word}”.", "See whether words are missing."))
    return found


def _last_word(ending: str) -> str:
    """The letters that `ending` ends in."""
    at = len(ending)
    while at and ending[at - 1].isalpha():
        at -= 1
    return ending[at:]


def _lists(text: str, below: Sequence[Block]) -> bool:
    """Whether a list begins below."""
    return any(_FIRST.match(text, *b.spans[0]) for b in below)


def _marks(text: str, chunk: Span, paged: bool) -> list[_Mark]:
    """The page marks and furniture that a run of lines consists of; none when it has other words."""
    length = chunk.end - chunk.start
    if length > _NARROW or text[chunk.start] not in _MARKED or length > _WIDEST and "\n" not in text[chunk.start : chunk.end]:
        return []
    found = []
    for line in lines(text, chunk):
        mark = _mark(text, line, paged)
        if mark is None:
            return []
        found.append(mark)
    return found


def _mark(text: str, line: Span, paged: bool) -> _Mark | None:
    if paged and (m := _PAGE.fullmatch(text, *line)):
        return _Mark(line, "pb", m["n"])
    return next((_Mark(line, "fw", kind) for pattern, kind in _FURNITURE if pattern.fullmatch(text, *line)), None)


def _join(text: str, spans: list[Span], waiting: Sequence[_Mark], chunk: Span, made: Flow) -> None:
    """Add `chunk`, and the marks before it, to the paragraph of `spans`."""
    left = spans[-1]
    for mark in waiting:
        end = _unblank(text, mark.span.end) if mark.kind == "pb" else mark.span.end
        made.mentions.append(Mention(Span(mark.span.start, end), mark.kind, attrs=mark.attrs))
    spans.append(Span(waiting[0].span.start if waiting else chunk.start, chunk.end))
    where = Span(max(left.start, left.end - 20), min(chunk.start + 20, chunk.end))
    if waiting:
        made.found.append(OVER_PAGE.at(where, "A page cuts this paragraph; it was read as one."))
    else:
        message = "A blank line cuts this sentence; the two parts were joined into one paragraph."
        made.found.append(JOINED.at(where, message, "Check it against the printed page."))


def _runs(text: str, chunk: Span, paged: bool) -> list[Span]:
    """A run of lines cut where page marks and furniture stand on lines of their own."""
    found: list[Span] = []
    apart = False
    for line in lines(text, chunk):
        mark = _mark(text, line, paged)
        alone = mark is not None and mark.value != "pageNum"
        if found and alone == apart:
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(line)
        apart = alone
    return found


def _inside(text: str, chunk: Span, m: re.Match[str]) -> Mention:
    """A page mark inside a line."""
    blank = text[m.start() - 1 : m.start()].isspace() or m.start() == chunk.start
    return Mention(Span(m.start(), min(_unblank(text, m.end()), chunk.end) if blank else m.end()), "pb", attrs={"n": m["n"]})


def _unblank(text: str, at: int) -> int:
    """The offset after the white space at `at`: a page mark between blanks takes it along, so that one blank is left."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _close(spans: list[Span], waiting: Sequence[_Mark], made: Flow) -> None:
    """End a paragraph; what waits after it stands between it and the next."""
    if spans:
        made.blocks.append(Block("p", tuple(spans)))
    for mark in waiting:
        # a number alone is a page's only where a paragraph goes on after it
        made.blocks.append(Block("p", (mark.span,)) if mark.value == "pageNum" else Block(mark.kind, (mark.span,), mark.attrs))


def _only_ends(text: str, m: re.Match[str], compounds: Collection[str]) -> bool:
    """Whether the hyphen belongs to the line and not to the word: case tells, and the same word elsewhere (`compounds`)."""
    left, right = _last_word(text[max(0, m.start() - 30) : m.start()]), _WORD.match(text[m.end() : m.end() + 30])
    if right is None or m[1] == "\u00ad":
        return True
    if right[0][0].isupper() and not left.isupper() or len(left) < 2:
        return False
    return f"{left}-{right[0]}" not in compounds
