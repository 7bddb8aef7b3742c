"""Why a mention is what it is."""

from tei_cable.desk.reasons import reasons
from tei_cable.model import Cable
from tei_cable.pipeline import Converter
from tei_cable.text.load import load

TEXT = b"Paris, May 4, 1962.\n\nBundy saw Gromyko.\n"


def cable() -> Cable:
    source, _ = load(TEXT)
    return Converter().convert(source).cable


def test_a_name_is_explained_by_its_words_and_by_its_offset() -> None:
    found = list(reasons(cable(), "gromyko"))
    assert [(r.words, r.kind, r.ref) for r in found] == [("Gromyko", "persName", "gromyko")]
    assert found == list(reasons(cable(), str(TEXT.index(b"omyko"))))
    assert "the only one" in str(found[0])


def test_of_several_the_candidates_are_told_with_what_was_weighed() -> None:
    (found,) = reasons(cable(), "Bundy")
    assert "McGeorge Bundy" in found.why
    assert "William P. Bundy" in found.why
    assert "frequency +" in found.why


def test_what_is_not_tagged_has_no_reason() -> None:
    assert list(reasons(cable(), "nobody")) == []
