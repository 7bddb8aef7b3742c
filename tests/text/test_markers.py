"""Markers of every kind found in running text, and numbers that are none."""

import pytest

from tei_cable.model import Span
from tei_cable.text.layout import paragraphs
from tei_cable.text.notes import Alignment, align
from tei_cable.text.notetexts import apart
from tei_cable.text.veil import unveiled, veiled

LIST = "\n\nAshford\n\n"


def aligned(text: str) -> Alignment:
    return align(text, apart(text, paragraphs(text, Span(0, len(text)))))


def before(text: str, found: Alignment) -> dict[str, str]:
    """The word before the marker of each note."""
    return {n.n: text[: n.anchor].rsplit(maxsplit=1)[-1] for n in found.notes if n.anchor is not None}


@pytest.mark.parametrize(
    ("body", "notes", "words"),
    [
        ("To Bonn.1 And\nParis2 too.", "1. See A.\n2. See B.", {"1": "Bonn.", "2": "Paris"}),
        ("He (see below1) spoke [aside]2 twice.", "1 See A.\n2 See B.", {"1": "below", "2": "[aside]"}),
        ("WILK,1 URGENT and MALECKI2", "[1] See A.\n[2] See B.", {"1": "WILK,", "2": "MALECKI"}),
        ("Telegram 6591 came, and 19622 went.", "1. Telegram 659 is lost.\n2. See B.", {"1": "659", "2": "1962"}),
        ("Your O.JA14011 (see 263)2 came.", "1. See A.\n2. See B.", {"1": "O.JA1401", "2": "263)"}),
        ("It ends.12", "1. See A.\n2. See B.", {"1": "ends.", "2": "ends.1"}),
        ("May 312 and a bill of $102 after one\nword1 more.", "1. See A.", {"1": "word"}),
        ("Here¹ and there² are 3 km².", "¹ See A.\n² See B.", {"1": "Here", "2": "there"}),
        ("Here[^1] and there[^2].", "[^1]: See A.\n[^2]: See B.", {"1": "Here", "2": "there"}),
        ("Here (1) and there (2).", "(1) See A.\n(2) See B.", {"1": "Here", "2": "there"}),
        ("Here* and there†.", "* See A.\n† See B.", {"*": "Here", "†": "there"}),
        ("Here1 and there2.", "- See A.↩\n- See B.↩", {"1": "Here", "2": "there"}),
        ("Here0 and there1.", "- Source: A.↩\n- See B.↩", {"0": "Here", "1": "there"}),
        ("Here1 and there2.", "1. See A. 2 Telegram 7 is lost.", {"1": "Here", "2": "there"}),
        ("Here1 and there2.", "- 1.\n  See A.\n- 2.\n  See B.", {"1": "Here", "2": "there"}),
    ],
)
def test_where_markers_stand(body: str, notes: str, words: dict[str, str]) -> None:
    text = body + LIST + notes
    assert before(text, aligned(text)) == words


@pytest.mark.parametrize(
    "text",
    [
        "He asks:\n\n1. Who came?\n\n2. Who went?\n\nAshford",
        "In 1962 on May 12, at 7:12 p.m., 12 men paid $2.\n\n1. Who came?\n\n2. Who went?",
        "We have 14 M48A2 tanks and 1,002 men.\n\n1. This is enough.\n2. That is not.",
    ],
)
def test_what_is_no_list_of_notes(text: str) -> None:
    assert aligned(text).notes == ()


def test_a_note_whose_marker_is_lost_stands_where_its_words_do() -> None:
    text = "Re Embtel 298. Flavia laughed. It ends.3\n\n1. Telegram 298 is long.↩\n2. Flavia was a queen.↩\n3. See A.↩"
    found = aligned(text)
    assert [(n.n, n.cert) for n in found.notes] == [("1", "medium"), ("2", "low"), ("3", "")]
    assert before(text, found) == {"1": "298", "2": "Flavia", "3": "ends."}
    assert [d.code for d in found.found] == ["N001", "N001"]


def test_of_two_places_alike_the_reading_is_doubtful() -> None:
    found = aligned("Here1 and there.1 Gone.2\n\n1. See A.↩\n2. See B.↩")
    assert [(n.n, n.cert) for n in found.notes] == [("1", "low"), ("2", "")]
    assert [d.slug for d in found.found] == ["doubtful-marker"]


@pytest.mark.parametrize(
    "text",
    [
        " ".join(f"word{i}" for i in range(3000)) + "\n\n" + "\n".join(f"{i % 1000}. See A.↩" for i in range(3000)),
        "tel 912 " * 3000 + "\n\n1. See A.↩\n2. See B.↩",
        "word1 " * 3000 + "\n\n" + "1. See A.↩\n" * 3000,
        "word* " * 3000 + "\n\n" + "* See A.\n" * 3000,
        "9" * 20000 + "1\n\n1. See A.↩",
    ],
)
def test_many_markers(text: str) -> None:
    assert len(aligned(text).notes) <= 3000


def test_a_veiled_text_keeps_every_place() -> None:
    text = "Here1 and there[2].\n\n1. See A.\n2. See B."
    veil = veiled(text, aligned(text).notes)
    assert len(veil) == len(text)
    assert veil[:4] == "Here"
    assert not veil[4].isalnum()
    assert "there[2]" in veil
    assert unveiled(veil[:9]) == "Here and"
