"""The cheapest way to put numbered things, in their order, into places of a text."""

from collections.abc import Sequence
from typing import NamedTuple


class Candidate(NamedTuple):
    """Item `item` (its index) may stand at offset `at`; the less it costs, the better."""

    at: int
    item: int
    cost: float


_State = tuple[float, int, int]


def cheapest(candidates: Sequence[Candidate], items: int, absent: float) -> dict[int, Candidate]:
    """For each item the candidate it gets in the cheapest reading; those that get none are left out, at the cost `absent` each.

    In a reading the offsets rise with the items. Takes time in proportion to n log n for n candidates.
    """
    ranked = sorted(candidates, key=lambda c: (c.at, -c.item))
    # Fenwick tree of prefix minima over items: what is saved so far, the item (of two readings alike, the one with lower items), its candidate
    best: list[_State] = [(0.0, -1, -1)] * (items + 1)
    before = [-1] * len(ranked)
    end = best[0]
    for i, c in enumerate(ranked):
        saving, _, before[i] = _minimum(best, c.item)
        found = (saving + c.cost - absent, c.item, i)
        _lower(best, c.item + 1, found)
        end = min(end, found)
    chosen: dict[int, Candidate] = {}
    at = end[2]
    while at >= 0:
        chosen[ranked[at].item] = ranked[at]
        at = before[at]
    return chosen


def _minimum(tree: Sequence[_State], count: int) -> _State:
    """The least of the first `count` entries."""
    found = (0.0, -1, -1)
    while count > 0:
        found = min(found, tree[count])
        count &= count - 1
    return found


def _lower(tree: list[_State], at: int, value: _State) -> None:
    while at < len(tree):
        tree[at] = min(tree[at], value)
        at += at & -at
