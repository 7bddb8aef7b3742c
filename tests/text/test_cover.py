from tei_cable.model import Span
from tei_cable.text.cover import Cover


def test_questions_from_left_to_right() -> None:
    cover = Cover([Span(10, 20), Span(2, 4), Span(12, 14)], [Span(12, 15)])
    asked = [(0, 2), (1, 3), (4, 10), (9, 11), (11, 13), (12, 15), (19, 25), (20, 30), (90, 91)]
    assert [cover.meets(a, b) for a, b in asked] == [False, True, False, True, True, False, True, False, False]


def test_nothing_taken() -> None:
    assert not Cover([]).meets(0, 9)
