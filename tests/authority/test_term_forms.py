import pytest

from tei_cable.authority.term_forms import entity_forms
from tei_cable.model import Entity

FORMS = [
    ("ChiCom", {"ChiCom", "Chicom", "CHICOM"}, set()),
    ("Chicom(s)", {"Chicom", "ChiCom", "Chicoms"}, {"Chicom(s)"}),
    ("niact", {"niact", "Niact", "NIACT"}, set()),
    ("SEA", {"SEA"}, {"Sea", "sea"}),
    ("EURATOM", {"EURATOM", "Euratom"}, set()),
    ("Delga; DelGA", {"Delga", "DelGA"}, set()),
    ("DRV or DRVN", {"DRV", "DRVN"}, {"or"}),
    ("UK(G)", {"UK", "UKG"}, set()),
    ("Herut (Tenuat Haherut)", {"Herut"}, set()),
    ("C.T.", {"C.T.", "CT"}, set()),
    ("HICOM/HICOMRY", {"HICOM", "HICOMRY"}, set()),
    ("S/S", {"S/S"}, {"S"}),
    ("Embtels", {"Embtels", "Embtel"}, set()),
]


@pytest.mark.parametrize(("label", "sought", "not_sought"), FORMS)
def test_how_an_abbreviation_is_written(label: str, sought: set[str], not_sought: set[str]) -> None:
    found = {f.text for f in entity_forms(Entity("t", "term", label), (label,))}
    assert sought <= found
    assert not found & not_sought


def test_a_plural_is_known_as_such() -> None:
    parts = {f.text: f.part for f in entity_forms(Entity("t", "term", "IRBM"), ("IRBM",))}
    assert parts["IRBMs"] == "plural"
    assert parts["IRBM"] == "name"


def test_names_of_places_stay_as_they_are() -> None:
    assert [f.text for f in entity_forms(Entity("p", "place", "Laos"), ("Laos",))] == ["Laos"]
