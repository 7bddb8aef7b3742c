"""The first lines of a text, as headings are read from them: some copies have blank lines between all of them, some between none."""

from collections.abc import Sequence
from typing import NamedTuple

from tei_cable.model import Span
from tei_cable.text.headerlines import is_header
from tei_cable.text.headings.sides import sides
from tei_cable.text.layout import lines
from tei_cable.text.regex import regex

# A title that ends so goes on in the next line; a line that begins so goes on with the one above.
_EXPECTS = regex(r"(?:\b(?:the|to|of|and|in|at|for|on|by|a|de|des|du|la|le|à|et|THE|TO|OF|AND|IN|AT|FOR|DE|DES|DU|LA|LE|À|ET)|[,(])\s*$")
_GOES_ON = regex(r"(?:to|of|and|in|at|for|the|de|des|du|aux?|à|à la|À|TO|OF|AND)\s")
# At most so many lines, so many runs of them, characters of a line, of a title, of what is looked at; a line of running text has more than the last.
_MOST_ROWS, _MOST_CHUNKS, _LONGEST, _TITLE, _FAR, _PROSE = 14, 10, 400, 400, 1500, 70


class Row(NamedTuple):
    """A line and the number of the run of lines that it stands in."""

    span: Span
    chunk: int


def rows(text: str, chunks: Sequence[Span]) -> list[Row]:
    """The first lines of a text."""
    found: list[Row] = []
    for i, chunk in enumerate(chunks[:_MOST_CHUNKS]):
        near = Span(chunk.start, min(chunk.end, chunk.start + _FAR))
        for line in lines(text, near):
            # a line that the limit cuts is none
            if line.end - line.start > _LONGEST or len(found) == _MOST_ROWS or line.end == near.end < chunk.end:
                return found
            found.append(Row(line, i))
    return found


def title_of(text: str, front: Sequence[Row]) -> Span | None:
    """The lines that say who writes to whom, up to the first that is another's."""
    if not front:
        return None
    start, end = front[0].span.start, 0
    for i, row in enumerate(front):
        # "FROM PARIS TO FOREIGN OFFICE" says whom it is from and is a title
        if row.span.end - start > _TITLE or is_header(text, row.span) and (i or not sides(text, row.span)):
            break
        if i and not _continues(text, front[i - 1], row, Span(start, end)):
            break
        end = row.span.end
    return Span(start, end) if end else None


def _continues(text: str, above: Row, row: Row, title: Span) -> bool:
    """Whether a line goes on with the title above it: the words ask for it, or no blank line parts them and the title is not complete."""
    if _EXPECTS.search(text, *title) or _GOES_ON.match(text, *row.span):
        return True
    return row.chunk == above.chunk and not (sides(text, title) and _is_text(text, row.span))


def _is_text(text: str, line: Span) -> bool:
    """Whether a line below a title that is complete begins the telegram's text."""
    return line.end - line.start > _PROSE or text[line.end - 1] in ".:" or text[line.start].isdigit() or text[line.start] in '[(\u201c"'
