"""Bare digits that are markers without a note: a number that the notes leave out, glued to a word where its marker would stand."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tei_cable.model import Note, Span
from tei_cable.text.glued import numbers

# So many notes may be missing between two; where more are, it is another list.
_MOST = 3


def leftovers(text: str, body: Sequence[Span], notes: Sequence[Note]) -> Iterator[tuple[Span, str]]:
    """Their places and numbers, in a text all of whose markers but one are bare digits and sure; `notes` stand in the order of the text.

    A number is looked for between the markers of its neighbours, and told only if it stands there once.
    """
    sure = [(int(n.n), n.marker) for n in notes if n.n.isdecimal() and n.marker and not n.cert and text[n.marker.start : n.marker.end] == n.n]
    if len(sure) < len(notes) - 1:
        return
    known = {n.n for n in notes}
    for (low, before), (high, behind) in pairwise(sure):
        missing = [str(n) for n in range(low + 1, min(high, low + _MOST + 2))]
        if len(missing) > _MOST or known.intersection(missing):
            continue
        between = [Span(max(s.start, before.end), min(s.end, behind.start)) for s in body if s.start < behind.start and before.end < s.end]
        for n in missing:
            found = list(numbers(text, between, n))
            if len(found) == 1:
                yield found[0], n
