"""Numbered lists that run on inside a paragraph."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from tei_cable.annotators.labels.series import Number, after
from tei_cable.model import Mention, Span
from tei_cable.text.regex import regex

# The number or letter that the first label of a list holds.
FIRST = "1aAiI"
# The end of a sentence: a full stop after a word that is not an abbreviation, then a capital.
_STOP = regex(
    r"(?:(?<=[a-z]{4})|(?<=\s[a-z]{2})|(?<=\s[a-z]{3})|(?<=\d)|(?<=[)\u201d\"%]))[.?!][)\u201d\"]*(?:\[\w{1,3}\])*(?=\s+[A-Z\u201c\"(\[\d])"
)
# An item says something; "points (1) and (2)" are no items.
_JOINING = frozenset({"and", "or", "to", "through"})
_LONGEST = 1500
_CLOSES = {"(": ")", "[": "]"}


def lists(text: str, span: Span) -> Iterable[list[Mention]]:
    """The lists in a paragraph's span: for each its `list`, `item` and `label` mentions, the outer first.

    A list begins with the first number or letter of a series and has at least two items. It ends with its last item, and that where the
    first sentence of it ends; so where an item is longer than a sentence nobody knows the end, and nothing is tagged.
    """
    pos = span.start
    while (found := _series(text, pos, span)) is not None:
        items = _items(text, found, span.end)
        if items:
            parts = [m for i, (at, x) in zip(items, found, strict=True) for m in (Mention(i, "item"), Mention(Span(at, x.end), "label"))]
            yield [Mention(Span(items[0].start, items[-1].end), "list"), *parts]
        pos = items[-1].end if items else found[0][1].end


def _series(text: str, pos: int, span: Span) -> list[tuple[int, Number]] | None:
    """The labels of the next series that begins at or after `pos`, with their places."""
    while (at := text.find(")", pos, span.end)) >= 0:
        pos = at + 1
        first = _label(text, at - 1, span.start) if at > span.start and text[at - 1] in FIRST else None
        found = [first] if first else []
        while found and (following := _next(text, found[-1], span)):
            found.append(following)
        if len(found) > 1:
            return found
    return None


def _label(text: str, letter: int, floor: int, size: int = 1) -> tuple[int, Number] | None:
    """The label whose number or letter is at `letter`: it stands alone between blanks."""
    opened = letter > floor and text[letter - 1] == "("
    start = letter - opened
    end = letter + size + 1
    if (start > floor and not text[start - 1].isspace()) or not text[end : end + 1].isspace():
        return None
    return start, Number(text[letter : letter + size], opened, ")", end)


def _next(text: str, last: tuple[int, Number], span: Span) -> tuple[int, Number] | None:
    """The next label of the series, of the same form and not too far away."""
    _, label = last
    for n in after(label.n):
        form = f"({n})" if label.opened else f"{n})"
        at = text.find(form, label.end, min(span.end, label.end + _LONGEST))
        while at >= 0:
            found = _label(text, at + label.opened, span.start, len(n))
            if found and found[1].opened == label.opened and not _unclosed(text[label.end : found[0]]):
                return found
            at = text.find(form, at + 1, min(span.end, label.end + _LONGEST))
    return None


def _items(text: str, series: Sequence[tuple[int, Number]], end: int) -> list[Span]:
    """The spans of the items; none when they are no list or nobody knows where it ends."""
    edges = [start for start, _ in series] + [end]
    # a no-break blank is text, and no text may stand between items
    items = [Span(a, a + len(text[a:b].rstrip(" \t\n\r"))) for a, b in pairwise(edges)]
    for item, (_, label) in zip(items[:-1], series, strict=False):
        if not _says(text[label.end : item.end]) or _STOP.search(text, label.end, item.end):
            return []
    last = items[-1]
    stop = _STOP.search(text, series[-1][1].end, last.end)
    items[-1] = Span(last.start, stop.end() if stop else last.end)
    words = text[series[-1][1].end : items[-1].end]
    return [] if _unclosed(words) or not _says(words) else items


def _says(words: str) -> bool:
    """Whether the words are more than what joins two numbers."""
    words = words.strip(" \n,;.")
    return len(words) > 2 and words not in _JOINING


def _unclosed(words: str) -> bool:
    """Whether parentheses or brackets in the words lack their other half."""
    return any(words.count(a) != words.count(b) for a, b in _CLOSES.items())
