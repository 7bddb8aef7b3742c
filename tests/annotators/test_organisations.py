import pytest

from annotators.scenes import annotated, cable, words
from tei_cable.annotators.organisations.glosses import is_organisation
from tei_cable.annotators.organisations.heads import CUES, Around, read
from tei_cable.authority.lexicon import Form
from tei_cable.model import Mention, Span

FORMS = [
    Form("NATO", "org", ("nato",)),
    Form("Department of State", "org", ("state-department",)),
    Form("North Atlantic Treaty Organization", "org", ("nato",)),
    Form("CINCPAC", "org", ("cincpac",)),
    Form("UN", "org", ("un",)),
    Form("Diet", "org", ("diet",), weak=True),
    Form("Presidium", "org", ("presidium",)),
]
PLACES = {"Laos": "laos", "Saigon": "ho-chi-minh-city", "London": "london", "Lebanon": "lebanon"}


def organisations(text: str, mentions: tuple[Mention, ...] = ()) -> list[str]:
    named = [Mention(Span(at, at + len(p)), "placeName", id) for p, id in PLACES.items() if (at := text.find(p)) >= 0]
    return words(annotated("organisations", cable(text, mentions=(*mentions, *named)), FORMS).cable, "orgName")


def test_listed_names() -> None:
    text = "NATO and the Presidium; Source: Department of State, Central Files. Diet was short."
    assert organisations(text) == ["NATO", "Presidium", "Department of State"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("to the Embassy in Laos today", "Embassy in Laos"),
        ("Embassy Saigon reports", "Embassy Saigon"),
        ("the French Embassy in London said", "French Embassy in London"),
        ("the Consulate General at Saigon", "Consulate General at Saigon"),
        ("the UK Delegation thinks", "UK Delegation"),
        ("Mission to the North Atlantic Treaty Organization and European Regional Organizations", None),
        ("the Finnish Government asks", "Finnish Government"),
        ("the Royal Laotian Army", "Royal Laotian Army"),
        ("Egyptian air force", "Egyptian air force"),
        ("the Government of Lebanon", "Government of Lebanon"),
        ("the British Foreign Office", "British Foreign Office"),
        ("the Military Armistice Commission met", "Military Armistice Commission"),
        ("the Syrian National Party", "Syrian National Party"),
        ("the American Chamber of Commerce", "American Chamber of Commerce"),
        ("in the Office of Northern Affairs", "Office of Northern Affairs"),
        ("the Lebanon Government said", "Lebanon Government"),
        ("that Laos Communist Party is small", "Laos Communist Party"),
        ("the Saigon Senate adjourned", "Saigon Senate"),
        ("the Delegation of Laos at home", "Delegation of Laos"),
        ("the Laos delegation left", "Laos delegation"),
        ("the Finnish delegation thinks", "Finnish delegation"),
        ("the Finnish Presidium Embassy officers", "Presidium"),
        ("asked Emb London", "Emb London"),
        ("work of Soviet UN Mission in view of it", "Soviet UN Mission"),
        ("the Joint Committee on Trade and Shipping", "Joint Committee on Trade and Shipping"),
        ("for the Special Fund", "Special Fund"),
        ("officials of the Foreign Ministry were", "Foreign Ministry"),
        ("the Communist Party gained", "Communist Party"),
        ("the Japanese Self-Defense Forces", "Japanese Self-Defense Forces"),
        ("10,000 Civil Guard and others", "Civil Guard"),
        ("see ibid., XYZ/AB Files: Lot 1", "XYZ/AB"),
        ("the Consulate General in Ruritania", "Consulate General in Ruritania"),
    ],
)
def test_names_read_from_their_words(text: str, name: str | None) -> None:
    assert organisations(text) == [name or text]


@pytest.mark.parametrize(
    "text",
    [
        "the Government says", "the Embassy thinks", "Council agreed.", "the Council of Ministers decided", "Accordingly Council met.",
        "Department wishes", "our Mission", "Soviet government leaders", "in Parliament", "a committee", "inform the Board",
        "move Embassy to London", "a Finnish delegation came", "the Yugoslav Party Congress",
        "the Senate", "the Embassy in French hands", "a/b files",
    ],
)  # fmt: skip
def test_generic_words(text: str) -> None:
    assert organisations(text) == []


def test_a_name_begins_after_the_name_of_a_person() -> None:
    text = "talks of Peter Brown and Syrian National Party"
    assert organisations(text, (Mention(Span(9, 20), "persName"),)) == ["Syrian National Party"]


def test_the_symbol_of_a_document_is_no_organisation() -> None:
    assert organisations("memoranda NATO/MC/7 and NATO/D of May") == ["NATO"]


def test_a_term_that_is_an_organisation_keeps_its_term() -> None:
    given = cable("GVN and GNP", mentions=(Mention(Span(0, 3), "term", "t_GVN"), Mention(Span(8, 11), "term", "t_GNP")))
    assert organisations("GVN and GNP", given.mentions) == []
    assert is_organisation("GVN", "Government of Vietnam")


@pytest.mark.parametrize(
    ("name", "gloss"),
    [
        ("NAC", "National Advisory Council; North Atlantic Council"), ("PPS", "Parti Populaire Syrien (Syrian National Party)"), ("VC", "Viet Cong"),
        ("EURATOM", "European Atomic Energy Community"), ("CIG", "Intergovernmental Committee on the Establishment of a Free Trade Area"),
        ("S/S", "Executive Secretariat, Department of State"),
    ],
)  # fmt: skip
def test_glosses_of_organisations(name: str, gloss: str) -> None:
    assert is_organisation(name, gloss)


@pytest.mark.parametrize(
    ("name", "gloss"),
    [
        ("GNP", "gross national product"), ("Deptel", "Department of State telegram"), ("CINCPAC", "Commander in Chief, Pacific Command"),
        ("SYG", "United Nations Secretary-General"), ("USSR", "Union of Soviet Socialist Republics"), ("FSO", "Foreign Service officer"),
        ("C", "Office of the Counselor"), ("Dept", "Department"), ("Topol", "series indicator for telegrams from the Department of State"), ("X", ""),
    ],
)  # fmt: skip
def test_glosses_of_other_things(name: str, gloss: str) -> None:
    assert not is_organisation(name, gloss)


@pytest.mark.parametrize("text", ["Department of State Bulletin", "CINCPAC", "POL 4 NATO", "Central Files, NATO 3"])
def test_names_of_something_else(text: str) -> None:
    assert organisations(text) == []


def test_none_in_a_reference_or_a_name_but_in_a_title() -> None:
    text = "NATO 12 NATO Commander Smith"
    ref, person, title = Mention(Span(0, 7), "ref"), Mention(Span(8, 28), "persName"), Mention(Span(8, 22), "roleName")
    made = annotated("organisations", cable(text, mentions=(ref, person, title)), FORMS).cable
    assert [m.span for m in made.mentions if m.kind == "orgName"] == [Span(8, 12)]


def test_no_reading_leaves_the_text() -> None:
    def nothing(_: int) -> int:
        return -1

    for word in CUES:
        for text in (word, f"{word} ", f" {word}", f"the {word} of", f"US {word} in"):
            at = text.index(word)
            found = read(text, at, at + len(word), Around(nothing, nothing, nothing, nothing))
            assert found is None or 0 <= found[0] < found[1] <= len(text)
