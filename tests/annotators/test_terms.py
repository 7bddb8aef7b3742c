import pytest

from annotators.scenes import annotated, cable, words
from tei_cable.authority.lexicon import Form
from tei_cable.authority.term_forms import entity_forms
from tei_cable.model import Entity, Mention, Span

TERMS = ("ChiCom", "IRBM", "C", "NEA", "FonMin")
FORMS = [form for n in TERMS for form in entity_forms(Entity(f"t_{n}", "term", n), (n,))]


def found(text: str, mentions: tuple[Mention, ...] = ()) -> list[str]:
    return words(annotated("terms", cable(text, mentions=mentions), FORMS).cable, "term")


TEXTS = [
    ("ChiComs and a Chicom; CHICOM", ["ChiCom", "Chicom", "CHICOM"]),
    ("IRBMs, IRBM’s", ["IRBM", "IRBM"]),
    ("C. Douglas and C–130; C)", []),
    ("the draft was cleared in C and NEA/NE", ["C", "NEA"]),
    ("the fonmin", ["fonmin"]),
    ("IRBMX", []),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_abbreviations_of_a_glossary(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_name_of_a_person_is_no_term() -> None:
    assert found("NEA spoke", (Mention(Span(0, 3), "persName"),)) == []


def test_the_reference_is_the_entry() -> None:
    given = annotated("terms", cable("FonMin"), [Form("FonMin", "term", ("t1",), "name")]).cable
    assert [m.ref for m in given.mentions] == ["t1"]
