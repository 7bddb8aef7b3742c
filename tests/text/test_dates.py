from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_cable.text.dates import match, match_years, when

NEAR = "1962-11-01"

# words -> the value of @when, or @from and @to
VALUES = {
    "October 12, 1961, 8 p.m.": "1961-10-12T20:00:00",
    "October 25, 1956—2 p.m.": "1956-10-25T14:00:00",
    "January 2, 1950—7 p. m.": "1950-01-02T19:00:00",
    "October 12, 1961, 7:08 p.m.": "1961-10-12T19:08:00",
    "October 12, 12:15 a.m.": "1962-10-12T00:15:00",
    "October 12, 1961, noon": "1961-10-12T12:00:00",
    "October 12, midnight": "1962-10-12T00:00:00",
    "March 28, 1968, 1010Z": "1968-03-28T10:10:00Z",
    "October 25,1966, 1445Z": "1966-10-25T14:45:00Z",
    "July 16, 1030 hours": "1962-07-16T10:30:00",
    "301430Z OCT 62": "1962-10-30T14:30:00Z",
    "301430Z Oct": "1962-10-30T14:30:00Z",
    "1 November 1962": "1962-11-01",
    "1st of November": "1962-11-01",
    "November 1st": "1962-11-01",
    "November 1": "1962-11-01",
    "Nov. 6": "1962-11-06",
    "Sept 6": "1962-09-06",
    "OCTOBER 12": "1962-10-12",
    "Friday 2 November": "1962-11-02",
    "Tuesday, November 6, 1962": "1962-11-06",
    "October 1962": "1962-10",
    "October": "1962-10",
    "Oct 61": "1961-10",
    "3 Nov '61": "1961-11-03",
    "1962": "1962",
    "1962-10-30": "1962-10-30",
    "10/25/61": "1961-10-25",
    "25.10.1961": "1961-10-25",
    "27/X/62": "1962-10-27",
    "1er novembre 1962": "1962-11-01",
    "7 février 1962, 19 h.": "1962-02-07T19:00:00",
    "7 février 1962, 19 h. 30": "1962-02-07T19:30:00",
    "3. März 1962": "1962-03-03",
    "12 de octubre de 1962": "1962-10-12",
    "7 maggio 1962": "1962-05-07",
    "7 de dezembro de 1961": "1961-12-07",
    "30 oktyabrya 1962": "1962-10-30",
}
RANGES = {
    "January 8-10": ("1963-01-08", "1963-01-10"),
    "8–10 January 1961": ("1961-01-08", "1961-01-10"),
    "January 8–10, 1961": ("1961-01-08", "1961-01-10"),
    "March 30-April 2": ("1963-03-30", "1963-04-02"),
    "30 September–2 October": ("1962-09-30", "1962-10-02"),
    "December 30-January 2": ("1962-12-30", "1963-01-02"),
    "January 8, 1962-February 2, 1963": ("1962-01-08", "1963-02-02"),
    "October–November": ("1962-10", "1962-11"),
    "May 1962-June 1963": ("1962-05", "1963-06"),
    "1961–1963": ("1961", "1963"),
    "1967–69": ("1967", "1969"),
}
NONE = ["", "11/3/62", "February 30", "31 November 1961", "1961-1958", "may 5", "march", "noon", "today", "762", "8 p.m.", "juin", "June 10,000"]


@pytest.mark.parametrize(("words", "value"), VALUES.items())
def test_one_day_month_or_year(words: str, value: str) -> None:
    assert when(words, NEAR) == {"when": value}


@pytest.mark.parametrize(("words", "value"), RANGES.items())
def test_ranges(words: str, value: tuple[str, str]) -> None:
    assert when(words, NEAR) == {"from": value[0], "to": value[1]}


@pytest.mark.parametrize("words", NONE)
def test_no_dates(words: str) -> None:
    assert when(words, NEAR) == {}


def test_without_a_year_the_nearest_day_is_meant() -> None:
    assert when("December 30", "1962-01-03") == {"when": "1961-12-30"}
    assert when("January 3", "1961-12-30") == {"when": "1962-01-03"}
    assert when("29 February", "1963-12-01") == {"when": "1964-02-29"}
    # no year about 1962 has that day: nobody knows which is meant
    assert when("29 February", "1962-02-01") == {"when": "--02-29"}
    assert when("November", "1956-10-25") == {"when": "1956-11"}


def test_a_telegram_without_a_date_gives_no_year() -> None:
    assert when("November 1") == {"when": "--11-01"}
    assert when("November 1", "--11") == {"when": "--11-01"}
    assert when("November 1", "1962") == {"when": "1962-11-01"}
    assert when("March 3", "1962-11") == {"when": "1963-03-03"}


def test_a_weekday_is_checked_and_decides_where_the_choice_is_open() -> None:
    found = match("Monday, November 6", 0, NEAR)
    assert found is not None
    assert found.attrs == {"when": "1962-11-06"}
    assert found.doubt
    # half a year away: 1963-05-01 is a Wednesday, 1962-05-01 a Tuesday
    assert when("Wednesday, May 1", NEAR) == {"when": "1963-05-01"}
    assert when("Tuesday, May 1", NEAR) == {"when": "1962-05-01"}


def test_match_stops_where_the_date_does() -> None:
    text = "left on October 12, 1961, at 8 p.m. for Bonn"
    found = match(text, text.index("October"), NEAR)
    assert found is not None
    assert text[: found.end].endswith("8 p.m.")
    assert match(text, 0, NEAR) is None
    full_stop = match("in October. 12 men", 3, NEAR)
    assert full_stop is not None
    assert full_stop.end == len("in October")


def test_years_alone() -> None:
    assert match_years("1962", 0) is not None
    assert match_years("1962nd", 0) is None
    assert match_years("19621", 0) is None
    found = match_years("1962-10-30", 0)
    assert found is not None
    assert found.attrs == {"when": "1962-10-30"}


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2040, 12, 31)))
def test_every_day_in_both_orders(day: date) -> None:
    month = day.strftime("%B")
    assert when(f"{month} {day.day}, {day.year}") == {"when": day.isoformat()}
    assert when(f"{day.day} {month} {day.year}") == {"when": day.isoformat()}


@given(st.text(alphabet="0123456789 -–/:.,OctNovMayZapm'", max_size=24), st.sampled_from(["", NEAR, "1962", "1962-02", "--11-01", "0000", "x"]))
def test_any_words_give_a_value_or_none(words: str, near: str) -> None:
    value = when(words, near)
    assert set(value) in (set(), {"when"}, {"from", "to"})
