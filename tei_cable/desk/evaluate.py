"""How well tags agree with gold TEI: precision, recall and F1 by kind, with intervals."""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from tei_cable.desk.spans import VALUES, Stream, Tagged, streams

# Resamples of the documents, and the seed that makes them the same each time.
_RESAMPLES, _SEED = 1000, 1962
_LOW, _HIGH = 0.025, 0.975


class Counts(NamedTuple):
    """Spans of one kind: of the `gold`, of those `made`, those that agree, and of these the values that `could` be compared and are `right`."""

    gold: int = 0
    made: int = 0
    agreed: int = 0
    could: int = 0
    right: int = 0

    def plus(self, other: "Counts") -> "Counts":
        """The sum of two counts."""
        return Counts(*(a + b for a, b in zip(self, other, strict=True)))


class Figure(NamedTuple):
    """A share from 0 to 1 with its 95 % interval over documents; None where nothing was there to count."""

    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of one kind of tag: spans that agree to the character (`strict`) or overlap (`fuzzy`), and values right of those that agree."""

    kind: str
    gold: int
    made: int
    strict: tuple[Figure, Figure, Figure]
    fuzzy: tuple[Figure, Figure, Figure]
    value: Figure


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scores by kind, how many documents were compared, and those whose words differ (their tags are compared where the words agree)."""

    scores: tuple[Score, ...]
    documents: int
    different: tuple[str, ...]


Documents = Iterable[tuple[str, etree._Element, etree._Element]]


def evaluate(documents: Documents) -> Evaluation:
    """Compare pairs of documents, each with its name: the gold and what was made of the same text.

    Spans are compared by their characters without white space, so layout does not matter; brackets at the edges of a span neither.
    """
    strict: list[Mapping[str, Counts]] = []
    fuzzy: list[Mapping[str, Counts]] = []
    different: list[str] = []
    for name, gold, made in documents:
        theirs, ours = streams(gold), streams(made)
        if any(s.text != ours.get(n, Stream()).text for n, s in theirs.items()):
            different.append(name)
        strict.append(_counted(theirs, ours, _same))
        fuzzy.append(_counted(theirs, ours, _meet))
    kinds = [k for k in VALUES if any(c[k].gold or c[k].made for c in strict)]
    draws = _draws(len(strict))
    scores = tuple(_score(k, [c[k] for c in strict], [c[k] for c in fuzzy], draws) for k in kinds)
    return Evaluation(scores, len(strict), tuple(different))


_Agree = Callable[[Tagged, Tagged], bool]


def _same(a: Tagged, b: Tagged) -> bool:
    return a[:2] == b[:2]


def _meet(a: Tagged, b: Tagged) -> bool:
    return a.start < b.end and b.start < a.end


def _counted(gold: Mapping[str, Stream], made: Mapping[str, Stream], agree: _Agree) -> Mapping[str, Counts]:
    none = Stream()
    names = dict.fromkeys((*gold, *made))
    found = dict.fromkeys(VALUES, Counts())
    for kind in VALUES:
        for name in names:
            pair = gold.get(name, none).spans.get(kind, ()), made.get(name, none).spans.get(kind, ())
            found[kind] = found[kind].plus(_paired(*pair, agree))
    return found


def _paired(gold: Sequence[Tagged], made: Sequence[Tagged], agree: _Agree) -> Counts:
    """Each span of the gold with the first free span made that agrees with it."""
    free = sorted(made)
    agreed = could = right = 0
    for g in sorted(gold):
        match = next((m for m in free if agree(g, m)), None)
        if match is None:
            continue
        free.remove(match)
        agreed += 1
        could += bool(g.value)
        right += bool(g.value) and g.value == match.value
    return Counts(len(gold), len(made), agreed, could, right)


def _score(kind: str, strict: Sequence[Counts], fuzzy: Sequence[Counts], draws: Sequence[Sequence[int]]) -> Score:
    exact, near = [_total(strict), *_drawn(strict, draws)], [_total(fuzzy), *_drawn(fuzzy, draws)]
    return Score(kind, exact[0].gold, exact[0].made, _triple(exact), _triple(near), _figure(exact, _right))


def _triple(totals: Sequence[Counts]) -> tuple[Figure, Figure, Figure]:
    return _figure(totals, _precision), _figure(totals, _recall), _figure(totals, _f1)


def _figure(totals: Sequence[Counts], share: Callable[[Counts], float | None]) -> Figure:
    """A share of the whole (the first total), with the interval in which it lies in those drawn anew."""
    known = sorted(v for v in map(share, totals[1:]) if v is not None)
    if not known:
        return Figure(share(totals[0]), None, None)
    return Figure(share(totals[0]), known[int(_LOW * (len(known) - 1))], known[int(_HIGH * (len(known) - 1))])


def _draws(documents: int) -> list[list[int]]:
    """The indexes of as many documents, drawn with replacement, many times; nothing for a single document."""
    draw = random.Random(_SEED)  # noqa: S311 (no secret)
    return [draw.choices(range(documents), k=documents) for _ in range(_RESAMPLES)] if documents > 1 else []


def _drawn(counts: Sequence[Counts], draws: Iterable[Sequence[int]]) -> list[Counts]:
    columns = list(zip(*counts, strict=True))
    return [Counts(*(sum(map(column.__getitem__, drawn)) for column in columns)) for drawn in draws]


def _total(counts: Sequence[Counts]) -> Counts:
    return Counts(*map(sum, zip(*counts, strict=True)))


def _precision(c: Counts) -> float | None:
    return c.agreed / c.made if c.made else None


def _recall(c: Counts) -> float | None:
    return c.agreed / c.gold if c.gold else None


def _f1(c: Counts) -> float | None:
    return 2 * c.agreed / (c.gold + c.made) if c.gold + c.made else None


def _right(c: Counts) -> float | None:
    return c.right / c.could if c.could else None
