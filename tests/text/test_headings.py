"""Headings of the editions, lines of a header, times of receipt."""

import pytest

from tei_cable.model import Span
from tei_cable.text.headerlines import header_line
from tei_cable.text.heading import heading
from tei_cable.text.headings.sides import sides
from tei_cable.text.layout import paragraphs
from tei_cable.text.moments import moment


@pytest.mark.parametrize(
    ("title", "sender", "recipients"),
    [
        ("The Ambassador in France (Bruce) to the Secretary of State", "Ambassador in France (Bruce)", ["Secretary of State"]),
        ("The Minister to Austria (X) to the Department", "Minister to Austria (X)", ["Department"]),
        ("Mr A, Minister to the United States, to Mr B, Prime Minister", "Mr A, Minister to the United States", ["Mr B, Prime Minister"]),
        ("Mr A, Prime Minister, to B, Premier, and to C, Premier", "Mr A, Prime Minister", ["B, Premier", "C, Premier"]),
        ("EVATT TO STIRLING", "EVATT", ["STIRLING"]),
        ("M. A, MINISTRE,\nÀ M. B, AMBASSADEUR À ROME", "M. A, MINISTRE", ["M. B, AMBASSADEUR À ROME"]),
        ("Der Botschafter in Rom (A) an das Auswärtige Amt", "Botschafter in Rom (A)", ["Auswärtige Amt"]),
    ],
)
def test_sides(title: str, sender: str, recipients: list[str]) -> None:
    found = sides(title, Span(0, len(title)))
    assert found
    assert title[slice(*found.sender)] == sender
    assert [title[slice(*r)] for r in found.recipients] == recipients


@pytest.mark.parametrize("title", ["", " to ", "to the Secretary", "The Secretary of State to ", "A memorandum"])
def test_what_has_no_two_sides(title: str) -> None:
    assert sides(title, Span(0, len(title))) is None


@pytest.mark.parametrize(
    "text",
    [
        "Mr A to Mr B\n\nMy dear B,\n\nThe telegram of yesterday reached me.",
        "A note to the reader\n\nTelegrams are printed in italics.",
        "12.3/4: Memorandum\n\nThe Ambassador to the Secretary of State",
        ": Telegram\n\nA to B",
    ],
)
def test_what_is_no_heading_of_a_telegram(text: str) -> None:
    assert heading(text, paragraphs(text, Span(0, len(text)))) is None


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("secret   us urgent", ["class"]),
        ("PERSONAL AND MOST SECRET", ["caveat"]),
        ("248. TOP SECRET AND PERSONAL", ["number", "class"]),
        ("O.LB217 SECRET PRIORITY", ["number", "class"]),
        ("Cablegram 507 [1] WASHINGTON, 9 July 1941, 1.10 p.m.", ["number", "dateline"]),
        ("Cablegram 46/2 CANBERRA, 3 July [1941]", ["number", "dateline"]),
        ("Cablegram 339 1 July 1940,", ["number", "dateline"]),
        ("Cablegram S[L] [1] 1 (extract) CANBERRA, n.d.", ["number", "dateline"]),
        ("CONFIDENTIAL [Ottawa], June 15, 1961", ["class", "dateline"]),
        ("T. nos 2126 à 2132. Très urgent. Secret.", ["handling", "number", "precedence"]),
        ("No. 372 Telegraphic [C 1234/1941/18]", ["number", "handling", "reference"]),
        ("[Received May 15—3:12 a. m.]", ["stamp"]),
        ("Reference your M.140 and 141. [2]", ["reference"]),
        ("My telegram 716 was wrong.", []),
        ("212. Nothing has happened.", []),
        ("Secret information came.", []),
        ("3066", []),
    ],
)
def test_header_lines(line: str, kinds: list[str]) -> None:
    assert [piece.kind for piece in header_line(line, Span(0, len(line)))] == kinds


@pytest.mark.parametrize(
    ("words", "near", "expected"),
    [
        ("6:13 p. m.", "1943-12-31", "1943-12-31T18:13:00"),
        ("May 15—3:12 a. m.", "1952-05-14", "1952-05-15T03:12:00"),
        ("January 1—3 a. m.", "1952-12-31", "1953-01-01T03:00:00"),
        ("4.20 p.m., 5 June", "1946-06-05", "1946-06-05T16:20:00"),
        ("4.20 p.m. 5 June, 1956", "", "1956-06-05T16:20:00"),
        ("le 9, 1 h. 15", "1962-02-08", "1962-02-09T01:15:00"),
        ("le 1er à 2 h. 10", "1962-02-28", "1962-03-01T02:10:00"),
        ("18 h. 40", "1962-02-09", "1962-02-09T18:40:00"),
        ("noon", "1962-02-09", "1962-02-09T12:00:00"),
        ("10 July 1941, 4.30 a.m.", "", "1941-07-10T04:30:00"),
        ("6:13 p. m.", "", ""),
        ("by the clerk", "1962-02-09", ""),
    ],
)
def test_moments(words: str, near: str, expected: str) -> None:
    assert moment(words, Span(0, len(words)), near)[1].get("when", "") == expected
