"""Paragraphs from lines: by blank lines where these part them, and by the lines themselves where blank lines stand everywhere or nowhere."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from tei_cable.model import Code, Diagnostic, Severity, Span
from tei_cable.text.layout import items, oneline
from tei_cable.text.layout.spans import lines, trim
from tei_cable.text.layout.wrapping import FEW, LABEL, SHARE, WIDEST, Wrapping, ended
from tei_cable.text.regex import regex

PARTED = Code("T013", "no-blank-lines", Severity.INFO)
SPACED = Code("T015", "double-spaced", Severity.INFO)
TABLE = Code("T016", "table-flattened", Severity.WARNING)

_GAP = regex(r"\n[^\S\n]*\n\s*")
# What parts two columns of a line; the rows of the smallest table.
_COLUMNS = regex(r"(?<=\S)(?:[^\S\n]{2,}|\t)(?=\S)")
_ROWS = 3
# A label that a flattened list left alone on its line.
_ALONE = regex(r"(?:[-\u2013\u2022*\u00b7][^\S\n]+)?\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,5})[.)]")
_LABEL_LENGTH = 8
# A line is full that has this share of the longest one's characters.
_FULL = 0.7


def paragraphs(text: str, region: Span) -> list[Span]:
    """The runs of lines of a region that make one paragraph each, without the white space round them.

    A run may hold blank lines (of double-spaced text), and two may have none between them.
    """
    chunks = _labelled(text, _parted(text, region))
    many = [c for c in chunks if text.find("\n", *c) >= 0 and not _only_notes(text, c)]
    if many:
        return _split(text, chunks, many)
    if len(chunks) == 1:
        return oneline.parted(text, chunks[0])
    return _closed_up(text, chunks) if len(chunks) >= FEW and max(b - a for a, b in chunks) <= WIDEST else chunks


def relined(text: str, chunks: Sequence[Span]) -> list[Diagnostic]:
    """A finding for paragraphs that no blank line parts, and for paragraphs that blank lines go through."""
    bare = [b for a, b in pairwise(chunks) if text.count("\n", a.end, b.start) < 2]
    spaced = [c for c in chunks if text.find("\n", *c) >= 0 and _GAP.search(text, *c)]
    found = []
    if bare:
        message = f"No blank line parts {len(bare)} of the paragraphs from the one before; the lines themselves told where they begin."
        found.append(PARTED.at(_front(bare[0]), message, "See whether paragraphs begin where they should."))
    if spaced:
        message = f"Blank lines stand between the lines of {len(spaced)} paragraphs; these were put together again."
        found.append(SPACED.at(_front(spaced[0]), message, "See whether paragraphs begin where they should."))
    message = "These lines stand in columns; in the TEI they are running text."
    return found + [TABLE.at(_front(c), message, "Make a table of them by hand.") for c in chunks if _is_table(text, c)]


def _is_table(text: str, chunk: Span) -> bool:
    """Whether most lines of a run, and three at least, have two gaps inside them that part columns."""
    if "  " not in text[slice(*chunk)] and text.find("\t", *chunk) < 0:
        return False
    rows = lines(text, chunk)
    columned = sum(len(_COLUMNS.findall(text, *row)) > 1 for row in rows)
    return columned >= _ROWS and columned * 2 > len(rows)


def _front(span: Span) -> Span:
    return Span(span.start, min(span.start + 20, span.end))


def _parted(text: str, region: Span) -> list[Span]:
    """The runs of lines that have no blank line in them."""
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


def _labelled(text: str, chunks: list[Span]) -> list[Span]:
    """The runs of lines, a label that stands alone put together with what follows it."""
    if not any(b - a <= _LABEL_LENGTH and text[b - 1] in ".)" for a, b in chunks):
        return chunks
    made: list[Span] = []
    label: Span | None = None
    for c in chunks:
        if label:
            made[-1] = Span(label.start, c.end)
        else:
            made.append(c)
        label = c if label is None and c.end - c.start <= _LABEL_LENGTH and _ALONE.fullmatch(text, *c) else None
    return made


def _only_notes(text: str, chunk: Span) -> bool:
    """Whether every line of a run begins with a bracket, as notes do."""
    return text[chunk.start] == "[" and text.count("\n", *chunk) == text.count("\n[", *chunk)


def _closed_up(text: str, chunks: list[Span]) -> list[Span]:
    """Double-spaced lines as paragraphs, where more space than usual parts them too; the runs as they are, if they are not such."""
    wrapping = Wrapping(text, chunks, [len(chunks)])
    if not wrapping.wrapped:
        return chunks
    gaps = [text.count("\n", a.end, b.start) for a, b in pairwise(chunks)]
    usual = Counter(gaps).most_common(1)[0][0]
    return _labelled(text, wrapping.grouped(0, len(chunks), lambda i: gaps[i] > usual))


def _split(text: str, chunks: list[Span], many: Sequence[Span]) -> list[Span]:
    """Runs of lines parted where a paragraph ends inside them."""
    rows = {c: lines(text, c) for c in many}
    wrapping = Wrapping(text, [row for c in many for row in rows[c]], [len(rows[c]) for c in many])
    made: list[Span] = []
    start = 0
    for c in chunks:
        if c not in rows:
            made.append(c)
            continue
        end = start + len(rows[c])
        if not wrapping.wrapped:
            found = _unwrapped(text, c, rows[c])
        else:
            found = _labelled(text, wrapping.grouped(start, end)) if wrapping.crowded(start, end) else [c]
        if len(found) == 1:
            found = _labelled(text, items.parted(text, rows[c], wrapping.wrapped))
        made += found if len(found) > 1 else _at_notes(text, c, rows[c])
        start = end
    return made


def _at_notes(text: str, chunk: Span, rows: Sequence[Span]) -> list[Span]:
    """A run of lines parted before the first note, when a label begins a line below one that is ended or short."""
    if not any(text[a] == "[" for a, _ in rows[1:]):
        return [chunk]
    longest = max(b - a for a, b in rows)
    for above, row in pairwise(rows):
        if text[row.start] == "[" and LABEL.match(text, *row) and (ended(text, above) or 2 * (above.end - above.start) < longest):
            return [Span(chunk.start, above.end), Span(row.start, chunk.end)]
    return [chunk]


def _unwrapped(text: str, chunk: Span, rows: list[Span]) -> list[Span]:
    """A run of long lines, each of which is a paragraph; or the run as it is, when its lines are short or end inside sentences."""
    longest = max(b - a for a, b in rows)
    if longest <= WIDEST:
        return [chunk]
    inside = sum(b - a >= _FULL * longest and not ended(text, Span(a, b)) for a, b in rows[:-1])
    return [chunk] if inside >= SHARE * (len(rows) - 1) else _labelled(text, rows)
