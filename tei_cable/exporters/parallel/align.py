"""Which blocks of a translation stand for which of the original: by their kinds, printed numbers, order and lengths.

The lengths of a text and its translation go together, so that a least-cost path through both finds the pairs (Gale and Church 1993); a number printed
at the head of both is worth more than any length.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from tei_cable.render.view import Line, words
from tei_cable.text.regex import regex

# How many blocks of each side a pair may have, and what it costs to have so many.
_SHAPES = {(1, 1): 0.0, (1, 2): 0.9, (2, 1): 0.9, (1, 0): 2.5, (0, 1): 2.5}
_OTHER_KIND, _OTHER_NUMBER, _NO_NUMBER, _SAME_NUMBER = 3.0, 6.0, 0.5, -2.0
# A number at the head of a paragraph that the encoding does not count as one: it is out of its order.
_PRINTED = regex(r"\(?(\d{1,3}|[A-Za-z])[.)]\s")
_FAR = 0.8  # of the logarithm of the lengths' ratio: from there on a pair is doubtful
_SHORT = 40  # characters, below which lengths say little


class Pair(NamedTuple):
    """Blocks of the original and of the translation that stand for one another; `doubt` says why that is not certain."""

    original: Sequence[Line]
    translation: Sequence[Line]
    doubt: str


class _Block(NamedTuple):
    kind: str
    number: str
    length: int


def align(original: Sequence[Line], translation: Sequence[Line]) -> list[Pair]:
    """Every block of both, in order, in pairs."""
    a, b = [_block(line) for line in original], [_block(line) for line in translation]
    ratio = (sum(x.length for x in b) or 1) / (sum(x.length for x in a) or 1)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            ways = (
                (best[i - m, j - n][0] + cost + _cost(a[i - m : i], b[j - n : j], ratio), (m, n))
                for (m, n), cost in _SHAPES.items()
                if m <= i and n <= j
            )
            if i or j:
                best[i, j] = min(ways)
    pairs: list[Pair] = []
    i, j = len(a), len(b)
    while i or j:
        m, n = best[i, j][1]
        pairs.append(Pair(original[i - m : i], translation[j - n : j], _doubt(a[i - m : i], b[j - n : j], ratio)))
        i, j = i - m, j - n
    return pairs[::-1]


def _block(line: Line) -> _Block:
    said = words(line.inner)
    printed = _PRINTED.match(said)
    return _Block(line.block.kind, line.block.attrs.get("n") or (printed[1] if printed else ""), len(said))


def _cost(a: Sequence[_Block], b: Sequence[_Block], ratio: float) -> float:
    if not a or not b:
        return 0.0
    cost = abs(_far(a, b, ratio)) + _OTHER_KIND * (a[0].kind != b[0].kind)
    here, there = _numbers(a), _numbers(b)
    if here and there:
        return cost + (_SAME_NUMBER if here == there else _OTHER_NUMBER)
    return cost + _NO_NUMBER * (here != there)


def _numbers(blocks: Sequence[_Block]) -> set[str]:
    """The numbers printed at the head of blocks."""
    return {x.number for x in blocks if x.number}


def _far(a: Sequence[_Block], b: Sequence[_Block], ratio: float) -> float:
    """How far the lengths are from those that the whole texts let expect: 0 when they agree."""
    return math.log((sum(x.length for x in b) + 10) / (sum(x.length for x in a) * ratio + 10))


def _doubt(a: Sequence[_Block], b: Sequence[_Block], ratio: float) -> str:
    if not b:
        return "no counterpart in the translation"
    if not a:
        return "no counterpart in the original"
    if len(a) != len(b):
        return f"{len(a)} of the original to {len(b)} of the translation, by order and length"
    if _numbers(a) != _numbers(b):
        return "the printed numbers differ"
    long = max(a[0].length, b[0].length) > _SHORT
    return "the lengths are far apart" if not _numbers(a) and long and abs(_far(a, b, ratio)) > _FAR else ""
