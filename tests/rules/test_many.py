"""Documents with thousands of what is usually a dozen: each fault is told, in time that grows as they do."""

from tei_cable.model import Diagnostic
from tei_cable.rules.schema.explain import ENOUGH
from tei_cable.validation import validate

START = '<TEI xmlns="http://www.tei-c.org/ns/1.0">'


def found(inner: str, *codes: str) -> tuple[Diagnostic, ...]:
    return validate(f"{START}{inner}</TEI>".encode(), select=codes)


def test_pointers_that_dangle_are_compared_with_ids_until_it_takes_too_long() -> None:
    told = found("".join(f'<p xml:id="person{i}" corresp="#prson{i}"/>' for i in range(1000)), "R001")
    assert len(told) == 1000
    assert "Did you mean “#person0”?" in told[0].hint
    assert "Give the element" in told[-1].hint


def test_an_element_with_many_attributes_has_its_pointers_checked() -> None:
    attributes = " ".join(f'a{i}="1"' for i in range(20_000))
    assert [d.message for d in found(f'<p {attributes} ref="#x"/>', "R001")] == ["@ref of p points to “#x”, and nothing here has that id."]


def test_assertions_that_fail_everywhere_are_told_up_to_a_number() -> None:
    told = found('<p xml:id="a"/>' * (ENOUGH + 500), "S003")
    assert len(told) == ENOUGH
    twice = [d.path for d in told if "more than one" in d.message]
    assert twice == [f"/TEI/p[{n}]" for n in range(1, len(twice) + 1)]


def test_brackets_are_paired_within_each_of_many_documents() -> None:
    divs = "".join(f'<div type="document"><p>{sign}a</p></div>' for sign in ("[", "(", ")", "]") * 200)
    told = found(f"<text><body>{divs}</body></text>", "T022")
    assert len(told) == 800
