"""Notes at the foot of each page: they end a page, the text goes on below them, and their numbers may begin anew."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tei_cable.model import Span
from tei_cable.text.layout.pages import mark
from tei_cable.text.notelabels import Label, labels

# Forms of labels that nothing but a note has; others need a page mark below them.
_PLAIN = ("bracketed", "raised", "sign")


def pages(text: str, chunks: Sequence[Span]) -> list[Sequence[Span]]:
    """The paragraphs page by page, as far as pages may end with notes of their own; all together where none does."""
    ends = list(_ends(text, chunks)) if len(chunks) > 2 else []
    return [chunks[a:b] for a, b in pairwise([0, *ends, len(chunks)])]


def _ends(text: str, chunks: Sequence[Span]) -> Iterator[int]:
    """The indexes of the paragraphs below notes that end a page."""
    foot: Label | None = None
    for label in _heading(text, chunks):
        if foot and label.chunk > foot.chunk + 1 and _is_end(text, chunks, foot):
            yield foot.chunk + 1
        foot = label
    if foot and foot.chunk + 1 < len(chunks) and _is_end(text, chunks, foot):
        yield foot.chunk + 1


def _heading(text: str, chunks: Sequence[Span]) -> Iterator[Label]:
    """The first label of each paragraph that begins with one."""
    seen = -1
    for label in labels(text, chunks):
        if label.heads and label.chunk > seen:
            seen = label.chunk
            yield label


def _is_end(text: str, chunks: Sequence[Span], foot: Label) -> bool:
    """Whether a page may end below the note with this label."""
    return foot.form in _PLAIN or mark(text, chunks[foot.chunk + 1]) is not None
