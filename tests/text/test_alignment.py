"""The cheapest consistent reading, against all readings."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tei_cable.text.alignment import Candidate, cheapest

ABSENT = 10.0
candidates = st.lists(st.builds(Candidate, st.integers(0, 8), st.integers(0, 4), st.integers(0, 12).map(float)), max_size=8)


def total(chosen: dict[int, Candidate], items: int) -> float:
    return sum(c.cost for c in chosen.values()) + ABSENT * (items - len(chosen))


def consistent(reading: list[Candidate]) -> bool:
    return all(a.at < b.at and a.item < b.item for a, b in pairwise(reading))


@settings(max_examples=300)
@given(candidates)
def test_no_consistent_reading_is_cheaper(given_: list[Candidate]) -> None:
    chosen = cheapest(given_, 5, ABSENT)
    reading = [chosen[i] for i in sorted(chosen)]
    assert consistent(reading)
    assert all(c in given_ and c.item == i for i, c in chosen.items())
    ordered = sorted(given_)
    best = min(total({c.item: c for c in some}, 5) for n in range(len(ordered) + 1) for some in combinations(ordered, n) if consistent(list(some)))
    assert total(chosen, 5) == best


def test_nothing_to_choose_from() -> None:
    assert cheapest([], 3, ABSENT) == {}
