"""The cheapest way to put numbered things, in their order, into places of a text."""

from collections.abc import Sequence
from typing import NamedTuple


class Candidate(NamedTuple):
    """Item `item` (its index) may stand at offset `at`; the less it costs, the better."""

    at: int
    item: int
    cost: float


def cheapest(candidates: Sequence[Candidate], items: int, absent: float) -> dict[int, Candidate]:
    """For each item the candidate it gets in the cheapest reading; those that get none are left out, at the cost `absent` each.

    In a reading the offsets rise with the items. Takes time in proportion to n log n for n candidates.
    """
    ranked = sorted(candidates, key=lambda c: (c.at, -c.item))
    best: list[tuple[float, int]] = [(0.0, -1)] * (items + 1)  # Fenwick tree of prefix minima over items: (saving, index of candidate)
    before = [-1] * len(ranked)
    end = (0.0, -1)
    for i, c in enumerate(ranked):
        saving, before[i] = _minimum(best, c.item)
        found = (saving + c.cost - absent, i)
        _lower(best, c.item + 1, found)
        end = min(end, found)
    chosen: dict[int, Candidate] = {}
    at = end[1]
    while at >= 0:
        chosen[ranked[at].item] = ranked[at]
        at = before[at]
    return chosen


def _minimum(tree: Sequence[tuple[float, int]], count: int) -> tuple[float, int]:
    """The least of the first `count` entries."""
    found = (0.0, -1)
    while count > 0:
        found = min(found, tree[count])
        count &= count - 1
    return found


def _lower(tree: list[tuple[float, int]], at: int, value: tuple[float, int]) -> None:
    while at < len(tree):
        tree[at] = min(tree[at], value)
        at += at & -at
