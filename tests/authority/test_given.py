import pytest

from tei_cable.authority.given import agree, alike, close, compatible, is_woman, words

ONE = [("Alexis", "U. Alexis"), ("U. A.", "U. Alexis"), ("Bill", "William P."), ("N.", "Nikita S."), ("Mac", "McGeorge"), ("William", "William P.")]
TWO = [("John", "Allen W."), ("J. F.", "Allen W."), ("Robert", "John F."), ("", "John"), ("Dean", "")]


@pytest.mark.parametrize(("some", "others"), ONE)
def test_forenames_of_one_person(some: str, others: str) -> None:
    assert compatible(some, others)
    assert compatible(others, some)


@pytest.mark.parametrize(("some", "others"), TWO)
def test_forenames_of_two(some: str, others: str) -> None:
    assert not compatible(some, others)


def test_words_lose_accents_and_capitals() -> None:
    assert words("Hervé J.-M.") == ("herve", "j", "m")
    assert words("Mu’ammar") == ("muammar",)


def test_spelling() -> None:
    assert agree("richard", "dick")
    assert alike("rodion", "rodian")
    assert not alike("dean", "jean")
    assert close("livingtson", "livingston")
    assert not close("andreas", "georgios")


def test_women() -> None:
    assert is_woman("Golda", "")
    assert is_woman("", "wife of the President")
    assert not is_woman("Nikita", "Chairman")
