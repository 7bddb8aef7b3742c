"""Paragraphs, page breaks, hyphens, full stops."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_cable.model import Block, Span
from tei_cable.text.layout import flow, hyphens, joins, lines, paragraphs, phrase, unstopped

LONG = "The Minister spoke of his roses and of the weather for the better part of an hour "


def whole(text: str) -> Span:
    return Span(0, len(text))


def parts(text: str, spans: list[Span]) -> list[str]:
    return [text[a:b] for a, b in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n\nb", ["a", "b"]),
        ("  a\nb  \n \t \n\n c\n", ["a\nb", "c"]),
        ("\n\n", []),
        ("", []),
        ("a \u00a0\n\u00a0\nb", ["a", "b"]),
    ],
)
def test_blank_lines_part_paragraphs(text: str, expected: list[str]) -> None:
    assert parts(text, paragraphs(text, whole(text))) == expected


@given(st.text(st.sampled_from("ab \n\t\u00a0\u2028"), max_size=30))
def test_paragraphs_and_lines_cover_all_but_white_space(text: str) -> None:
    found = paragraphs(text, whole(text))
    assert "".join("".join(p.split()) for p in parts(text, found)) == "".join(text.split())
    assert all(p and p == p.strip() for p in parts(text, found))
    for span in found:
        assert "".join(parts(text, lines(text, span))) == "".join(line.strip() for line in text[slice(*span)].split("\n"))


@pytest.mark.parametrize(
    ("left", "right", "marked", "expected"),
    [
        (LONG + "until", "he was called away.", False, True),
        (LONG + "and sat.", "he was called away.", False, False),
        (LONG + "in the U.S.", "where it rains.", False, True),
        (LONG + "with the wife of the", "Chancellor.", False, True),
        (LONG + "and laughed", "Chancellor Wilk did not.", False, False),
        (LONG + "and laughed", "Chancellor Wilk did not.", True, True),
        (LONG + "and sat.", "he was called away.", True, True),
        (LONG + "and sat.", "He was called away.", True, False),
        (LONG + "that", "(a) it rains;", True, False),
        (LONG + "namely roses; and", "(2) tulips.", False, False),
        ("Short", "lower case after it.", False, False),
        (LONG + "until[2]", "he was called away.", False, True),
    ],
)
def test_a_page_cuts_a_sentence(left: str, right: str, marked: bool, expected: bool) -> None:
    text = f"{left}\n\n{right}"
    assert joins(text, Span(0, len(left)), Span(len(left) + 2, len(text)), marked) is expected


def test_marks_between_two_parts_of_a_paragraph_are_inside_it() -> None:
    text = f"{LONG}until\n\n[Page 3]\n\nSECRET\nPAGE 02 STRELSAU 1\n\nhe left.\n\n[Page 4]\n\nHe came back."
    made = flow(text, paragraphs(text, whole(text)))
    assert [b.kind for b in made.blocks] == ["p", "pb", "p"]
    assert [(m.kind, *m.attrs.values()) for m in made.mentions] == [("pb", "3"), ("fw", "class"), ("fw", "header")]
    assert [d.slug for d in made.found] == ["paragraph-over-page"]


def test_page_marks_without_blank_lines_round_them() -> None:
    text = f"{LONG}until\n[Page 3]\nhe left on [Page 4] foot.\n[Page 5]\n1. Next."
    made = flow(text, paragraphs(text, whole(text)))
    assert [b.kind for b in made.blocks] == ["p", "pb", "p"]
    assert [m.attrs["n"] for m in made.mentions] == ["3", "4"]


def test_a_number_alone_is_a_pages_where_a_paragraph_goes_on_or_numbers_count() -> None:
    text = f"{LONG}until\n\n12\n\nhe left.\n\n20\n\nHe came back."
    made = flow(text, paragraphs(text, whole(text)))
    assert [b.kind for b in made.blocks] == ["p", "p", "p"]
    assert [(m.kind, m.attrs) for m in made.mentions] == [("pb", {"n": "12"})]
    text = text.replace("20", "13")
    made = flow(text, paragraphs(text, whole(text)))
    assert [b.kind for b in made.blocks] == ["p", "pb", "p"]


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("the nego-\ntiators", ["-\n"]),
        ("the nego- \n  tiators", ["- \n  "]),
        ("the Anglo-\nFrench", ["\n"]),
        ("COMMUNI-\nCATIONS", ["-\n"]),
        ("a half-\nday; half-day", ["\n"]),
        ("soft\u00ad\nly", ["\u00ad\n"]),
        ("pages 12-\n14", []),
        ("cut off -\nby a dash", []),
        ("a para-\n\ngraph", ["-\n\n"]),
        ("a para\u00adgraph", ["\u00ad"]),
    ],
)
def test_hyphens_at_line_ends(text: str, covered: list[str]) -> None:
    assert [text[slice(*m.span)] for m in hyphens(text, whole(text))] == covered


@pytest.mark.parametrize(
    ("text", "next_", "expected"),
    [
        (LONG + "and sat. He was tired of all these roses", "2. Next.", ["roses"]),
        (LONG + "and sat. He was tired of all these roses[2]", "2. Next.", ["roses"]),
        (LONG + "and sat. He was tired of all these roses.", "2. Next.", []),
        (LONG + "and of nothing else at all, as far as I could hear", "2. Next.", []),
        (LONG + "and sat. He made three points, and they were", "(a) roses", []),
        (LONG + "and sat. It was in the NATO", "2. Next.", []),
        ("Too short. To tell", "2. Next.", []),
    ],
)
def test_a_missing_full_stop(text: str, next_: str, expected: list[str]) -> None:
    source = f"{text}\n\n{next_}"
    blocks = [Block("p", (Span(0, len(text)),)), Block("p", (Span(len(text) + 2, len(source)),))]
    assert [source[slice(*d.span)] for d in unstopped(source, blocks) if d.span] == expected


def test_phrases_keep_what_is_no_blank() -> None:
    assert phrase(" a\n b\u00a0c  ", 0, 9) == "a b\u00a0c"
