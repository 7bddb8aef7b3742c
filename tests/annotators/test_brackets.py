import pytest

from annotators.scenes import annotated, cable, words
from tei_cable.annotators.brackets.words import explains, gap, reason
from tei_cable.model import Mention, Source, Span
from tei_cable.pipeline import Converter

SUPPLIED = [
    "Anastas", "Gen. Indarjit Rikhye", "Soviet Defense Minister", "NATO Commander", "Polish ambassador in Cuba", "the Philippines",
    "The General Assembly",
    "to", "set up?", "or they will", "of the agreement", "to increase Javanese?", "18?", "”", "pared", "General",
]  # fmt: skip
EXPLAINING = [
    "a right-wing Laotian military and political figure allied to the United States", "former premier of Laos", "emphasis in the original",
    "i.e., the Council", "see Document 12", "Not signed", "the Polish ambassador in Paris", "the party of the large landowners—trans.",
    "This was a telegram sent on September 16.",
]  # fmt: skip


@pytest.mark.parametrize("said", SUPPLIED)
def test_supplied(said: str) -> None:
    assert not explains(said)
    assert gap(said) is None


@pytest.mark.parametrize("said", EXPLAINING)
def test_explaining(said: str) -> None:
    assert explains(said)
    assert gap(said) is None


@pytest.mark.parametrize(
    ("said", "attrs"),
    [
        ("illegible", {"reason": "illegible"}),
        ("2 words illegible", {"reason": "illegible", "unit": "word", "quantity": "2"}),
        ("1 line not declassified", {"reason": "declassification", "unit": "line", "quantity": "1"}),
        ("5–1/2 lines of source text not declassified", {"reason": "declassification", "unit": "line", "quantity": "5.5"}),
        ("51/2 lines of source text not declassified", {"reason": "declassification", "unit": "line", "quantity": "5.5"}),
        ("less than 1 line not declassified", {"reason": "declassification", "extent": "less than 1 line"}),
        ("1 sentence (16 words) not declassified", {"reason": "declassification", "extent": "1 sentence"}),
        ("Name deleted", {"reason": "declassification"}),
        ("Omitted here is a list.", {"reason": "omitted"}),
        ("Here follows a list.", {"reason": "omitted"}),
        (". . .", {"reason": "omitted"}),
        ("garble", {"reason": "garbled"}),
        ("line(s) missing from the source text", {"reason": "lost"}),
    ],
)
def test_gaps(said: str, attrs: dict[str, str]) -> None:
    assert gap(said) == attrs


def test_a_doubtful_reading_keeps_its_reason() -> None:
    assert (reason("garble—view?"), reason("illegible—Paris"), reason("view?")) == ("garbled", "illegible", "editorial")


def test_markers_and_numbers_are_left_alone() -> None:
    made = annotated("brackets", cable("He said[1] so [2 of 3] in [12] and [ ].\n\n[1] Said [only] once."))
    assert [(m.kind, m.attrs) for m in made.cable.mentions] == [("supplied", {"reason": "editorial"})]
    assert words(made.cable, "supplied") == ["[only]"]
    assert not made.diagnostics


def test_a_marker_without_a_note_is_left_alone() -> None:
    marker = Mention(Span(7, 10), "ref", attrs={"type": "noteMarker", "n": "a"})
    assert annotated("brackets", cable("He said[a] so.", mentions=(marker,))).cable.mentions == (marker,)


def test_nested_and_unbalanced_brackets() -> None:
    made = annotated("brackets", cable("So [a man who was said to be [Karel] Novak] spoke.\n\nThis [one is open.\n\nThis] one too.\n\n["))
    assert words(made.cable, "note") == ["[a man who was said to be [Karel] Novak]"]
    assert words(made.cable, "supplied") == ["[Karel]"]
    assert [d.slug for d in made.diagnostics] == ["unbalanced-bracket"] * 2


def test_an_editions_source_note_is_no_gap() -> None:
    assert annotated("brackets", cable("[Source: Archive, File 1. Secret. 5 pages not declassified.]")).cable.mentions == ()


def test_page_marks_are_left_alone() -> None:
    text = "We spoke of this at length, and he left the\n\n[Page 110]\n\nroom without a word."
    made = Converter(dialect="edition").convert(Source("1. Telegram From the Embassy in Laos to the Department of State\n\n" + text, None, "0" * 64))
    assert [d.code for d in made.diagnostics if d.code.startswith("B")] == []
