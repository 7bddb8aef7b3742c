"""Paragraphs where blank lines do not part them: none, everywhere, wrapped or not, in one line; and what pages leave between them."""

import re
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_cable.model import Span
from tei_cable.text.layout import flow, paragraphs
from tei_cable.text.layout.lineation import relined

PARTS = [
    "17. Telegram From the Legation in Ruritania to the Ministry[1]",
    "Strelsau, March 4, 1961, 6 p.m.",
    "311. I saw the Minister, who was in good spirits, and we spoke of his roses for the better part of an hour before he came to the treaty.[2]",
    "1. He does not want the treaty to be signed before the harbour is dredged. The King does, and so does everybody at court, he said.",
    "2. On the railway he had nothing new. The engineers have gone, and the line ends where it ended in the autumn, in a field of cabbages.",
    "Comment: He is a tired man, and I think that he will resign when the harbour is dredged, which nobody expects in this reign or the next.",
    "Hallam",
    "[1] Source: Ministry Archive, File 12. Secret.",
    "[2] Of 1 March; it was never ratified.",
]
TEXT = "\n\n".join(PARTS)
SQUEEZED = [" ".join(p.split()) for p in PARTS]


def read(text: str) -> list[str]:
    return [" ".join(text[a:b].split()) for a, b in paragraphs(text, Span(0, len(text)))]


def wrapped(words: str, first: str = "", width: int = 60) -> str:
    return textwrap.fill(words, width, initial_indent=first, break_long_words=False, break_on_hyphens=False)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "\n".join(PARTS),
        "\n".join(map(wrapped, PARTS)),
        "\n".join(wrapped(p, "   ") for p in PARTS),
        "\n\n".join(map(wrapped, PARTS)),
        "\n\n".join(wrapped(p).replace("\n", "\n\n") for p in PARTS),
        "\n\n\n".join(wrapped(p).replace("\n", "\n\n") for p in PARTS),
        "\n \t \n".join(f"\t{p}  " for p in PARTS),
    ],
    ids=["blank lines", "none", "wrapped", "indented", "wrapped with blank lines", "double-spaced", "double-spaced with gaps", "tabs"],
)
def test_paragraphs_are_the_same_in_every_layout(text: str) -> None:
    found = read(text)
    # notes may share a run of lines; what reads them parts them
    assert [x for p in found for x in re.split(r" (?=\[\d\] )", p)] == SQUEEZED


def test_of_one_line_what_shows_is_parted() -> None:
    found = read(" ".join(PARTS))
    assert found[:3] == SQUEEZED[:3]
    assert found[3] == SQUEEZED[3]
    assert found[-3:] == SQUEEZED[-3:]


def test_findings_say_that_lines_told_where_paragraphs_begin() -> None:
    spaced = "\n\n".join(wrapped(p).replace("\n", "\n\n") for p in PARTS[2:6])
    for text, slug in (("\n".join(PARTS[2:6]), "no-blank-lines"), (TEXT, ""), (spaced, "double-spaced")):
        assert [d.slug for d in flow(text, paragraphs(text, Span(0, len(text)))).found] == [slug] * bool(slug)


def test_lines_that_are_no_paragraphs_stay_together() -> None:
    for text in ("TO: Strelsau\nZenda\nHofbau", "The roses are\nred, and so\nare the cabbages."):
        assert read(text) == [" ".join(text.split())]


def test_labels_of_flattened_lists_belong_to_what_follows() -> None:
    text = "He wants three things:\n\n- 1.\nroses, and many of them;\n\n- 2.\n\na harbour;\n\n3.\n\npeace."
    made = flow(text, paragraphs(text, Span(0, len(text))))
    found = [" ".join(text[b.spans[0].start : b.spans[-1].end].split()) for b in made.blocks]
    assert found[1:] == ["1. roses, and many of them;", "2. a harbour;", "3. peace."]
    assert [text[slice(*f.span)] for f in made.furniture] == ["-", "-"]


LONG = "The Minister spoke of his roses and of the weather for the better part of an hour "


@pytest.mark.parametrize(
    ("between", "kinds"),
    [
        ("\n\n-- 12 --\n\n", [("pb", "12")]),
        ("\n\n— 12 —\n\n", [("pb", "12")]),
        ("\n\n12\n\n", [("pb", "12")]),
        ("\nPage 3 of 9\n", [("pb", "3")]),
        ("\n\n42 Papers of a Legation, Volume II\n\n", [("fw", "header")]),
        ("\n\n111Signal Copy\n\n", [("fw", "header")]),
        ("\nCONFIDENTIAL\nPage 3 of 9\n\nCONFIDENTIAL\n", [("fw", "class"), ("pb", "3"), ("fw", "class")]),
    ],
)
def test_what_a_page_leaves_in_a_sentence(between: str, kinds: list[tuple[str, str]]) -> None:
    text = f"{LONG}until{between}he was called away."
    made = flow(text, paragraphs(text, Span(0, len(text))))
    assert len(made.blocks) == 1
    assert [(m.kind, next(iter(m.attrs.values()))) for m in made.mentions] == kinds


def test_running_heads_show_by_their_numbers() -> None:
    heads = ["42 Papers of a Legation", "Papers of a Legation 43", "44 Papers of a Legation"]
    text = "\n\n".join(x for h in heads for x in (f"{LONG}and left.", h)) + f"\n\n{LONG}and came back."
    assert [b.kind for b in flow(text, paragraphs(text, Span(0, len(text)))).blocks] == ["p", "fw"] * 3 + ["p"]
    labels = text.replace("Papers of a Legation", "Question")
    assert {b.kind for b in flow(labels, paragraphs(labels, Span(0, len(labels)))).blocks} == {"p"}


def test_among_numbered_paragraphs_one_without_a_number_goes_on_over_a_page() -> None:
    text = f"1. {LONG}and sat.\n\n[Page 7]\n\nHe laughed.\n\n2. {LONG}and left.\n\n[Page 8]\n\nHe came back.\n\nHe left."
    made = flow(text, paragraphs(text, Span(0, len(text))))
    assert [b.kind for b in made.blocks] == ["p", "p", "pb", "p", "p"]


ROWS = [*PARTS, *wrapped(TEXT).split("\n"), "", "", "- 1.", "12", "SECRET", "[Page 3]", "[3] ", "a", "   b", "\u2028", "\x85"]


@given(st.lists(st.sampled_from(ROWS)))
def test_nothing_is_lost_and_nothing_doubled(rows: list[str]) -> None:
    text = "\n".join(rows)
    spans = paragraphs(text, Span(0, len(text)))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(a < b and text[a:b] == text[a:b].strip() for a, b in spans)
    made = flow(text, spans)
    covered = sorted([s for b in made.blocks for s in b.spans] + [f.span for f in made.furniture])
    assert "".join("".join(text[a:b].split()) for a, b in covered) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Corps     Men   Guns\nFoot   12,000     40\nHorse   3,000      4", True),
        ("Corps\tMen\tGuns\nFoot\t12,000\t40\nHorse\t3,000\t4", True),
        ("He said  so.  And went.\nThen he  came  back and\nstayed there for a week.\nThat was all.", False),
        ("Corps     Men   Guns\nFoot   12,000     40", False),
    ],
)
def test_a_table_is_told(text: str, *, told: bool) -> None:
    found = relined(text, [Span(0, len(text))])
    assert ("table-flattened" in [d.slug for d in found]) is told
