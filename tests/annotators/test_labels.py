from collections.abc import Sequence
from itertools import pairwise

from annotators.scenes import annotated, cable, words
from tei_cable.model import Cable, Mention, Span


def labelled(text: str, mentions: Sequence[Mention] = ()) -> Cable:
    return annotated("labels", cable(text, mentions=mentions)).cable


def numbers(made: Cable) -> list[str]:
    return [b.attrs.get("n", "") for b in made.blocks]


def test_numbers_and_letters_of_paragraphs() -> None:
    made = labelled("Before.\n\n1. One.\n\n(a) Its part.\n\nb) Its part.\n\nA.) Another.\n\n2. Two.\n\n3. Three.")
    assert words(made, "label") == ["1.", "(a)", "b)", "A.)", "2.", "3."]
    assert numbers(made) == ["", "1", "a", "b", "A", "2", "3"]


def test_a_series_may_begin_at_two_or_jump() -> None:
    assert numbers(labelled("First.\n\n2. Two.\n\n3. Three.\n\n7. Seven.\n\n8. Eight.")) == ["", "2", "3", "7", "8"]


def test_what_only_looks_like_a_label() -> None:
    made = labelled("97. Subject: Bread.\n\nU. Alexis Marlow came.\n\n1.5 million.\n\n1962. A year.\n\nI. Ivanov said.\n\n12 men.")
    assert words(made, "label") == []
    assert numbers(made) == [""] * 6


def test_roman_numbers_by_their_series() -> None:
    assert numbers(labelled("I. One.\n\nII. Two.\n\nIII. Three.")) == ["I", "II", "III"]


def test_the_label_after_the_telegrams_number() -> None:
    own = Mention(Span(0, 6), "label", attrs={"type": "telegramNumber"})
    made = labelled("26395. 1. The house.\n\n2. The garden.", mentions=(own,))
    assert words(made, "label") == ["26395.", "1.", "2."]
    assert numbers(made) == ["1", "2"]


def test_a_list_inside_a_paragraph() -> None:
    made = labelled("He wants: (1) bread (and much of it); (2) coal,[1] and (3) peace at home. That is all.")
    assert words(made, "list") == ["(1) bread (and much of it); (2) coal,[1] and (3) peace at home."]
    assert words(made, "item") == ["(1) bread (and much of it);", "(2) coal,[1] and", "(3) peace at home."]
    assert words(made, "label") == ["(1)", "(2)", "(3)"]


def test_lists_of_letters_and_of_bare_parentheses() -> None:
    assert words(labelled("either a) now or b) never"), "item") == ["a) now or", "b) never"]
    assert words(labelled("either (i) now, (ii) soon or (iii) never."), "item") == ["(i) now,", "(ii) soon or", "(iii) never."]


def test_no_list_where_nobody_knows_its_end() -> None:
    for text in (
        "points (1) and (2) above",
        "He said: (1) The harvest is bad. It rains. (2) The army is loyal. It is fed.",
        "only (1) one thing",
        "He wants (1) bread [and (2) coal] at once.",
        "the price (a) of coal (in 1962 (b) prices) rose",
    ):
        assert words(labelled(text), "list") == [], text


def test_a_list_that_another_mention_crosses_is_none() -> None:
    text = "He wants (1) bread and (2) coal now."
    crossing = Mention(Span(text.index("bread"), text.index("coal")), "supplied")
    assert words(labelled(text, mentions=(crossing,)), "item") == []


def test_items_tile_their_list() -> None:
    made = labelled("so (1) bread;\n(2) coal; (3) salt and pepper.")
    outer = next(m.span for m in made.mentions if m.kind == "list")
    items = sorted(m.span for m in made.mentions if m.kind == "item")
    assert (items[0].start, items[-1].end) == outer
    assert all(made.source.text[a.end : b.start].isspace() for a, b in pairwise(items))
