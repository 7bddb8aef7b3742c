import pytest

from tei_cable.authority.forms import forename_forms, person_forms, ways
from tei_cable.authority.people import Person, PrintedName, read_name

PRINTED = [
    ("Acheson, Dean", PrintedName("Acheson", "Dean")),
    ("Brentano, Heinrich von", PrintedName("Brentano", "Heinrich von")),
    ("Kozlov, Frol R.", PrintedName("Kozlov", "Frol R.")),
    ("Burke, Admiral Arleigh A.", PrintedName("Burke", "Arleigh A.", ("Admiral",))),
    ("Bonesteel, Maj. Gen. Charles H., III", PrintedName("Bonesteel", "Charles H.", ("Maj.", "Gen."))),
    ("Chou En-lai (Zhou Enlai)", PrintedName("Chou En-lai", aliases=("Zhou Enlai",))),
    ("Thant, U", PrintedName("Thant", titles=("U",))),
    ("Makarios III, Archbishop", PrintedName("Makarios III", titles=("Archbishop",))),
    ("Nasser (Nasr, Nassir), Gamal Abdul", PrintedName("Nasser", "Gamal Abdul", variants=("Nasr", "Nassir"))),
    ("Subandrio (also Soebandrio), Dr.", PrintedName("Subandrio", titles=("Dr.",), variants=("Soebandrio",))),
    ("Vaky, Viron P. (Pete)", PrintedName("Vaky", "Viron P.", nicknames=("Pete",))),
    ("Bahr, Egon (SPD)", PrintedName("Bahr", "Egon")),
    ("Persons, General Wilton B., USA (ret.)", PrintedName("Persons", "Wilton B.", ("General",))),
    ("Duong Van Minh (“Big Minh”)", PrintedName("Duong Van Minh", aliases=("Big Minh",))),
    ("Home, Lord (Alexander Frederick Douglas-Home)", PrintedName("Home", titles=("Lord",), aliases=("Alexander Frederick Douglas-Home",))),
    ("Tran Tu Oai Brigadier General", PrintedName("Tran Tu Oai", titles=("Brigadier", "General"))),
    ("Keldysh, M.", PrintedName("Keldysh", "M.")),
    ("Quill, Earl R.", PrintedName("Quill", "Earl R.")),
    ("Home, Earl of", PrintedName("Home", titles=("Earl", "of"))),
    ("Quill, Ada (Feather, Ada)", PrintedName("Quill", "Ada", variants=("Feather",))),
    ("Hussein I, ibn Talal", PrintedName("Hussein I ibn Talal")),
    ("Fulbright", PrintedName("Fulbright")),
    ("Khrushchev, Nikita S., Chairman", PrintedName("Khrushchev", "Nikita S.", ("Chairman",))),
]


@pytest.mark.parametrize(("text", "expected"), PRINTED)
def test_a_name_is_read_as_lists_print_it(text: str, expected: PrintedName) -> None:
    assert read_name(text) == expected


@pytest.mark.parametrize("text", ["", ",", "()", "(", "Sir", "Jr.", ", ,", "X", "“”", "General"])
def test_what_is_no_name_raises_nothing(text: str) -> None:
    list(ways(Person("p", text, *read_name(text))))


WAYS = [
    ("Brentano, Heinrich von", {"Brentano", "von Brentano", "Von Brentano"}, {"von"}),
    ("De Gaulle, Charles", {"de Gaulle", "De Gaulle", "DeGaulle"}, {"Gaulle", "De"}),
    ("Couve de Murville, Maurice", {"Couve de Murville", "Couve"}, {"Murville"}),
    ("Ben Gurion, David", {"Ben Gurion"}, {"Ben", "Gurion"}),
    ("Ngo Dinh Diem", {"Ngo Dinh Diem", "Dinh Diem", "Diem"}, {"Ngo"}),
    ("Chou En-lai", {"Chou En-lai", "Chou"}, {"En"}),
    ("Thant, U", {"Thant", "U Thant"}, {"U"}),
    ("Makarios III, Archbishop", {"Makarios III", "Makarios"}, {"III"}),
    ("Von Horn", {"Von Horn", "von Horn"}, {"Von"}),
    ("Schroeder, Gerhard", {"Schroeder", "Schroder", "SCHROEDER"}, set()),
    ("McNamara, Robert S.", {"McNamara", "McNAMARA", "Mcnamara"}, {"Mc"}),
]


@pytest.mark.parametrize(("text", "sought", "not_sought"), WAYS)
def test_the_ways_to_write_a_name(text: str, sought: set[str], not_sought: set[str]) -> None:
    found = {words for words, _ in ways(Person("p", text, *read_name(text)))}
    assert sought <= found
    assert not found & not_sought


def test_namesakes_share_a_form_and_common_words_are_weak() -> None:
    people = [Person("a", "Ball, George", "Ball", "George"), Person("b", "Ball, Alice", "Ball", "Alice")]
    forms = {f.text: f for f in person_forms(people)}
    assert forms["Ball"].ids == ("a", "b")
    assert forms["Ball"].weak
    assert not next(f for f in person_forms([Person("c", "Gromyko, Andrei", "Gromyko", "Andrei")]) if f.text == "Gromyko").weak


def test_forenames_are_sought_too_but_no_initials() -> None:
    forms = {f.text for f in forename_forms([Person("a", "Lloyd, Selwyn", "Lloyd", "Selwyn"), Person("b", "Dulles, J. F.", "Dulles", "J. F.")])}
    assert forms == {"Selwyn", "SELWYN"}
