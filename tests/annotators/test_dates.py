from annotators.scenes import annotated, cable, words
from tei_cable.authority.lexicon import Form
from tei_cable.model import Mention, Span

DATE = "1962-11-01"


def dates(text: str, date: str = DATE, mentions: tuple[Mention, ...] = (), lang: str = "en") -> dict[str, str]:
    """Words of each date, and its value."""
    made = annotated("dates", cable(text, date, mentions, lang), [Form("Saigon", "place", ("x",))]).cable
    found = [m for m in made.mentions if m.kind == "date" and m not in mentions]
    return {made.source.text[a:b]: "/".join(m.attrs.values()) for m in found for a, b in [m.span]}


def test_dates_take_their_year_from_the_telegram() -> None:
    assert dates("They left on Friday 2 November and return November 9.") == {"Friday 2 November": "1962-11-02", "November 9": "1962-11-09"}
    assert dates("They left on 2 November.", "") == {"2 November": "--11-02"}


def test_last_and_next_look_back_and_ahead() -> None:
    assert dates("as he will next November") == {"November": "1963-11"}
    assert dates("as he said last November") == {"November": "1961-11"}
    assert dates("as he said last December") == {"December": "1961-12"}
    assert dates("as he will next Friday, September 6", "1963-08-30") == {"Friday, September 6": "1963-09-06"}


def test_lists_of_days_share_month_and_year() -> None:
    assert dates("on December 11 and 27, 1960, in Kuwait") == {"December 11": "1960-12-11", "27, 1960": "1960-12-27"}
    assert dates("on 5 and 6 November") == {"5": "1962-11-05", "6 November": "1962-11-06"}
    assert dates("on June 12, 13 ministers met") == {"June 12": "1962-06-12"}


def test_months_that_are_other_words() -> None:
    assert dates("May we hope so? They march on, and the August sun shines as in June.") == {
        "August": "1962-08", "June": "1962-06"
    }  # fmt: skip
    assert dates("the October Revolution") == {}
    assert dates("in the March talks", "1962-05-02") == {"March": "1962-03"}
    assert dates("in Sept., while Dec would agree") == {"Sept.": "1962-09"}


def test_years_by_the_word_before_them() -> None:
    assert dates("since 1815, in 1961 and the 1954 Accords (1955), mid-1962") == {
        "1815": "1815", "1961": "1961", "1954": "1954", "1955": "1955", "1962": "1962"
    }  # fmt: skip
    assert dates("some 1900 men, at 1930 hours, over 1950, $1955, 1,960, 1960 votes, the 1970's, No. 1961, pp. 1921–1923, 790.022/6–1856") == {}
    assert dates("The UN 1950 resolution") == {"1950": "1950"}
    assert dates("Central Files, 1961–63, POL 12") == {"1961–63": "1961/1963"}


def test_numbers_that_others_have_named_are_no_years() -> None:
    text = "1960. Embtel 1961 and Saigon 1962 say so."
    ref = Mention(Span(6, 17), "ref", attrs={"type": "telegram", "n": "1961"})
    assert dates(text, mentions=(ref,)) == {}


def test_a_number_before_the_month_that_is_not_a_day() -> None:
    assert dates("3. Dec 10 brought rain.") == {"Dec 10": "1962-12-10"}
    assert dates("Am 3. Januar 1962 regnete es.", lang="de") == {"3. Januar 1962": "1962-01-03"}
    assert dates("Article 1 of Oct 28 draft") == {"Oct 28": "1962-10-28"}


def test_a_date_does_not_leave_its_paragraph() -> None:
    assert dates("It ended in October\n\n12 men came.") == {"October": "1962-10"}


def test_a_wrong_weekday_is_reported() -> None:
    made = annotated("dates", cable("on Monday, November 6", DATE))
    assert [d.slug for d in made.diagnostics] == ["wrong-weekday"]
    assert words(made.cable, "date") == ["Monday, November 6"]


def test_a_day_alone_is_of_the_month_of_the_telegram_or_the_one_before() -> None:
    assert dates("He left 28th at 1400 local time.", "1962-10-28") == {"28th at 1400 local time": "1962-10-28"}
    assert dates("in talks 27th with them", "1962-11-01") == {"27th": "1962-10-27"}
    assert dates("We met Friday afternoon 12th. It rained.", "1962-11-13") == {"12th": "1962-11-12"}
    assert dates("until 3rd, when", "1962-10-28") == {"3rd": "1962-11-03"}
    assert dates("on 14th session, by 6th and 28th divisions, the 17th parallel, the 5th, after 19th century", "1962-11-13") == {}
    assert dates("He left 28th.", "") == {}


def test_fiscal_years() -> None:
    assert dates("for FY 1960 and FY 61, FY–62") == {"FY 1960": "1960", "FY 61": "1961", "FY–62": "1962"}
    assert dates("in CY 63–64 and FY 1957–58") == {"CY 63–64": "1963/1964", "FY 1957–58": "1957/1958"}
    assert dates("in Fiscal Year 1964, in fiscal ’65.") == {"Fiscal Year 1964": "1964", "fiscal ’65": "1965"}


def test_the_turn_of_a_year() -> None:
    assert dates("in December and January", "1962-06-23") == {"December": "1961-12", "January": "1962-01"}
    assert dates("in December and January 1964", "1962-06-23") == {"December": "1963-12", "January 1964": "1964-01"}


def test_the_next_day_before_a_name() -> None:
    assert dates("On July 6 and 7 Rusk spoke.") == {"July 6": "1962-07-06", "7": "1962-07-07"}
    assert dates("On July 6 and 9 Rusk spoke.") == {"July 6": "1962-07-06"}
