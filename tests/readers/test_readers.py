"""What the readers promise, on texts that no editor would give them."""

import time

import pytest

from tei_cable.model import Source, Span
from tei_cable.readers import Reader
from tei_cable.registry import parts
from tei_cable.tei.fidelity import uncovered

HEAD = "104. Telegram From the Embassy in X to the Department of State[1]\n\nParis, May 1, 1961, 8 p.m.\n\n"
HARD = {
    "one long line": HEAD + "word and more " * 30_000,
    "blanks": HEAD + "a" + " " * 400_000 + "b",
    "line ends": HEAD + "a" + "\n" * 400_000 + "b",
    "brackets": HEAD + "[" * 100_000 + "]" * 100_000,
    "markers": HEAD + "w[1] " * 10_000 + "\n\n" + "\n".join(f"[{i}] note" for i in range(2_500)),
    "ranges": HEAD + "6106-611110 " * 10_000 + "\n\n[1] Source: a.\n[2] b\n[3] c",
    "page marks": HEAD + "text goes on\n[Page 3]\n" * 2_500,
    "hyphens": HEAD + "abc-\n" * 25_000,
    "letters": HEAD + "“Dear Mr. President:\n\n" * 2_500,
    "signatures": HEAD + "x\n\n" + "Rusk\n\n" * 2_500,
    "labels": "Citation:\n\nSummary:\n\n" * 2_500,
    "a source note": HEAD + "x\n\n[1] Source: x. Secret. " + "Repeated to Paris and " * 10_000,
    "a citation": 'Citation:\n\n"x", ' + "(a, " * 25_000 + "\n\nSummary:\n\nx",
}


def source(text: str) -> Source:
    return Source(text, None, "0" * 64)


@pytest.mark.parametrize("name", parts("readers"))
@pytest.mark.parametrize("kind", HARD)
def test_time_grows_with_length_only(name: str, kind: str) -> None:
    reader: Reader = parts("readers")[name]
    text = HARD[kind]
    begun = time.process_time()
    reader.claim(source(text), Span(0, len(text)))
    reading = reader.read(source(text), Span(0, len(text)))
    assert time.process_time() - begun < 4
    if reading.inner is None:
        assert uncovered(reading.cable) == []


@pytest.mark.parametrize("name", parts("readers"))
@pytest.mark.parametrize("text", ["", " ", "\n\n", "x", "[1]", "**", "Citation:", "Citation:\nSummary:", "\n[Page 1]\n", "1 November 1962", HEAD])
def test_next_to_nothing(name: str, text: str) -> None:
    reader: Reader = parts("readers")[name]
    assert reader.claim(source(text), Span(0, len(text))).why.endswith(".")
    reading = reader.read(source(text), Span(0, len(text)))
    if reading.inner is None:
        assert uncovered(reading.cable) == []


@pytest.mark.parametrize("name", parts("readers"))
def test_only_the_region_is_read(name: str) -> None:
    text = "before[1]\n\n" + HEAD + "614. Text.[2]\n\n[1] a\n[2] b\n\nafter"
    region = Span(text.index("104."), text.index("after"))
    reading = parts("readers")[name].read(source(text), region)
    cable = reading.cable
    spans = [s for b in cable.blocks for s in b.spans] + [s for n in cable.notes for s in n.spans] + [m.span for m in cable.mentions]
    assert all(region.start <= s.start and s.end <= region.end for s in spans)


def test_who_claims_what() -> None:
    page = "March 3, 1961\n\n**A title**\n\nCitation:\n\nx\n\nSummary:\n\ny\n\nContents:\n\nOriginal\n\n"
    for text, expected in ((page + HEAD, "archive-page"), (HEAD + "x", "edition"), ("Any text.", "plain")):
        claims = {name: r.claim(source(text), Span(0, len(text))).score for name, r in parts("readers").items()}
        assert max(claims, key=claims.__getitem__) == expected
        assert {name for name, score in claims.items() if score} == {expected, "plain"}


def test_an_address_that_is_none_stays_words() -> None:
    text = 'May 1, 1961\n\n**A to B**\n\nCitation:\n\n"A to B", May 1, 1961. <https://https://example.org/1>\n\nContents:\n\nTranslation\n\nText.'
    cable = parts("readers")["archive-page"].read(source(text), Span(0, len(text))).cable
    assert not [m for m in cable.mentions if m.kind == "ptr"]


def test_a_stamp_of_release_among_the_header_lines() -> None:
    text = "SECRET\n\nDECLASSIFIED 30 JUN 2005\n\nVienna, March 3, 1961\n\n1. We met.\n"
    for name in ("plain", "edition"):
        cable = parts("readers")[name].read(source(text), Span(0, len(text))).cable
        assert [b.attrs["type"] for b in cable.blocks if "stamp" in b.attrs.values()] == ["stamp"]
        assert not [f for f in cable.fields if f.name == "received/date"]
