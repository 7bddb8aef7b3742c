"""Who held an office on a day: `tei-cable office`."""

from pathlib import Path

import pytest

from tei_cable.authority.lists import Authority, load_unsearched
from tei_cable.authority.questions import BadQuestion, ask, day, state


@pytest.fixture(scope="module")
def core() -> Authority:
    return load_unsearched()


@pytest.mark.parametrize(
    ("title", "date", "whose", "name"),
    [
        ("Ambassador in France", "1962-11-01", "US", "Charles E. Bohlen"),
        ("Ambassador to Viet-Nam", "1957-05-01", "US", "Elbridge Durbrow"),
        ("Ambassador in Grenada", "1978-05-01", "US", "Francis Vincent Ortiz, Jr."),
        ("Minister in Nepal", "1950-05-01", "US", "Loy W. Henderson"),
        ("Ambassador in the United States", "1962-11-01", "FR", "Hervé Alphand"),
        ("French Ambassador in Moscow", "1962-10-30", "US", "Maurice Dejean"),
        ("Foreign Minister", "1962-11-01", "France", "Maurice Couve de Murville"),
        ("Secretary of State", "1958-05-06", "US", "John Foster Dulles"),
        ("President", "1963-11-23", "US", "Lyndon B. Johnson"),
        ("Assistant Secretary of State for Far Eastern Affairs", "1965-02-11", "US", "William P. Bundy"),
        # no ambassador was accredited: neither the one before nor the one appointed is named
        ("Ambassador in Egypt", "1967-05-01", "US", ""),
        # a chargé is not the ambassador, an acting secretary not the secretary
        ("Chargé in France", "1962-11-01", "US", ""),
        ("Acting Secretary of State", "1958-05-06", "US", ""),
        # the office changed hands on the day before
        ("Under Secretary of State for Political Affairs", "1959-12-05", "US", ""),
        ("Foreign Minister", "1962-11-01", "US", ""),
        ("gardener", "1962-11-01", "US", ""),
        ("", "1962-11-01", "US", ""),
    ],
)
def test_who_held_it(core: Authority, title: str, date: str, whose: str, name: str) -> None:
    answer = ask(core, title, date, state(whose))
    assert answer.name == name
    assert answer.why
    assert bool(answer.tenure) == bool(name)


def test_appointed_is_not_accredited(core: Authority) -> None:
    answer = ask(core, "Ambassador in France", "1962-09-30", "united-states")
    assert not answer.name
    bohlen = next(t for n, t in answer.others if n == "Charles E. Bohlen")
    assert bohlen.appointed < "1962-09-30" < bohlen.start


def test_a_list_tells_what_the_core_does_not(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("name,offices\nAda Quill,Ambassador in Norway [Mexico] 1961-05-01/1963-02-01\n", encoding="utf-8")
    known = load_unsearched([str(path)], core=False)
    assert ask(known, "Ambassador in Norway", "1962-01-01", state("MX")).name == "Ada Quill"
    assert not ask(known, "Ambassador in Norway", "1964-01-01", state("MX")).name


def test_days_and_states() -> None:
    assert day(" 1962-11-01T00:00 ") == "1962-11-01"
    for words in ("1962-13-01", "1962", "", "yesterday"):
        with pytest.raises(BadQuestion, match="is no date"):
            day(words)
    assert state("French") == state("FR") == state("France") == "france"
    with pytest.raises(BadQuestion, match="is no state"):
        state("Nowhere")
