from collections.abc import Sequence

import pytest

from annotators.scenes import cable, words
from tei_cable.annotators import Annotation
from tei_cable.annotators.offices.reading import CUES, read
from tei_cable.annotators.offices.setting import Party, accredited, setting
from tei_cable.authority.lexicon import Form
from tei_cable.authority.lists import Authority, load
from tei_cable.authority.office_names import Office
from tei_cable.authority.scene import Scene
from tei_cable.model import Cable, Field, Mention, Span
from tei_cable.registry import parts

DATE = "1962-11-01"


@pytest.fixture(scope="module")
def core() -> Authority:
    return load(cues=[Form(word, "cue:offices") for word in CUES])


def annotated(authority: Authority, text: str, *fields: Field, date: str = DATE, names: Sequence[tuple[str, str, str]] = ()) -> Annotation:
    """What becomes of a text with these header fields; `names` are (kind, words, ref) of what others have found."""
    mentions = tuple(Mention(Span(at, at + len(w)), kind, ref) for kind, w, ref in names if (at := text.index(w)) >= 0)
    given = cable(text, date, mentions)
    given = given._replace(fields=(*given.fields, *fields))
    annotation: Annotation = parts("annotators")["offices"].annotate(given, Scene(given, authority))
    return annotation


def held(annotation: Annotation) -> list[tuple[str, str, str]]:
    """Words, ref and cert of each office."""
    text = annotation.cable.source.text
    return [(text[m.span.start : m.span.end], m.ref, m.cert) for m in annotation.cable.mentions if m.kind == "rs"]


def from_to(sender: str, recipient: str) -> tuple[Field, Field]:
    return Field("sent/orgName", sender), Field("received/orgName", recipient)


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("the President agreed", "President"), ("told the Prime Minister of Laos that", "Prime Minister of Laos"), ("FonMin said", "FonMin"),
        ("The Finnish Ambassador was told", "Finnish Ambassador"), ("French Ambassador in Moscow as to", "French Ambassador in Moscow"),
        ("the head of the Soviet government?", "head of the Soviet government"), ("head of the party and", "head of the party"),
        ("saw Chancellor Monday", "Chancellor"), ("the Acting Secretary said", "Acting Secretary"),
        ("For the Secretary of State.", "Secretary of State"),
        ("the Lebanese Minister of State for the Interior and Mines.", "Lebanese Minister of State for the Interior and Mines"),
        ("the Minister of Defense and Aviation", "Minister of Defense and Aviation"), ("inform Minister of Finance", "Minister of Finance"),
        ("the Commander of the U.S. Sixth Fleet, then", "Commander of the U.S. Sixth Fleet"), ("the King’s reply", "King"),
        ("told Ambassador of US position", "Ambassador"), ("the Chairman of the Joint Chiefs", "Chairman of the Joint Chiefs"),
        ("Dear Mr. Prime Minister: I", "Prime Minister"), ("I agree, Mr. President, that", "President"), ("Mr. Chairman, I", "Chairman"),
        ("told the Prince that", "Prince"), ("UK Ambassador Moscow reports", "UK Ambassador Moscow"), ("told King USG hopes", "King"),
        ("not as hopeful as Chancellor about it", "Chancellor"), ("Only Acting Secretary State, please", "Acting Secretary State"),
        ("inform Minister Foreign Affairs that", "Minister Foreign Affairs"), ("message from Secretary to President", "Secretary,President"),
        ("Repeated to CINCPAC for POLAD.", "CINCPAC,POLAD"), ("and POLAD CINCLANT.", "POLAD CINCLANT"), ("and CINCPAC PolAd.", "CINCPAC PolAd"),
        ("to CINCSTRIKE/USCINCMEAFSA, and", "CINCSTRIKE/USCINCMEAFSA"), ("to COMNAVPHIL and COMUSJAPAN.", "COMNAVPHIL,COMUSJAPAN"),
        ("Chief MAAG agrees", "Chief MAAG"), ("Chief, MAAG, agrees", "Chief, MAAG"), ("with the USOM Director.", "USOM Director"),
        ("and CG FEAF.", "CG FEAF"), ("Pass CNO.", "CNO"), ("the Governing Mayor said", "Governing Mayor"), ("to see Minister on it", "Minister"),
        ("Reiterating Shah’s words", "Shah"), ("not so high as Shah indicated", "Shah"), ("the same view as SYG", "SYG"),
        ("SC President will ask", "SC President"), ("our NAC representative said", "NAC representative"),
        ("British Counselor said", "British Counselor"),
    ],
)  # fmt: skip
def test_an_office_that_stands_for_its_holder(core: Authority, text: str, office: str) -> None:
    named = [("placeName", p, "x") for p in ("Laos", "Moscow") if p in text]
    named += [("orgName", o, "x") for o in ("MAAG", "USOM", "FEAF", "USG", "SC", "NAC") if o in text]
    assert words(annotated(core, text, names=named).cable, "rs") == (office.split(",") if ", " not in office else [office])


@pytest.mark.parametrize(
    "text",
    [
        "President Kennedy said", "a president", "any Ambassador", "the former President", "Presidents agreed", "the First Secretary of Embassy",
        "the Special Assistant to the President", "the Office of the Secretary", "Mr. President Doe",
        "the President-elect", "the Assistant Secretary",
        "a Minister said", "ministers and Minister Counselor Doe", "at 6 PM", "the Officer in Charge", "elected President of Lebanon",
            "the Press Secretary", "the Secretary of the International Bank", "a free of charge offer", "in charge",
        "the Secretary’s Staff Meetings", "the representative of nobody", "[Soviet Defense Minister] Marshal Doe", "the Ambassador (Doe) said",
        "accede to head of state", "a Chief MAAG", "a NAC representative", "the Chief and the Director", "POLADs",
    ],
)  # fmt: skip
def test_what_is_no_such_office(core: Authority, text: str) -> None:
    assert words(annotated(core, text).cable, "rs") == []


def test_a_name_beside_the_office(core: Authority) -> None:
    name = ("persName", "Doe", "doe")
    assert held(annotated(core, "the Ambassador (Doe) said", names=[name])) == []
    assert held(annotated(core, "Doe, the Prime Minister, said", names=[name])) == []
    assert held(annotated(core, "the Foreign Minister, Doe, said", names=[name])) == [("Foreign Minister", "doe", "")]
    assert held(annotated(core, "saw Foreign Minister, Doe, and", names=[name]))[0][1] == ""
    assert held(annotated(core, "as asked by Doe, Secretary agreed that", names=[name])) == [("Secretary", "rusk", "")]


def test_no_reading_leaves_the_text() -> None:
    for word in CUES:
        for text in (word, f"{word} ", f" {word}", f"the {word} of", f"US {word} in"):
            at = text.index(word)
            found = read(text, at, at + len(word), lambda _: -1, lambda _: -1, lambda _: -1)
            assert found is None or 0 <= found.start < found.end <= len(text)


def test_the_state_that_the_words_name(core: Authority) -> None:
    made = annotated(core, "French Ambassador in Moscow saw the head of the Soviet government.", names=[("placeName", "Moscow", "moscow")])
    assert held(made) == [("French Ambassador in Moscow", "dejean", "medium"), ("head of the Soviet government", "khrushchev", "medium")]
    assert [d.slug for d in made.diagnostics] == ["office-inferred", "office-inferred"]
    assert "Dejean" in made.diagnostics[0].message


def test_the_secretary_of_an_american_telegram_is_certain(core: Authority) -> None:
    made = annotated(core, "The Secretary agreed.", *from_to("Department of State", "Embassy in France"))
    assert held(made) == [("Secretary", "rusk", "")]
    assert not made.diagnostics


def test_the_person_whom_the_document_names_with_the_office(core: Authority) -> None:
    fields = (Field("sent/roleName", "French Ambassador in Washington"), Field("received/roleName", "French Foreign Minister"))
    text = "The President is aware of this. It was president Kennedy’s own."
    made = annotated(core, text, *fields, names=[("persName", "president Kennedy", "kennedy"), ("roleName", "president", "")])
    assert held(made) == [("President", "kennedy", "")]


def test_the_president_from_washington_and_from_a_post(core: Authority) -> None:
    assert held(annotated(core, "The President agreed.", *from_to("Department of State", "Embassy in Indonesia"))) == [
        ("President", "kennedy", "medium")
    ]
    assert held(annotated(core, "The President agreed.", *from_to("Embassy in Indonesia", "Department of State"))) == [("President", "", "")]
    assert held(annotated(core, "For the President.", *from_to("Embassy in Indonesia", "Department of State"))) == [
        ("President", "kennedy", "medium")
    ]
    assert held(annotated(core, "The President agreed.", *from_to("Embassy in Jordan", "Department of State"))) == [
        ("President", "kennedy", "medium")
    ]


def test_a_president_named_does_not_decide_for_a_ministry_at_home(core: Authority) -> None:
    text = "Tell President Sukarno that the President agrees."
    names = [("persName", "President Sukarno", "sukarno"), ("roleName", "President", "")]
    assert held(annotated(core, text, *from_to("Department of State", "Embassy in Indonesia"), names=names))[-1][1] == ""
    assert held(annotated(core, text, *from_to("Embassy in Indonesia", "Department of State"), names=names))[-1][1] == "sukarno"


def test_offices_that_the_sender_lacks_are_the_hosts(core: Authority) -> None:
    fields = from_to("Embassy in the United Kingdom", "Department of State")
    assert held(annotated(core, "The Prime Minister agreed.", *fields)) == [("Prime Minister", "macmillan", "medium")]


def test_the_state_of_the_sentence(core: Authority) -> None:
    text = "In Germany the Chancellor has the last word."
    made = annotated(core, text, *from_to("Mission to the United Nations", "Department of State"), names=[("placeName", "Germany", "germany")])
    assert held(made)[0][1] == "adenauer"


def test_the_ambassador_is_the_last_spoken_of_or_our_own(core: Authority) -> None:
    fields = from_to("Embassy in the Soviet Union", "Department of State")
    assert held(annotated(core, "The Ambassador left.", *fields, date="1956-05-01")) == [("Ambassador", "bohlen", "medium")]
    made = annotated(core, "French Ambassador in Moscow came. The Ambassador left.", *fields, names=[("placeName", "Moscow", "moscow")])
    assert [ref for _, ref, _ in held(made)] == ["dejean", "dejean"]


def test_our_ambassador_is_ours(core: Authority) -> None:
    fields, name = from_to("Department of State", "Embassy in the Soviet Union"), [("persName", "French Ambassador Doe", "doe")]
    names = [*name, ("roleName", "French Ambassador", "")]
    made = annotated(core, "French Ambassador Doe came. He told our Ambassador so.", *fields, names=names, date="1956-05-01")
    assert held(made) == [("Ambassador", "bohlen", "medium")]
    text = "French Ambassador Doe came. Italy told our Ambassador so."
    made = annotated(core, text, *fields, names=[*names, ("placeName", "Italy", "italy")], date="1956-05-01")
    assert held(made) == [("Ambassador", "", "")]


def test_nobody_is_named_for_one_who_is_addressed(core: Authority) -> None:
    assert held(annotated(core, "Dear Mr. President: I", *from_to("Department of State", "Embassy in Indonesia"))) == [("President", "", "")]


def test_an_abbreviation_whose_gloss_is_an_office(core: Authority) -> None:
    def glossed(text: str) -> list[tuple[str, str, str]]:
        return held(annotated(core, text, names=[("term", "CHMAAG", "term-chmaag")]))

    assert glossed("CHMAAG said so") == [("CHMAAG", "", "")]
    assert glossed("the CHMAAG proposal") == []


def test_nobody_without_a_date(core: Authority) -> None:
    assert held(annotated(core, "The Secretary agreed.", *from_to("Department of State", "Embassy in France"), date="")) == [("Secretary", "", "")]


def test_the_sides_of_a_telegram() -> None:
    def sides(*fields: Field) -> tuple[str, str]:
        found = setting(Cable(cable("").source, "plain", "en", fields))
        return found.home, found.host

    assert sides(*from_to("Embassy in Laos", "Department of State")) == ("united-states", "laos")
    assert sides(*from_to("Department of State", "Embassy in the Federal Republic of Germany")) == ("united-states", "west-germany")
    assert sides(*from_to("Mission to the North Atlantic Treaty Organization", "Department of State")) == ("united-states", "nato")
    assert sides(Field("sent/roleName", "French Ambassador in Washington"), Field("received/roleName", "French Foreign Minister")) == (
        "france",
        "united-states",
    )
    assert sides() == ("", "")


def test_where_ambassadors_are_accredited() -> None:
    where = setting(Cable(cable("").source, "plain", "en", from_to("Department of State", "Embassy in Finland")))
    assert where.sender == Party("united-states", "united-states", central=True)
    assert accredited(Office("Ambassador", "finland"), where) == "united-states"
    assert accredited(Office("Ambassador", "united-states"), where) == "finland"
