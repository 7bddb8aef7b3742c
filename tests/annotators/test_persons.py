"""Names of persons on the lists of a volume that never was."""

from pathlib import Path

import pytest

import tei_cable
from annotators.scenes import cable, words
from tei_cable.annotators import Annotation
from tei_cable.authority.lexicon import Form
from tei_cable.authority.lists import Authority, load
from tei_cable.authority.scene import Scene
from tei_cable.model import Cable, Field, Mention, Span
from tei_cable.registry import parts

PERSONS = {
    "quill": ("Quill, Ada M.", "Ambassador to Zanzarim until May 1961; thereafter Secretary of the Interior"),
    "hobbs": ("Hobbs, Admiral Roy", "Chief of Naval Operations"),
    "hobbs-t": ("Hobbs, Theodore", "Deputy Director, Office of Maps, Department of State"),
    "oram-a": ("Oram, Adela", "Minister of Posts of Zanzarim"),
    "oram-b": ("Oram, A. B.", "Foreign Secretary of Zanzarim"),
    "oram-g": ("Oram, General Titus", "Chief of Staff of Zanzarim"),
    "vel": ("Vel", "see Vel Dorn"),
    "vel-d": ("Vel Dorn", "Minister of Tides"),
    "vel-m": ("Vel, Madame Orla", "wife of Vel Dorn"),
    "strong": ("Strong, Amos", "Officer in Charge of Tides"),
    "tran": ("Tran Van Lac", "Minister of Posts of the Republic of Zanzarim"),
    "lac": ("Lac", "see Tran Van Lac"),
    "zor": ("Zorrilla Mendez, Luis", "President of Costaguana"),
    "peale": ("Peale, Barnaby von", "Foreign Minister of Ruritania from June 1960"),
    "peale-j": ("Peale, Johanna", "wife of Barnaby von Peale"),
    "sisal": ("Sisal, John David", "Senator from Maine"),
    "ming": ("Ming Ta-hsi", "General"),
}


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    path: Path = tmp_path_factory.mktemp("lists") / "list.xml"
    entries = "".join(f'<person xml:id="{id}"><persName>{name}</persName><note>{note}</note></person>' for id, (name, note) in PERSONS.items())
    path.write_text(f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>{entries}</listPerson></standOff></TEI>', encoding="utf-8")
    cues = [Form(word, "cue:persons") for word in parts("annotators")["persons"].cues]
    return load([str(path)], cues=cues)


def annotated(given: Cable, authority: Authority) -> Annotation:
    found: Annotation = parts("annotators")["persons"].annotate(given, Scene(given, authority))
    return found


def refs(text: str, authority: Authority, **more: object) -> list[tuple[str, str]]:
    """Each name found with the id it points at."""
    given = cable(text, **more)  # type: ignore[arg-type]
    mentions = sorted((m for m in annotated(given, authority).cable.mentions if m.kind == "persName"), key=lambda m: m.span)
    return [(text[m.span.start : m.span.end], m.ref) for m in mentions]


FOUND = [
    ("Quill said no.", [("Quill", "quill")]),
    ("Talks with A. M. Quill, Ada Quill and A.M. Quill.", [("A. M. Quill", "quill"), ("Ada Quill", "quill"), ("A.M. Quill", "quill")]),
    ("Ambassador Quill’s note", [("Ambassador Quill", "quill")]),
    ("Chief of Staff Admiral Roy Hobbs, Jr. left", [("Chief of Staff Admiral Roy Hobbs, Jr.", "hobbs")]),
    ("Lac and Tran Van Lac", [("Lac", "tran"), ("Tran Van Lac", "tran")]),
    ("Dang Van Lac spoke", [("Dang Van Lac", "")]),
    ("Zorrilla Mendez; Zorrilla; Luis Zorrilla", [("Zorrilla Mendez", "zor"), ("Zorrilla", "zor"), ("Luis Zorrilla", "zor")]),
    ("with Von Peale, von Peale and Barnaby von Peale", [("Von Peale", "peale"), ("von Peale", "peale"), ("Barnaby von Peale", "peale")]),
    ("Gen. Ming Ta Hsi; Ming Tahsi; Ming", [("Gen. Ming Ta Hsi", "ming"), ("Ming Tahsi", "ming"), ("Ming", "ming")]),
    ("the Ming Hung-Chi case", [("Ming Hung-Chi", "")]),
    ("(Quill)", [("Quill", "quill")]),
    ("Quill–Ming talks", [("Quill", "quill"), ("Ming", "ming")]),
    ("the Secretary\nQuill", [("Secretary\nQuill", "quill")]),
    ("A. Quill was asked", [("Quill", "quill")]),
    ("“Quill”", [("Quill", "quill")]),
    # a signature of one line; initials as the wire writes them
    ("A. Quill", [("A. Quill", "quill")]),
    ("talks with AM Quill, with DB Quill", [("AM Quill", "quill"), ("Quill", "quill")]),
    # the end of what goes before is no initial
    ("accepted by the U.S. Quill said", [("Quill", "quill")]),
    ("point 8–A. Quill said that C/A Quill would", [("Quill", "quill"), ("Quill", "quill")]),
    ("the P.M. Quill left", [("P.M. Quill", "quill")]),
    ("Files, 123–Quill, Ada M. Secret", [("Quill, Ada M.", "quill")]),
    ("POL 7 US/STRONG; POL 7 US/QUILL", [("STRONG", "strong"), ("QUILL", "quill")]),
    ("the Quill-Communist pact", [("Quill", "quill")]),
    ("Robert Quill came", [("Robert Quill", "")]),
    ("QUILL AGREES WITH MING THAT THE SHIP MUST SAIL", [("QUILL", "quill"), ("MING", "ming")]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_names_of_persons_on_the_list(text: str, expected: list[tuple[str, str]], authority: Authority) -> None:
    assert refs(text, authority) == expected


NOTHING = [
    "The Quill Library and the Quill Papers",
    "USS Hobbs sailed",
    "Quillon and Minglike",
    "Strong winds were felt",
    "the Strong Report",
    "Lacquer",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_name(text: str, authority: Authority) -> None:
    assert refs(text, authority) == []


WEAK = [
    ("Strong told us", True),
    ("He asked Strong to go.", True),
    ("Mr. Strong", True),
    ("Amos Strong", True),
    ("Strong", True),
    ("A protest. Strong words followed.", False),
    ("We told Strong. Strong, however, left.", True),
    ("Drafted by Strong (MAP)", True),
]


def test_a_word_in_a_row_of_names_is_one(authority: Authority) -> None:
    assert refs("They left. Strong and Quill will come; so will Hobbs, Strong, and Ming.", authority)[::2] == [
        ("Strong", "strong"),
        ("Hobbs", ""),
        ("Ming", "ming"),
    ]



@pytest.mark.parametrize(("text", "is_name"), WEAK)
def test_a_name_that_is_a_word_needs_evidence(text: str, is_name: bool, authority: Authority) -> None:
    assert bool(refs(text, authority)) is is_name


def test_forenames_and_ranks_decide_between_namesakes(authority: Authority) -> None:
    assert refs("Talks with Adela Oram. They met A. B. Oram.", authority) == [("Adela Oram", "oram-a"), ("A. B. Oram", "oram-b")]
    assert refs("A. B. Oram came. The General Oram plan failed.", authority)[1] == ("General Oram", "oram-g")


def test_a_womans_title_is_not_of_the_man_whose_name_is_an_entry(authority: Authority) -> None:
    assert refs("Mrs. Vel left. Vel stayed.", authority) == [("Mrs. Vel", "vel-m"), ("Vel", "vel-d")]


def test_a_title_decides_between_namesakes(authority: Authority) -> None:
    assert refs("Admiral Hobbs sailed.", authority) == [("Admiral Hobbs", "hobbs")]


def test_so_does_the_document_s_fuller_mention(authority: Authority) -> None:
    assert refs("Theodore Hobbs drew a map. Hobbs was proud.", authority)[1] == ("Hobbs", "hobbs-t")


def test_and_the_work_of_drafting(authority: Authority) -> None:
    assert refs("Drafted by Hobbs and approved by Quill.", authority)[0] == ("Hobbs", "hobbs-t")


def test_without_evidence_no_link_but_a_warning(authority: Authority) -> None:
    found = annotated(cable("Hobbs agreed."), authority)
    assert [m.ref for m in found.cable.mentions] == [""]
    (warning,) = found.diagnostics
    assert (warning.code, warning.slug) == ("P001", "ambiguous-person")
    assert "Hobbs, Admiral Roy" in warning.message
    assert "Hobbs, Theodore" in warning.message


def test_a_wife_is_not_her_husband(authority: Authority) -> None:
    assert refs("Mrs. Peale and Mr. Peale", authority) == [("Mrs. Peale", "peale-j"), ("Mr. Peale", "peale")]
    assert refs("Mrs. Zorrilla", authority) == [("Mrs. Zorrilla", "")]


def test_forenames_alone_in_a_letter(authority: Authority) -> None:
    assert refs("Dear John: I hear that Sisal is well. John, come home.", authority) == [("John", "sisal"), ("Sisal", "sisal"), ("John", "sisal")]
    assert refs("Dear John: come home.", authority) == []


@pytest.mark.parametrize("text", ["They went to St. Barnaby.", "Talks with Hans-Barnaby went on.", "They saw Barnaby al-Orr."])
def test_half_a_name_is_no_forename(text: str, authority: Authority) -> None:
    assert ("Barnaby", "peale") not in refs(text, authority)


def test_a_forename_that_nobody_else_bears(authority: Authority) -> None:
    assert refs("I told Barnaby so.", authority) == [("Barnaby", "peale")]
    assert refs("I told Barnaby Smythe so.", authority)[0][1] == ""


def test_titles_are_roles_inside_the_name(authority: Authority) -> None:
    given = annotated(cable("Ruritanian Foreign Minister von Peale and Lt. Col. Quill met president Zorrilla."), authority).cable
    assert words(given, "roleName") == ["Foreign Minister", "Lt. Col.", "president"]
    assert words(given, "persName") == ["Foreign Minister von Peale", "Lt. Col. Quill", "president Zorrilla"]


def test_supplied_brackets_belong_to_the_name(authority: Authority) -> None:
    text = "They met [Foreign Minister] [Barnaby] von Peale."
    brackets = [Mention(Span(a, b), "supplied", attrs={"reason": "editorial"}) for a, b in ((9, 27), (28, 37))]
    given = annotated(cable(text, mentions=brackets), authority).cable
    assert words(given, "persName") == ["[Foreign Minister] [Barnaby] von Peale"]
    assert words(given, "roleName") == ["Foreign Minister"]
    assert next(m.ref for m in given.mentions if m.kind == "persName") == "peale"


def test_a_signature_is_a_name(authority: Authority) -> None:
    assert refs("Words.\n\nQuill", authority, kinds=("p", "closer/signed")) == [("Quill", "quill")]


def test_fields_of_the_header_point_at_persons(authority: Authority) -> None:
    given = cable("Words.")._replace(fields=(Field("author", "Ada Quill"), Field("sent/persName", "Roy Hobbs"), Field("title", "Quill")))
    fields = annotated(given, authority).cable.fields
    assert [f.attrs.get("ref") for f in fields] == ["quill", "hobbs", None]


STRANGERS = [
    ("Mr. Evans said", [("Mr. Evans", "")]),
    ("General Harlan C. Parks", [("General Harlan C. Parks", "")]),
    ("Foreign Minister Oblonsky’s", [("Foreign Minister Oblonsky", "")]),
    ("General Assembly, Prime Ministers and Foreign Office", []),
    ("Secretary December 7", []),
    ("the Soviet Ambassador Monday", []),
    ("Nguyen Thi Hoa", [("Nguyen Thi Hoa", "")]),
    ("Drafted by Obloner; cleared by J. P. Tasker (EUR) and with the Department", [("Obloner", ""), ("J. P. Tasker", "")]),
]


@pytest.mark.parametrize(("text", "expected"), STRANGERS)
def test_persons_on_no_list(text: str, expected: list[tuple[str, str]], authority: Authority) -> None:
    assert refs(text, authority) == expected


def test_a_stranger_is_known_again(authority: Authority) -> None:
    assert [w for w, _ in refs("Robert Wetherspoon left. Wetherspoon was tired.", authority)] == ["Robert Wetherspoon", "Wetherspoon"]


def test_the_list_comes_before_the_core_and_adds_to_it(authority: Authority) -> None:
    assert refs("Khrushchev and Quill", authority) == [("Khrushchev", "khrushchev"), ("Quill", "quill")]


def test_initials_in_a_heading_speak_against_the_only_one_of_a_surname() -> None:
    heading = "12 Mr {} Bruce, High Commissioner in London, to Mr R. G. Menzies, Prime Minister\n\nCablegram 7 LONDON, 3 January 1940\n\nI saw him.\n"
    for initials, ref in (("S. M.", None), ("D. K. E.", "bruce")):
        made = tei_cable.convert(heading.format(initials).encode()).cable
        (sender,) = [f.attrs.get("ref") for f in made.fields if f.name == "sent/persName"]
        assert sender == ref


def test_the_sender_whom_the_title_names_in_full_signs_with_the_surname(authority: Authority) -> None:
    given = cable("The roses are out.\n\nHobbs", kinds=("p", "closer/signed"))
    full = given._replace(fields=(Field("sent/persName", "Theodore Hobbs"),))
    annotator = parts("annotators")["persons"]
    assert [m.ref for m in annotator.annotate(given, Scene(given, authority)).cable.mentions] == [""]
    assert [m.ref for m in annotator.annotate(full, Scene(full, authority)).cable.mentions] == ["hobbs-t"]
