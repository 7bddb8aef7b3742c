import pytest

from tei_cable.authority.entries import Listing
from tei_cable.authority.merge import counterparts, seen_as
from tei_cable.authority.people import Person, read_name
from tei_cable.model import Entity


def person(id: str, printed: str, see: str = "") -> Person:
    return Person(id, printed, *read_name(printed), see=see)


SAME = [
    ("Kennedy, John F.", "kennedy"),
    ("Nasser, Gamal Abd’ul", "nasser"),
    ("Merchant, Livingtson T.", "merchant"),
    ("Chou En-lai (Zhou Enlai)", "chou-en-lai"),
    ("Thant, U", "u-thant"),
    ("Sukarno", "sukarno"),
    ("Johnson, U. Alexis", "johnson-u-alexis"),
    ("de Gaulle, General Charles", "de-gaulle"),
    ("Faisal II", "faisal-ii"),
    ("Malik, Adam", "malik-adam"),
    ("Qadhafi, Mu’ammar", "qaddafi"),
    ("Myerson, Golda (Meir, Golda)", "meir"),
    ("al-Rifai, Abdul Monem", "rifai"),
    ("Lee Kwan Yew", "lee-kuan-yew"),
    # of the register, by a spelling that it has or by words spelt alike
    ("Connolly, John B., Jr.", "connally-john-b"),
    ("Dawee Chullasaspyra, Marshal", "dawee-chullasapya"),
    ("Pyun, Yung Tai", "pyun-yung-tai"),
    ("Faisal ibn abd al-Aziz", "faisal"),
]


@pytest.mark.parametrize(("printed", "id"), SAME)
def test_the_core_s_entry_of_a_person_on_a_list(printed: str, id: str) -> None:
    assert counterparts(Listing([person("p", printed)]), {}) == {id: "p"}


OTHERS = ["Kennedy, Rose", "Quillfeather, Ada", "Johnson, G. Griffith", "Quillfeather, Sir Humphrey", "Do Cao Tri"]


@pytest.mark.parametrize("printed", OTHERS)
def test_somebody_else_of_the_name(printed: str) -> None:
    assert counterparts(Listing([person("p", printed)]), {}) == {}


def test_notes_that_name_different_states_are_of_two_persons() -> None:
    egyptian = person("p", "Hussein, Ahmad")._replace(note="Egyptian Ambassador to the United States")
    assert counterparts(Listing([egyptian]), {}) == {}


def test_each_entry_stands_for_one_at_most() -> None:
    both = [person("a", "Dulles, Allen W."), person("b", "Dulles, John Foster")]
    assert counterparts(Listing(both), {}) == {"dulles-allen": "a", "dulles": "b"}


def test_an_organisation_may_stand_among_terms_but_a_place_may_not() -> None:
    terms = [(Entity("t1", "term", "NATO"), ("NATO",)), (Entity("t2", "term", "Laos"), ("Laos",))]
    assert counterparts(Listing(others=terms), {}) == {"nato": "t1"}


def test_references_within_a_list() -> None:
    people = [
        person("khanh", "Khanh", "Nguyen Khanh"),
        person("nk", "Nguyen Khanh"),
        person("nhu", "Nhu", "Ngo Dinh Nhu"),
        person("ndn", "Ngo Dinh Nhu"),
        person("mme", "Ngo Dinh Nhu, Madame"),
        person("lost", "Lost", "Somebody Else"),
    ]
    # two entries have all the words of "Ngo Dinh Nhu": the reference is not followed
    assert seen_as(people) == {"khanh": "nk"}
