
import pytest

from annotators.scenes import cable
from tei_cable.annotators import Annotation
from tei_cable.authority.lists import Authority, load
from tei_cable.authority.scene import Scene
from tei_cable.model import Field, Mention, Span
from tei_cable.registry import parts


@pytest.fixture(scope="module")
def core() -> Authority:
    return load()


def annotated(authority: Authority, *fields: Field, text: str = "", places: tuple[str, ...] = ()) -> Annotation:
    mentions = tuple(Mention(Span(at, at + len(p)), "placeName", p.lower().replace(" ", "-")) for p in places if (at := text.index(p)) >= 0)
    given = cable(text, mentions=mentions, kinds=("head",))._replace(fields=fields)
    made: Annotation = parts("annotators")["parties"].annotate(given, Scene(given, authority))
    return made


def fields(made: Annotation, name: str) -> list[tuple[str, str, str]]:
    return [(f.value, f.attrs.get("ref", ""), f.attrs.get("cert", "")) for f in made.cable.fields if f.name == name]


def test_places_are_linked(core: Authority) -> None:
    made = annotated(core, Field("sent/placeName", "Saigon"), Field("received/placeName", "Atlantis"), Field("forwarded/placeName", "London"))
    assert fields(made, "sent/placeName") == [("Saigon", "ho-chi-minh-city", "")]
    assert fields(made, "received/placeName") == [("Atlantis", "", "")]
    assert fields(made, "forwarded/placeName") == [("London", "london", "")]
    assert not made.diagnostics


def test_the_place_of_a_role(core: Authority) -> None:
    made = annotated(core, Field("sent/roleName", "French Ambassador in Washington"), Field("received/roleName", "French Foreign Minister"))
    assert fields(made, "sent/placeName") == [("Washington", "washington", "")]
    assert fields(made, "received/placeName") == [("Paris", "paris", "medium")]
    assert [d.slug for d in made.diagnostics] == ["place-inferred"]


def test_the_seat_of_an_embassy_is_the_one_of_its_time(core: Authority) -> None:
    made = annotated(core, Field("received/roleName", "Ambassador to the Federal Republic of Germany"))
    assert fields(made, "received/placeName") == [("Bonn", "bonn", "medium")]


def test_no_place_is_inferred_where_one_is_given_or_none_follows(core: Authority) -> None:
    given = annotated(core, Field("received/roleName", "French Foreign Minister"), Field("received/placeName", "Geneva"))
    assert fields(given, "received/placeName") == [("Geneva", "geneva", "")]
    assert fields(annotated(core, Field("received/roleName", "French Ambassador")), "received/placeName") == []
    assert fields(annotated(core, Field("received/roleName", "Director of Plans")), "received/placeName") == []


@pytest.mark.parametrize(
    "note",
    [
        "This telegram was sent to New York, and via the department to Bonn and London.",
        "Source: a private paper. Repeated to New York, Bonn and London.",
        "Also sent to New York and Bonn; repeated for information to London.",
    ],
)
def test_copies_that_a_note_on_the_heading_tells(core: Authority, note: str) -> None:
    made = annotated(core, text=f"Telegram 12[1]\n\nText.\n\n[1] {note}", places=("New York", "Bonn", "London"))
    assert [value for value, *_ in fields(made, "forwarded/placeName")] == ["New York", "Bonn", "London"]


def test_other_notes_and_places_of_origin_tell_of_no_copies(core: Authority) -> None:
    assert fields(annotated(core, text="Telegram 12[1]\n\nText.\n\n[1] It came from Bonn.", places=("Bonn",)), "forwarded/placeName") == []
    late = "Telegram 12\n\nText[1].\n\n[1] Repeated to Bonn."
    assert fields(annotated(core, text=late, places=("Bonn",)), "forwarded/placeName") == []


def test_copies_that_the_header_has_are_not_doubled(core: Authority) -> None:
    made = annotated(core, Field("forwarded/placeName", "Bonn"), text="Telegram 12[1]\n\nText.\n\n[1] Repeated to Bonn.", places=("Bonn",))
    assert fields(made, "forwarded/placeName") == [("Bonn", "bonn", "")]


def test_places_between_which_a_telegram_went_are_no_persons(core: Authority) -> None:
    text = "Telegram from Washington to Berlin"
    sent, received = (Span(at := text.index(p), at + len(p)) for p in ("Washington", "Berlin"))
    told = (Field("author", "Washington", sent), Field("sent/persName", "Washington", sent), Field("received/persName", "Berlin", received))
    made = annotated(core, *told, text=text)
    assert fields(made, "sent/placeName") == [("Washington", "washington", "")]
    assert fields(made, "received/placeName") == [("Berlin", "berlin", "")]
    assert not fields(made, "author")
    assert not fields(made, "sent/persName")


def test_a_place_in_capitals_is_linked(core: Authority) -> None:
    assert fields(annotated(core, Field("sent/placeName", "TEL AVIV")), "sent/placeName") == [("TEL AVIV", "tel-aviv", "")]


def test_an_office_ends_with_its_post_and_not_with_the_name_behind_it(core: Authority) -> None:
    made = annotated(core, Field("sent/roleName", "Soviet Ambassador to Cuba Rassendyll"))
    assert fields(made, "sent/roleName") == [("Soviet Ambassador to Cuba", "", "")]
    assert fields(made, "sent/persName") == [("Rassendyll", "", "")] == fields(made, "author")
    assert fields(made, "sent/placeName") == [("Havana", "havana", "medium")]


def test_an_ambassador_to_a_place_nobody_knows_does_not_sit_at_home(core: Authority) -> None:
    assert not fields(annotated(core, Field("sent/roleName", "Soviet Ambassador to Ruritania")), "sent/placeName")
