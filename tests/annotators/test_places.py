import pytest

from annotators.scenes import annotated, cable, words
from tei_cable.annotators.places.naming import is_place
from tei_cable.annotators.places.usage import stands_alone
from tei_cable.authority.lexicon import Form
from tei_cable.model import Mention, Span

FORMS = [
    Form("US", "place", ("united-states",)),
    Form("Laos", "place", ("laos",)),
    Form("Saigon", "place", ("ho-chi-minh-city",)),
    Form("Geneva", "place", ("geneva",)),
    Form("Cyprus", "place", ("cyprus",)),
    Form("Nice", "place", ("nice",), weak=True),
    Form("Tripoli", "place", ("tripoli",)),
    Form("Tripoli", "place", ("tripoli-lb",)),
    Form("Lebanon", "place", ("lebanon",)),
]


def places(text: str, mentions: tuple[Mention, ...] = ()) -> list[str]:
    return words(annotated("places", cable(text, mentions=mentions), FORMS).cable, "placeName")


@pytest.mark.parametrize(
    "text",
    [
        "US agrees", "US.", "US, and nobody else", "US would agree", "US to decide", "US and UK agree", "US (see below)", "US’s share", "US[3] said",
        "US watching closely", "US firmly believes", "US, the Soviet Union and France", "US Monday", "US—as ever—waits", "US", "US in this",
        "US\n\nVienna, May 3", "US\n\n6. Other points", "US more than others", "US and USSR. It is so", "US “firmly” agrees", "US furnish arms",
    ],
)  # fmt: skip
def test_an_abbreviation_that_is_a_noun(text: str) -> None:
    assert stands_alone(text, 2)


@pytest.mark.parametrize(
    "text",
    [
        "US policy", "US Government", "US and French governments", "US–UK talks", "US/UN decision", "US armed forces", "US-owned firms",
        "US military aid", "US and NATO forces", "US planning staff", "US 7th Fleet",
        "US ally", "US ruling circles", "US guarantees were welcome", "US claims are old",
    ],
)  # fmt: skip
def test_an_abbreviation_that_describes_a_noun(text: str) -> None:
    assert not stands_alone(text, 2)


def test_a_full_stop_in_the_abbreviation_may_end_the_sentence() -> None:
    assert stands_alone("U.S. The rest", 4)
    assert not stands_alone("U.S. Policy", 4)


def test_names_for_the_place_or_its_government() -> None:
    text = "He left Laos for Saigon, where the Laos crisis and Geneva talks were discussed. US agreed."
    assert places(text) == ["Laos", "Saigon", "Laos", "Geneva", "US"]


@pytest.mark.parametrize(
    "text",
    [
        "under the Geneva Agreements", "the Geneva and Saigon declarations", "the Geneva Armistice Agreement", "the Saigon Times",
        "Cyprus Government said", "the Cyprus Ambassador", "the Bank of Laos", "Saigon 213", "Saigon’s 4897",
        "Saigon telegram 12", "pro-Laos circles", "a Geneva-based body", "POL 7 US", "Central Files, POL 15 LAOS–US.",
        "the Saigon Senate", "Cyprus FonMin Kyprianou", "the Laos Security Treaty", "the Geneva bloc", "Cyprus COS",
    ],
)  # fmt: skip
def test_names_of_something_else(text: str) -> None:
    assert places(text) == []


def test_a_government_by_its_place() -> None:
    assert places("the Government of Laos agreed") == ["Laos"]
    listed = [*FORMS, Form("Government of the Laos", "org", ("laos-government",))]
    assert words(annotated("places", cable("the Government of the Laos agreed"), listed).cable, "placeName") == ["Laos"]


@pytest.mark.parametrize("text", ["Laos Basin", "The Quemoy Dam", "Upper Lena Valley", "Aswan High Dam"])
def test_landforms(text: str) -> None:
    assert places(f"in {text} today") == [text.removeprefix("The ")]


def test_what_only_says_which_landform_is_no_name() -> None:
    assert places("the High Dam and Chinese Islands") == []


def test_a_year_after_a_place_is_no_telegram_nor_is_the_number_of_the_next_paragraph() -> None:
    assert places("after Geneva 1954") == ["Geneva"]
    assert places("the Geneva\n\n6. On this") == ["Geneva"]


def test_a_dash_joins_two_places_but_not_a_place_and_an_adjective() -> None:
    assert places("the Laos–Cyprus question") == ["Laos", "Cyprus"]
    assert places("a Laos-Arab settlement") == []


def test_a_weak_name_needs_a_preposition_or_a_list() -> None:
    assert places("Nice work.") == []
    assert places("He went to Nice.") == ["Nice"]
    assert places("posts at Geneva, Nice and Saigon") == ["Geneva", "Nice", "Saigon"]
    assert is_place("the Pacific area", 4, 11, weak=True)
    assert not is_place("the Pacific Fleet", 4, 11, weak=True)


def test_names_of_persons_and_references_are_closed_but_for_titles() -> None:
    text = "Laos Saigon 213 Minister Laos"
    person, title = Mention(Span(0, 4), "persName"), Mention(Span(16, 29), "roleName")
    ref, holder = Mention(Span(5, 15), "ref", attrs={"type": "telegram"}), Mention(Span(16, 29), "persName")
    assert places(text, (person, ref, holder, title)) == ["Laos"]


def test_a_place_of_the_dateline_gets_its_entry() -> None:
    given = cable("Saigon, May 3\n\nNice", mentions=(Mention(Span(0, 6), "placeName"), Mention(Span(15, 19), "placeName")))
    made = annotated("places", given, FORMS).cable
    assert [(m.span, m.ref) for m in made.mentions] == [(Span(0, 6), "ho-chi-minh-city"), (Span(15, 19), "nice")]


def test_a_name_of_two_places_is_tagged_without_an_entry() -> None:
    made = annotated("places", cable("He went to Tripoli."), FORMS).cable
    assert [m.ref for m in made.mentions] == [""]


def test_an_empty_text() -> None:
    assert places("") == []
