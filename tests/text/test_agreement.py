"""Contradictions between the facts of a header."""

import pytest

from tei_cable.model import Field
from tei_cable.pipeline import Converter
from tei_cable.text.agreement import disagreements
from tei_cable.text.load import load


def codes(*fields: Field) -> list[str]:
    return [d.code for d in disagreements(fields)]


def dated(when: str, origin: str, name: str = "sent/date", value: str = "", **attrs: str) -> Field:
    return Field(name, value, None, origin, {"when": when, **attrs})


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("1962-11-01", "1962-11-01", []),
        ("1962-11-01", "1962-11-02", ["H110"]),
        ("1962-11-01T23:00:00", "1962-11-02T04:00:00Z", []),
        ("1962-11-01T23:00:00", "1962-11-03T04:00:00Z", ["H110"]),
        ("1962-11", "1962-12-03", []),
        ("--11-01", "1962-12-03", []),
        ("1962-02-31", "1962-12-03", []),
    ],
)
def test_days(a: str, b: str, expected: list[str]) -> None:
    assert codes(dated(a, "dateline"), dated(b, "date-time group")) == expected


def test_a_day_that_only_the_file_number_gives() -> None:
    assert codes(dated("1948-03-25", "file number", "created", cert="medium")) == ["H116"]


@pytest.mark.parametrize(("file", "expected"), [("611.93/1–2355", []), ("611.93/1–355", []), ("611.93/1–2356", ["H110"]), ("Lot 66 D 204", [])])
def test_the_file_number(file: str, expected: list[str]) -> None:
    assert codes(dated("1955-01-23", "dateline"), Field("shelfmark", file, None, "source note")) == expected


@pytest.mark.parametrize(
    ("value", "when", "expected"),
    [("Monday, 4 June 1962", "1962-06-04", []), ("Monday, 3 June 1962", "1962-06-03", ["H112"]), ("lundi 3 juin 1962", "1962-06-03", ["H112"])],
)
def test_weekdays(value: str, when: str, expected: list[str]) -> None:
    assert codes(dated(when, "dateline", "created", value)) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("311", "311", []),
        ("311", "312", ["H111"]),
        ("6179-6185", "6180", []),
        ("6179-85", "6185", []),
        ("Secto 17", "2285", []),
        ("Secto 17", "Secto 18", ["H111"]),
        ("2126 à 2132", "2133", ["H111"]),
        ("136, 218", "218", []),
    ],
)
def test_numbers(a: str, b: str, expected: list[str]) -> None:
    assert codes(Field("number", a, None, "heading"), Field("number", b, None, "first paragraph")) == expected


def test_classes() -> None:
    secret, top, same = (Field("class", v, None, o) for v, o in (("SECRET", "header line"), ("Top Secret", "source note"), ("Secret", "source note")))
    assert codes(secret, same) == []
    assert codes(secret, top) == ["H113"]
    assert codes(secret, same, top) == []


def test_receipt_before_sending() -> None:
    assert codes(dated("1962-11-01", "dateline"), dated("1962-10-01", "header line", "received/date")) == ["H114"]
    assert codes(dated("1962-11-01", "dateline"), dated("1962-10-31T23:00:00", "header line", "received/date")) == []


def test_parties_turned_round() -> None:
    heading = [Field("sent/orgName", "Embassy", None, "heading"), Field("received/orgName", "Department", None, "heading")]
    turned = [Field("sent/orgName", "DEPARTMENT", None, "page"), Field("received/orgName", "Embassy", None, "page")]
    assert codes(*heading, *turned) == ["H115"]
    assert codes(*heading, *(Field(f.name, f.value, None, "page") for f in heading)) == []


PAGE = (
    "March {day}, 1961\n\n**Kern to Berg**\n\nCitation:\n\nx\n\nContents:\n\nOriginal\n\n"
    "Telegram number 12\n\nVienna, March 3, 1961\n\n1. We met.\n"
)


@pytest.mark.parametrize(("day", "name", "found"), [(3, "a.txt", 0), (13, "a.txt", 1), (3, "1961-03-03.txt", 0), (3, "x/1961-05-03 b.txt", 1)])
def test_page_and_name_of_the_file_are_held_against_the_dateline(day: int, name: str, found: int) -> None:
    made = Converter(core=False).convert(load(PAGE.format(day=day).encode(), name)[0])
    assert [d.code for d in made.diagnostics if d.code == "H110"] == ["H110"] * found
