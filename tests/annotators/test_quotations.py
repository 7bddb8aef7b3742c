import pytest

from annotators.scenes import annotated, cable, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('their "Phoumi" and the "free city of Berlin," too', ['"Phoumi"', '"free city of Berlin,"']),
        ("their “Phoumi” and “we’ll see”.", ["“Phoumi”", "“we’ll see”"]),
        ("“outer “inner” words”", ["“outer “inner” words”", "“inner”"]),
        ("called ‘formal’ and 'trifling', not the Soviets’ nor the workers' or '62", ["‘formal’", "'trifling'"]),
        ("un « mot » et ein „Wort“", ["« mot »", "„Wort“"]),
        ('re ”aggression” and “conditions" under which', ["”aggression”", '“conditions"']),
        ('("so")—"so"', ['"so"', '"so"']),
    ],
)  # fmt: skip
def test_pairs(text: str, found: list[str]) -> None:
    assert words(annotated("quotations", cable(text)).cable, "q") == found


@pytest.mark.parametrize(
    "text",
    [
        "“It opens here and goes on.\n\n“It opens again and goes on.",
        "It closes here.” And then.",
        'six feet 3" tall and 5" wide',
        "the Soviets' and the workers' wives",
        "don't, 'twas, rock 'n' roll",
        '""',
        "no marks",
    ],
)
def test_no_pairs(text: str) -> None:
    assert words(annotated("quotations", cable(text)).cable, "q") == []


def test_notes_and_headings_have_quotations_too() -> None:
    made = annotated("quotations", cable('The "head"\n\nWords[1] here.\n\n[1] The "note" here.', kinds=("head",))).cable
    assert words(made, "q") == ['"head"', '"note"']


def test_other_blocks_have_none() -> None:
    assert words(annotated("quotations", cable('Paris "Annex"\n\nWords.', kinds=("opener/dateline",))).cable, "q") == []
