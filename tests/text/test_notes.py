"""Note texts taken apart and aligned with their markers."""

import pytest

from tei_cable.model import Source, Span
from tei_cable.registry import parts
from tei_cable.tei.fidelity import uncovered
from tei_cable.text.layout import paragraphs
from tei_cable.text.notes import Alignment, align
from tei_cable.text.notetexts import apart


def aligned(text: str, head: Span | None = None) -> Alignment:
    return align(text, apart(text, paragraphs(text, Span(0, len(text)))), head)


def test_markers_in_order() -> None:
    text = "One[1] two.[2] End\n\n[1] a\n[2] b"
    assert [(n.n, n.anchor) for n in aligned(text).notes] == [("1", 3), ("2", 11)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("One[1]\n\n[1] a\n\n[2] b", ["1", "2"]),
        ("One[*] two[†]\n\n[*] a\n[†] b", ["*", "†"]),
        ("One[a] two[b]\n\n[a] x\n[b] y", ["a", "b"]),
        ("One[1] two[2]\n\n1. a\n2. b", ["1", "2"]),
        ("One[1] two[2]\n\n1 A\n2 B", ["1", "2"]),
        ("One[1] two[2]\n\nNotes\n\n1) a\n\n2) b", ["1", "2"]),
        ("One[1] two\n\n[1] a\nline that begins\n[1962] with a year", ["1"]),
        ("One[1] two[300]\n\n[1] a\n[300] b", ["1", "300"]),
        ("1. One[1]\n\n2. Two", []),
        ("[1] One\n\n[2] Two", []),
        ("One\n\n1. a\n2. b", []),
        ("One[1]\n\n1. Only this.", ["1"]),
        ("One.\n\n1. Only this.", []),
        ("[1] Source: X, Y.", ["1"]),
    ],
)
def test_what_is_a_note_text(text: str, numbers: list[str]) -> None:
    assert [n.n for n in apart(text, paragraphs(text, Span(0, len(text)))).notes] == numbers


def test_an_arrow_is_no_word_of_the_note() -> None:
    text = "One[1] two[2]\n\n1. a↩\n2. b ↩"
    taken = apart(text, paragraphs(text, Span(0, len(text))))
    assert [text[slice(*n.spans[0])] for n in taken.notes] == ["a", "b"]
    assert [f.kind for f in taken.furniture] == ["arrow", "arrow"]


def test_a_marker_out_of_order_is_still_the_only_one_of_its_number() -> None:
    text = "One[2] two[1] three[3]\n\n[1] a\n[2] b\n[3] c"
    assert [(n.n, n.marker and text[slice(*n.marker)]) for n in aligned(text).notes] == [("2", "[2]"), ("1", "[1]"), ("3", "[3]")]


def test_of_two_markers_the_one_between_its_neighbours_counts() -> None:
    text = "One[1] two[2] three[3] and March 28 [2] again[4]\n\n[1] a\n[2] b\n[3] c\n[4] d"
    found = aligned(text)
    assert [n.anchor for n in found.notes] == [text.index(f"[{i}]") for i in (1, 2, 3, 4)]
    assert not found.mentions


def test_a_second_use_of_a_marker_is_reported() -> None:
    text = "One[1] two[2] three[1]\n\n[1] a\n[2] b"
    found = aligned(text)
    assert [m.attrs for m in found.mentions] == [{"type": "noteMarker", "n": "1"}]
    assert [d.slug for d in found.found] == ["marker-without-note"]


def test_markers_alone() -> None:
    found = aligned("One[1] two[2] and 29 [28] April, [sic] 1961 [1962].")
    assert [m.attrs["n"] for m in found.mentions] == ["1", "2"]


def test_ten_thousand_markers() -> None:
    text = " ".join(f"w[{i}]" for i in range(10_000)) + "\n\n" + "\n".join(f"[{i}] note" for i in range(10_000))
    assert all(n.marker for n in aligned(text).notes)
    text = text.replace("w[7]", "w").replace("w[4000]", "w")
    lost = [n.n for n in aligned(text).notes if n.anchor is None]
    assert lost == ["7", "4000"]


def test_a_lost_source_note_belongs_to_the_heading() -> None:
    text = "Heading\n\nText[2].\n\n[1] Source: X, Y.\n[2] b"
    note = aligned(text, Span(0, 7)).notes[0]
    assert (note.anchor, note.cert, note.kind) == (7, "medium", "source")


def test_a_number_out_of_order_before_a_note_is_not_lost() -> None:
    text = "TELEGRAM\n\nParis[1] and Bonn[4].\n\n[1] Of today.\n[4] Not printed.\n\n[2] Not a note.\n[4] A second note."
    source = Source(text, None, "0" * 64)
    reading = parts("readers")["edition"].read(source, Span(0, len(text)))
    assert uncovered(reading.cable) == []
