"""The cheapest way to put numbered things, in their order, into places of a text; and how much the next best would cost more."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Candidate(NamedTuple):
    """Item `item` (its index) and the `more` items after it may stand at offset `at`; the less it costs, the better."""

    at: int
    item: int
    cost: float
    more: int = 0

    @property
    def last(self) -> int:
        """The last of its items."""
        return self.item + self.more


_State = tuple[float, int, int]


def cheapest(candidates: Sequence[Candidate], items: int, absent: float) -> dict[int, Candidate]:
    """For each item the candidate it gets in the cheapest reading; those that get none are left out, at the cost `absent` each.

    In a reading the offsets rise with the items. Takes time in proportion to n log n for n candidates.
    """
    ranked = sorted(candidates, key=_order)
    savings, before = _savings(ranked, items, absent)
    at = min(range(len(ranked)), key=lambda i: (savings[i], ranked[i].item, i), default=-1)
    if at >= 0 and savings[at] >= 0:
        at = -1
    chosen: dict[int, Candidate] = {}
    while at >= 0:
        c = ranked[at]
        chosen |= dict.fromkeys(range(c.item, c.last + 1), c)
        at = before[at]
    return chosen


def margins(candidates: Sequence[Candidate], items: int, absent: float, chosen: Mapping[int, Candidate]) -> dict[int, float]:
    """For each chosen item what the cheapest reading costs more in which it stands at another place or (all others unchanged) nowhere."""
    ranked = sorted(candidates, key=_order)
    mirrored = sorted((Candidate(-c.at, items - 1 - c.last, c.cost, c.more) for c in ranked), key=_order)
    there, _ = _savings(ranked, items, absent)
    back, _ = _savings(mirrored, items, absent)
    after = dict(zip(mirrored, back, strict=True))
    best = min(there, default=0.0)
    found = {i: absent - c.cost / (c.more + 1) for i, c in chosen.items()}
    for c, saved in zip(ranked, there, strict=True):
        through = saved + after[Candidate(-c.at, items - 1 - c.last, c.cost, c.more)] - (c.cost - absent * (c.more + 1))
        for i in range(c.item, c.last + 1):
            if i in found and chosen[i].at != c.at:
                found[i] = min(found[i], through - best)
    return found


def _order(c: Candidate) -> tuple[int, int]:
    return c.at, -c.item


def _savings(ranked: Sequence[Candidate], items: int, absent: float) -> tuple[list[float], list[int]]:
    """What the cheapest reading that ends in each candidate saves, and the candidate before it there (-1: none)."""
    # Fenwick tree of prefix minima over items: what is saved so far, the item (of two readings alike, the one with lower items), its candidate
    best: list[_State] = [(0.0, -1, -1)] * (items + 1)
    before = [-1] * len(ranked)
    savings = [0.0] * len(ranked)
    for i, c in enumerate(ranked):
        saving, _, before[i] = _minimum(best, c.item)
        savings[i] = saving + c.cost - absent * (c.more + 1)
        _lower(best, c.last + 1, (savings[i], c.last, i))
    return savings, before


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
