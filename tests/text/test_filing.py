import pytest

from tei_cable.text.filing import in_file_number


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("POL 7 US", "US"),
        ("DEF 12 NATO.", "NATO"),
        ("POL RUM–USSR)", "USSR"),
        ("POL 27–14 KOR/UN.", "UN"),
        ("Files, NATO 3.", "NATO"),
        ("(Ibid., NATO 8–2)", "NATO"),
    ],
)
def test_file_numbers(text: str, word: str) -> None:
    at = text.index(word)
    assert in_file_number(text, at, at + len(word))


@pytest.mark.parametrize(
    ("text", "word"),
    [("he told NATO 3 things", "NATO"), ("the US 7th Fleet", "US"), ("CIA, USIA", "USIA"), ("US", "US"), ("Files. NATO agreed", "NATO")],
)
def test_other_words(text: str, word: str) -> None:
    at = text.index(word)
    assert not in_file_number(text, at, at + len(word))
