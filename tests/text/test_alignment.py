"""The cheapest consistent reading, against all readings."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tei_cable.text.alignment import Candidate, cheapest, margins

ABSENT, ITEMS = 10.0, 5


def candidate(at: int, item: int, cost: int, more: int) -> Candidate:
    return Candidate(at, item, float(cost), min(more, ITEMS - 1 - item))


candidates = st.lists(st.builds(candidate, st.integers(0, 8), st.integers(0, 4), st.integers(0, 12), st.sampled_from((0, 0, 0, 1))), max_size=8)


def total(reading: Sequence[Candidate]) -> float:
    return sum(c.cost for c in reading) + ABSENT * (ITEMS - sum(c.more + 1 for c in reading))


def consistent(reading: Sequence[Candidate]) -> bool:
    return all(a.at < b.at and a.last < b.item for a, b in pairwise(reading))


def readings(some: Sequence[Candidate]) -> Iterator[tuple[Candidate, ...]]:
    ordered = sorted(some)
    return (r for n in range(len(ordered) + 1) for r in combinations(ordered, n) if consistent(r))


@settings(max_examples=300)
@given(candidates)
def test_no_consistent_reading_is_cheaper(given_: list[Candidate]) -> None:
    chosen = cheapest(given_, ITEMS, ABSENT)
    reading = list(dict.fromkeys(chosen[i] for i in sorted(chosen)))
    assert consistent(reading)
    assert all(c in given_ and c.item <= i <= c.last for i, c in chosen.items())
    assert total(reading) == min(map(total, readings(given_)))


@settings(max_examples=300)
@given(candidates)
def test_a_margin_is_what_the_next_best_reading_costs_more(given_: list[Candidate]) -> None:
    chosen = cheapest(given_, ITEMS, ABSENT)
    best = min(map(total, readings(given_)))
    for i, margin in margins(given_, ITEMS, ABSENT, chosen).items():
        mine = chosen[i]
        others = [total(r) - best for r in readings(given_) if any(c.item <= i <= c.last and c.at != mine.at for c in r)]
        assert margin == pytest.approx(min([*others, ABSENT - mine.cost / (mine.more + 1)]))


def test_nothing_to_choose_from() -> None:
    assert cheapest([], 3, ABSENT) == {}
    assert margins([], 3, ABSENT, {}) == {}
