from tei_cable.authority.roles import fits, lacks_rank, roles

NOTE = "Ambassador to Japan to February 1957; thereafter Ambassador to Indonesia"


def test_offices_and_their_dates() -> None:
    first, second = roles(NOTE)
    assert first.lead == {"ambassador"}
    assert (first.start, first.end) == ("", "1957-02")
    assert (second.start, second.end) == ("1957-02", "")
    assert first.holds("1956-05-01")
    assert not first.holds("1958-05-01")
    assert roles("Under Secretary from October 1966")[0][3:] == ("1966-10", "")
    assert roles("Foreign Minister, August 1955–May 1957")[0][3:] == ("1955-08", "1957-05")


def test_a_title_fits_the_office_on_the_list() -> None:
    assert fits("Ambassador", "", roles(NOTE), "1956-01-01") == 3
    assert fits("Secretary", "", roles("Secretary of State until April 1959"), "1958-01-01") == 3
    assert fits("Secretary", "", roles("Secretary of State until April 1959"), "1960-01-01") == 1
    assert fits("Foreign Minister", "", roles("Foreign Minister of the Republic of Zanzarim until May 1968"), "1964-03-05") == 3
    assert fits("FonMin", "", roles("Soviet Minister of Foreign Affairs"), "") == 3


def test_a_title_that_does_not() -> None:
    assert fits("President", "", roles("Special Assistant to the President"), "") < 0
    assert fits("Secretary", "", roles("Director of Central Intelligence"), "") < 0
    assert fits("Admiral", "General", roles("Chief of Staff"), "") < 0


def test_a_title_that_says_nothing() -> None:
    assert fits("M.", "", roles(NOTE), "") == 0
    assert fits("President", "", (), "") == 0
    assert fits("General", "", roles("Prime Minister"), "") == 0
    assert fits("Gen.", "Major General", (), "") == 2
    assert fits("Attorney General", "General", (), "") == 0


def test_a_rank_before_the_name_of_a_civilian() -> None:
    assert lacks_rank("General", "", roles(NOTE))
    assert not lacks_rank("General", "Major General", roles(NOTE))
    assert not lacks_rank("General", "", roles("Commander of the garrison"))
    assert not lacks_rank("General", "", ())
    assert not lacks_rank("Attorney General", "", roles(NOTE))
