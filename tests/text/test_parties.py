"""Sender and recipient in the words of headings and titles."""

import pytest

from tei_cable.text.parties import parties


def said(words: str, seats: bool = False) -> list[tuple[str, str]]:
    found = parties(words, 100, "test", seats)
    assert all(f.span and " ".join(words[f.span.start - 100 : f.span.end - 100].split()) == f.value for f in found)
    return [(f.name, f.value) for f in found]


@pytest.mark.parametrize(
    ("words", "sent", "received"),
    [
        ("Telegram From the Embassy in Poland to the Department of State", ["Embassy in Poland"], ["Department of State"]),
        ("Telegram From Embassy in Poland to Department of State", ["Embassy in Poland"], ["Department of State"]),
        ("Telegram From the Mission to the United Nations to the Department of State", ["Mission to the United Nations"], ["Department of State"]),
        ("Telegram from theDepartment of State to the Embassy in Poland", ["Department of State"], ["Embassy in Poland"]),
        ("Telegram From the Mission to the United Nationsto the Department of State", ["Mission to the United Nations"], ["Department of State"]),
        ("Circular Telegram From the Department of State", ["Department of State"], []),
        ("Telegram From the Consulate General at Munich to the Department of State", ["Consulate General at Munich"], ["Department of State"]),
    ],
)
def test_posts_and_bodies(words: str, sent: list[str], received: list[str]) -> None:
    assert said(words) == [("sent/orgName", w) for w in sent] + [("received/orgName", w) for w in received]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the Commander in Chief, Pacific (Felt)", [("persName", "Felt"), ("roleName", "Commander in Chief, Pacific")]),
        ("Secretary of State Rusk, at Geneva", [("persName", "Rusk"), ("roleName", "Secretary of State"), ("placeName", "Geneva")]),
        ("Ambassador U. Alexis Johnson", [("persName", "U. Alexis Johnson"), ("roleName", "Ambassador")]),
        ("the Secretary of State, at Paris", [("roleName", "Secretary of State, at Paris"), ("placeName", "Paris")]),
        ("the President's Special Assistant (Rostow)", [("persName", "Rostow"), ("roleName", "President's Special Assistant")]),
        ("the Embassy in Havana (Pinto)", [("persName", "Pinto"), ("orgName", "Embassy in Havana")]),
        ("Anna Wilk of the Survey Staff", [("persName", "Anna Wilk"), ("orgName", "Survey Staff")]),
        ("Rudolf Wilk", [("persName", "Rudolf Wilk")]),
        ("Certain Diplomatic Posts", [("orgName", "Certain Diplomatic Posts")]),
    ],
)
def test_one_party(words: str, expected: list[tuple[str, str]]) -> None:
    assert said(f"Telegram From {words} to the Embassy in Poland")[:-1] == [(f"sent/{part}", value) for part, value in expected]


def test_a_title_with_offices_in_apposition() -> None:
    title = "Rudolf Wilk, Ruritanian Ambassador\nin Vienna, to Anton de la Tour, Ruritanian\nForeign Minister, Telegram 311-318"
    assert said(title, seats=True) == [
        ("sent/persName", "Rudolf Wilk"),
        ("sent/roleName", "Ruritanian Ambassador in Vienna"),
        ("sent/placeName", "Vienna"),
        ("received/persName", "Anton de la Tour"),
        ("received/roleName", "Ruritanian Foreign Minister"),
    ]


def test_a_number_before_the_sender() -> None:
    assert said("Ciphergram No. 12, Rudolf Wilk, Ambassador in Vienna, to Anton Ashford")[:2] == [
        ("sent/persName", "Rudolf Wilk"),
        ("sent/roleName", "Ambassador in Vienna"),
    ]


@pytest.mark.parametrize("words", ["", "On the Price of Roses", "Report from Strelsau", ", to ", "From  to ", "From", "to", "a" * 5000 + " to b, c"])
def test_titles_that_name_nobody(words: str) -> None:
    assert said(words) == []


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("the Central Intelligence Agency Station in Oslo", "Central Intelligence Agency"),
        ("the Mission to the United Nations and the Specialized Agencies", "Mission to the United Nations"),
        ("the Mission to the Organization for Trade and Development", None),
        ("the Embassies in Norway and Sweden", None),
    ],
)
def test_the_body_in_the_words_of_a_party(words: str, body: str | None) -> None:
    found = said(f"Telegram From {words} to the Department of State")
    assert found[0] == ("sent/orgName", words.removeprefix("the "))
    assert [value for name, value in found if name == "sent/orgName/orgName"] == ([body] if body else [])


def test_an_abbreviation_behind_a_body_is_no_person_and_a_day_behind_a_party_no_part_of_it() -> None:
    found = parties("Telegram from Rassendyll to the USSR Foreign Ministry (MFA), 23 October 1962", 0, "heading")
    assert [(f.name, f.value) for f in found] == [("sent/persName", "Rassendyll"), ("received/orgName", "USSR Foreign Ministry (MFA)")]
