"""A heading without the form of one: the short lines in front of a dateline or of header lines, on a sheet that no edition printed."""

from collections.abc import Sequence
from itertools import islice

from tei_cable.model import Span
from tei_cable.text.headerlines import header_line
from tei_cable.text.headings import Heading
from tei_cable.text.layout import lines, trim

# What shows that a header begins; a class alone may as well head a page.
_BELOW = frozenset({"dateline", "from", "to", "number", "dtg", "head", "authority"})
# How many lines a heading may have, and how many characters a line.
_MOST, _LONGEST = 3, 100
_STOPS = frozenset(".:;,?!\u2026\u201d]")


def named(text: str, chunks: Sequence[Span]) -> Heading | None:
    """The lines above the first header line, when they are few, short and no sentences; None when it stands first or is not there."""
    above: list[Span] = []
    for row in islice((row for chunk in chunks[: _MOST + 1] for row in lines(text, chunk)), _MOST + 1):
        if found := header_line(text, row):
            return _of(text, chunks, above) if above and found[0].kind in _BELOW else None
        if row.end - row.start > _LONGEST or text[row.end - 1] in _STOPS or not text[row.start].isupper():
            return None
        above.append(row)
    return None


def _of(text: str, chunks: Sequence[Span], above: Sequence[Span]) -> Heading:
    title = Span(above[0].start, above[-1].end)
    spans = tuple(trim(text, c.start, min(c.end, title.end)) for c in chunks if c.start < title.end)
    return Heading(spans, None, title, None, form="short lines above a dateline or header lines")
