"""Headings, datelines, source notes, languages: the small readers of words."""

import pytest

from tei_cable.model import Span
from tei_cable.text.dateline import dateline
from tei_cable.text.heading import heading
from tei_cable.text.language import code, language, name
from tei_cable.text.layout import paragraphs
from tei_cable.text.sourcenote import facts


@pytest.mark.parametrize(
    ("text", "label", "number"),
    [
        ("104. Telegram From the Embassy in Poland to the Department of State[1]", "104.", ""),
        ("104.\n\nTelegram From the Embassy in Poland to the Department of State", "104.", ""),
        ("104.[1] Telegram From the Embassy in Poland to the Department of State[2]", "104.", ""),
        ("104.Telegram from the Embassy in Poland", "104.", ""),
        ("12. Telegram Polto 3531 From the Mission to the Department", "12.", "Polto 3531"),
        ("Telegram number 6179-6185[1]", "", "6179-6185"),
        ("Telegram\nnumber 6179-\n6185", "", "6179-\n6185"),
        ("Télégramme nos 5512 à 5514", "", "5512 à 5514"),
        ("Ciphergram No. 12871", "", "12871"),
        ("Telegram CX–158 From the Army Attaché to the Department of the Army", "", "CX–158"),
    ],
)
def test_headings(text: str, label: str, number: str) -> None:
    found = heading(text, paragraphs(text, Span(0, len(text))))
    assert found
    assert text[slice(*found.label)] == label if found.label else not label
    assert text[slice(*found.number)] == number if found.number else not number


@pytest.mark.parametrize("text", ["", "The telegram that I sent to you", "1. Telegrams are short.", "Dear Sir:", "Telegram", "614. Deptel 341.[2]"])
def test_what_is_no_heading(text: str) -> None:
    assert heading(text, paragraphs(text, Span(0, len(text)))) is None


@pytest.mark.parametrize(
    ("text", "place", "when"),
    [
        ("Washington, December 7, 1955—3:39 p.m.", "Washington", "1955-12-07T15:39:00"),
        ("Rio de Janeiro, March 3, 1961,1 p.m.", "Rio de Janeiro", "1961-03-03T13:00:00"),
        ("Port-au-Prince, July 9, 1960.", "Port-au-Prince", "1960-07-09"),
        ("New York , June 2, 1955—Noon .", "New York", "1955-06-02T12:00:00"),
        ("London, August 22,1956—Noon.", "London", "1956-08-22T12:00:00"),
        ("Moscou, le 14 novembre 1962, 19 h.", "Moscou", "1962-11-14T19:00:00"),
        ("1 November 1962[1]", "", "1962-11-01"),
        ("Dispatched from Strelsau, on 30.10.1962 at 16:45 and received on 31.10.1962 at 09:10", "Strelsau", "1962-10-30T16:45:00"),
        ("Seoul, January 24, 1968, 1031Z.", "Seoul", "1968-01-24T10:31:00Z"),
        ("Karachi, November 20, 1962, 22 p.m.", "Karachi", "1962-11-20"),
    ],
)
def test_datelines(text: str, place: str, when: str) -> None:
    said = dateline(text, Span(0, len(text)))
    assert said
    fields = {f.name: f for f in said.fields}
    assert (fields["sent/placeName"].value if place else "") == place
    assert fields["created"].attrs["when"] == when


@pytest.mark.parametrize(
    "text", ["October 9 was a fine day.", "In 1961 we met", "1962", "Paris, 1961", "614. Deptel 341.", "May I say so?", "x" * 300, ""]
)
def test_what_is_no_dateline(text: str) -> None:
    assert dateline(text, Span(0, len(text))) is None


def test_two_receipts_in_a_dateline() -> None:
    text = "London, May 3, 1962 (Received May 4, 1962)"
    said = dateline(text, Span(0, len(text)))
    assert said
    assert [m.attrs.get("when") for m in said.mentions if m.kind == "date"] == ["1962-05-03", "1962-05-04"]


def stated(text: str, source: bool = True) -> list[tuple[str, str]]:
    return [(f.name, f.value) for f in facts(text, Span(0, len(text)), source)]


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("Department of State, Central Files, 762.0021/3–2262", ["Department of State", "Central Files", "762.0021/3–2262"]),
        ("Department of State, Central Files, POL 27 VIET S", ["Department of State", "Central Files", "POL 27 VIET S"]),
        ("Department of State, Presidential Correspondence: Lot 66 D 204", ["Department of State", "Presidential Correspondence", "Lot 66 D 204"]),
        ("Kennedy Library, National Security Files, Vietnam", ["Kennedy Library", "National Security Files, Vietnam"]),
        ("National Archives, RG 59, Central Files 1964–66, DEF 4 NATO", ["National Archives", "RG 59, Central Files 1964–66", "DEF 4 NATO"]),
        ("Survey Office", ["Survey Office"]),
    ],
)
def test_where_a_telegram_is_kept(where: str, expected: list[str]) -> None:
    assert stated(f"Source: {where}. Secret.") == [*zip(("institution", "collection", "shelfmark"), expected, strict=False), ("class", "Secret")]
    assert stated(f"[Source: {where}. Received at noon.]")[: len(expected)] == [
        *zip(("institution", "collection", "shelfmark"), expected, strict=False)
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Drafted by Ashford.", [("drafted", "Ashford")]),
        ("Drafted and approved by Ashford.", [("drafted", "Ashford"), ("approved", "Ashford")]),
        ("Drafted by Ashford and approved by Wilk.", [("drafted", "Ashford"), ("approved", "Wilk")]),
        (
            "Drafted by J. P. Ashford (EUR/X), cleared by Wilk, and approved by U. Alexis Merrill.",
            [("drafted", "J. P. Ashford"), ("cleared", "Wilk"), ("approved", "U. Alexis Merrill")],
        ),
        ("Drafted by Ashford and signed for Wilk by Merrill.", [("drafted", "Ashford")]),
        (
            "Repeated to London, the Hague, and USUN.",
            [("forwarded/placeName", "London"), ("forwarded/orgName", "Hague"), ("forwarded/orgName", "USUN")],
        ),
        ("Also sent to Bonn and repeated to Paris.", [("forwarded/placeName", "Bonn"), ("forwarded/placeName", "Paris")]),
        ("Passed to the White House at 3 p.m.", [("forwarded/orgName", "White House")]),
        ("Repeated to the other NATO capitals.", [("forwarded/orgName", "other NATO capitals")]),
        ("It was presented to Wilk.", []),
    ],
)
def test_officers_and_copies(words: str, expected: list[tuple[str, str]]) -> None:
    assert stated(f"Source: X, Y. {words}")[2:] == expected


def test_other_notes_say_only_who_had_copies() -> None:
    words = "This telegram was sent to New York, and via the department to Bonn and London. Secret."
    assert stated(words, source=False) == [("forwarded/placeName", place) for place in ("New York", "Bonn", "London")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I called on the Minister and he was glad to see that we had come to him in the morning.", "en"),
        ("J'ai vu le Ministre, qui est content de ce que nous avons fait pour les roses et pour lui.", "fr"),
        ("Der Minister ist der Ansicht, dass die Rosen nicht für den Winter zu retten sind.", "de"),
        ("El Ministro está contento con las rosas, pero no cree que la lluvia las deje en paz.", "es"),
        ("Министр сказал, что он не знает, как это было, и что они не пришли.", "ru"),
        ("Rosa rosae rosam.", "und"),
        ("", "und"),
    ],
)
def test_languages(text: str, expected: str) -> None:
    assert language(text, Span(0, len(text))) == expected


def test_names_of_languages() -> None:
    assert (code("Translation - English"), code("Original"), name("fr"), name("und")) == ("en", "", "French", "")
