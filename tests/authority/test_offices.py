from pathlib import Path

import pytest

from tei_cable.authority import states
from tei_cable.authority.lists import Authority, load
from tei_cable.authority.office_names import Office, canonical, known, read, several, state_named
from tei_cable.authority.offices import read_note, roll
from tei_cable.authority.place_names import entry, place_named
from tei_cable.authority.tenures import ATTESTED, COVERS, EXACT, NO, Tenure, fit


@pytest.fixture(scope="module")
def core() -> Authority:
    return load()


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("French Ambassador in Moscow", Office("Ambassador", "france", "ussr")),
        ("the Prime Minister of Pakistan", Office("Prime Minister", "pakistan")),
        ("Soviet Minister of Defense", Office("Minister of Defense", "ussr")),
        ("Secretary of State", Office("Secretary of State", "united-states")),
        ("British Secretary of State for Foreign Affairs", Office("Foreign Minister", "united-kingdom")),
        ("FonMin", Office("Foreign Minister")),
        ("head of the Soviet government", Office("Prime Minister", "ussr")),
        ("Chairman of the Soviet Council of Ministers", Office("Prime Minister", "ussr")),
        ("UN Secretary General", Office("Secretary General", "un")),
        ("Secretary-General of the United Nations", Office("Secretary General", "un")),
        ("Premier and Foreign Minister of the People’s Republic of China", Office("premier and foreign minister", "china")),
        ("Canadian Ambassador to the United States", Office("Ambassador", "canada", "united-states")),
        ("Shah", Office("shah", "iran")),
    ],
)
def test_titles(words: str, office: Office) -> None:
    assert read(words) == office


def test_no_office() -> None:
    assert read("") is None
    assert read(" ,.") is None


def test_two_offices_in_one_title() -> None:
    assert set(several("President and Prime Minister of Algeria")) >= {Office("President", "algeria"), Office("Prime Minister", "algeria")}


def test_what_an_american_list_leaves_unsaid() -> None:
    assert read("Ambassador to Norway", "united-states") == Office("Ambassador", "united-states", "norway")
    assert read("Prime Minister", "united-states") == Office("Prime Minister")


def test_canonical_names() -> None:
    assert canonical("Minister for Foreign Affairs") == canonical("FonMin") == "Foreign Minister"
    assert canonical("Commander in Chief, Pacific") == "commander in chief pacific"
    assert known("premier")
    assert not known("gardener")


@pytest.mark.parametrize(
    ("start", "end", "first", "last", "how"),
    [
        ("1961-01", "1963-11-22", "", "", EXACT),
        ("1961", "1963-11-22", "", "", COVERS),
        ("1962-11", "1962-11", "", "", EXACT),
        ("1962-11-02", "1964-01", "", "", NO),
        ("1960-01", "1962-10-31", "", "", NO),
        ("1960-01", "", "1960", "1963", COVERS),
        ("1950-01", "", "1950", "1955", NO),
        ("", "", "1961", "1963", ATTESTED),
        ("", "", "1955", "1957", NO),
        ("", "", "", "", ATTESTED),
    ],
)
def test_how_a_tenure_fits_a_day(start: str, end: str, first: str, last: str, how: int) -> None:
    assert fit(Tenure("x", start, end, first, last, ""), "1962-11-01") == how


def test_holders(core: Authority) -> None:
    known_roll = roll(core)
    president = known_roll.holders(Office("President", "united-states"), "1962-11-01")
    assert [(h.person, h.certain) for h in president] == [("kennedy", True)]
    assert president[0].evidence.startswith("President (United States), 1961-01-20 to 1963-11-22")
    assert [h.person for h in known_roll.holders(Office("Ambassador", "france", "ussr"), "1962-11-01")] == ["dejean"]
    assert not known_roll.holders(Office("President", "united-states"), "")
    assert not known_roll.holders(Office("King", "france"), "1962-11-01")
    assert known_roll.held_by("khrushchev", "Prime Minister", "1962-11-01") == [Office("Prime Minister", "ussr")]


def test_the_day_of_change_has_two_holders(core: Authority) -> None:
    assert len(roll(core).holders(Office("President", "united-states"), "1963-11-22")) == 2


def test_egypt_and_the_united_arab_republic_are_one(core: Authority) -> None:
    assert [h.person for h in roll(core).holders(Office("President", "egypt"), "1963-05-01")] == ["nasser"]


def tenures(note: str) -> list[tuple[str, str, str, str]]:
    return [(o.name, o.state or o.post, t.start, t.end) for o, t in read_note("x", note)]


def test_notes_of_a_list() -> None:
    assert tenures("Prime Minister of Laos to June 1960; thereafter Ambassador to France") == [
        ("Prime Minister", "laos", "", "1960-06"),
        ("Ambassador", "laos", "1960-06", ""),
    ]
    assert tenures("Ambassador to Norway until May 1957; Ambassador to Spain thereafter")[1][2:] == ("1957-05", "")
    assert tenures("Foreign Minister of Greece, October 1955–May 1956") == [("Foreign Minister", "greece", "1955-10", "1956-05")]
    assert tenures("Chancellor of Austria and, until May 1955, Minister of Foreign Affairs")[1] == ("Foreign Minister", "austria", "", "1955-05")
    assert {t[2:] for t in tenures("Commander in Chief, Gulf; and Governor of the Isles, June 1955–July 1957")} == {("1955-06", "1957-07")}
    assert tenures("former Prime Minister of Laos") == []
    assert tenures("") == []


def test_states() -> None:
    assert states.of_place("paris") == "france"
    assert states.of_place("hanoi") == "north-vietnam"
    assert states.of_place("germany") == "west-germany"
    assert states.of_place("africa") == ""
    assert states.seat("france") == "paris"
    assert states.seat("west-germany") == "bonn"
    assert states.seat("nigeria") == ""
    assert state_named("the Soviet Union") == "ussr"
    assert state_named("Atlantis") == ""


def test_the_states_and_their_seats_are_places_of_the_table(core: Authority) -> None:
    named = set(states.adjectives().values())
    assert not [place for place in {*named, *map(states.seat, named)} - {""} if not core.facts("place", place)]


def test_places_by_name(core: Authority) -> None:
    assert place_named("Saigon") == place_named("Ho Chi Minh City") == "ho-chi-minh-city"
    assert place_named("the Soviet Union") == "ussr"
    assert place_named("Côte d’Ivoire") == "ivory-coast"
    assert place_named("") == ""
    assert entry(core, "paris") == "paris"


def test_with_a_list_a_holder_is_one_of_the_list(core: Authority, tmp_path: Path) -> None:
    office = Office("Ambassador", "united-states", "canada")
    assert [h.person for h in roll(core).holders(office, "1966-11-09")] == ["butterworth-william-walton"]
    path = tmp_path / "list.csv"
    path.write_text("id,name\nq,Ada Quill\n", encoding="utf-8")
    without = load([str(path)])
    assert roll(without).holders(office, "1966-11-09") == ()
    assert [h.person for h in roll(without, True).holders(office, "1966-11-09")] == ["butterworth-william-walton"]
    path.write_text('id,name\nq,"Butterworth, W. Walton"\n', encoding="utf-8")
    assert [h.person for h in roll(load([str(path)])).holders(office, "1966-11-09")] == ["q"]
