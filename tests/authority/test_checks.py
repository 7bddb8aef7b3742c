"""What `authority check` finds, and what it leaves alone; and lists merged into one."""

import pytest

from tei_cable.authority import identifiers
from tei_cable.authority.checks import check
from tei_cable.authority.combine import combine
from tei_cable.authority.entries import Entry, Held, Pack

ADA = Entry("a", "person", "Quill, Ada", "Ada", "Quill", birth="1901", death="1977", line=1)


def codes(*entries: Entry, checksum: str = "") -> list[str]:
    return [d.code for d in check(Pack(entries, checksum=checksum))]


FAULTS = [
    ("A010", ADA._replace(id="b", line=2, death="")),
    ("A011", Entry("a", "person", "Thorn, Basil", line=2)),
    ("A013", Entry("b", "person", "Thorn, Basil", variants=("Quill, Ada",), line=2)),
    ("A013", ADA._replace(id="b", birth="1950", death="", line=2)),
    ("A014", Entry("b", "person", "Thorn", birth="1950", death="1949", line=2)),
    ("A015", Entry("b", "person", "Thorn", birth="1900", death="1950", offices=(Held("Consul", "", "1951", ""),), line=2)),
    ("A015", Entry("b", "person", "Thorn", birth="1970", note="Ambassador to Norway from May 1961", line=2)),
    ("A016", Entry("b", "person", "Thorn", idno=(("VIAF", "Q7"),), line=2)),
    ("A017", Entry("7b", "person", "Thorn", line=2)),
    ("A018", Entry("b", "person", "Thorn", birth="May 1950", line=2)),
    ("A020", Entry("b", "person", "Thorn", offices=(Held("Consul", "", "1951", "1950"),), line=2)),
]


@pytest.mark.parametrize(("code", "other"), FAULTS)
def test_each_fault_is_found_once_where_it_lies(code: str, other: Entry) -> None:
    (found,) = check(Pack([ADA, other]))
    assert (found.code, found.line) == (code, 2)
    assert found.hint


def test_a_number_of_two() -> None:
    number = (("Wikidata", "Q1"),)
    assert codes(ADA._replace(idno=number), Entry("b", "person", "Thorn", idno=number, line=2)) == ["A012"]


def test_a_changed_list() -> None:
    assert codes(ADA, checksum="0") == ["A019"]


def test_columns_that_were_not_read() -> None:
    (found,) = check(Pack([ADA], unread=("shoe size",)))
    assert found.code == "A021"
    assert "shoe size" in found.message


def test_what_is_no_fault() -> None:
    assert codes(ADA, Entry("b", "person", "Quill, Ada, Jr.", "Ada", "Quill", line=2)) == []
    assert codes(ADA, Entry("b", "place", "Ada Quill"), Entry("c", "person", "Quill", note="see Quill, Ada")) == []
    assert codes(Entry("b", "person", "Thorn", birth="1900", death="1950-02", offices=(Held("Consul", "", "1949", "1950-02-03"),))) == []
    assert codes(Entry("t1", "term", "ABM 1"), Entry("t2", "term", "ABM 2")) == []


@pytest.mark.parametrize(
    ("kind", "value", "right"),
    [
        ("Wikidata", "Q42", True),
        ("Wikidata", "42", False),
        ("VIAF", "12", True),
        ("VIAF", "n12", False),
        ("GND", "118540238", True),
        ("GND", "118540239", False),
        ("GND", "4011882-4", True),
        ("GND", "4011882-5", False),
        ("GND", "x", False),
        ("LCNAF", "n79021164", True),
        ("LCNAF", "79021164", False),
        ("ISNI", "0000000000000001", True),
        ("ISNI", "0000000000000019", False),
        ("ISNI", "000000000000001X", True),
        ("ISNI", "000000012146438X", True),
        ("GeoNames", "2988507", True),
        ("GeoNames", "Paris", False),
        ("something else", "?", True),
    ],
)
def test_the_forms_of_numbers(kind: str, value: str, right: bool) -> None:
    assert bool(identifiers.fault(kind, value)) is not right


@pytest.mark.parametrize(
    ("value", "kind", "read"),
    [
        ("https://www.wikidata.org/wiki/Q42", "", ("Wikidata", "Q42")),
        ("Q42", "", ("Wikidata", "Q42")),
        ("https://id.loc.gov/authorities/names/n79021164", "anything", ("LCNAF", "n79021164")),
        ("0000 0001 2146 438X", "isni", ("ISNI", "000000012146438X")),
        ("https://history.state.gov/people/101494", "", ("hsg", "101494")),
        ("7", "", ("", "7")),
    ],
)
def test_numbers_as_they_are_written(value: str, kind: str, read: tuple[str, str]) -> None:
    assert tuple(identifiers.read(value, kind)) == read


def test_lists_are_merged_by_name_and_by_number() -> None:
    first = [ADA._replace(source="one"), Entry("p", "place", "Zanna", idno=(("GeoNames", "7"),), source="one")]
    second = [
        Entry("x", "person", "Quill, Ada", birth="1901-02-03", idno=(("VIAF", "1"),), note="envoy", source="two"),
        Entry("y", "place", "Sanna", idno=(("GeoNames", "7"),), source="two"),
        Entry("a", "person", "Thorn, Basil", source="two"),
    ]
    (ada, zanna, thorn), found = combine([first, second])
    assert (ada.id, ada.birth, ada.idno, ada.note, ada.source) == ("a", "1901-02-03", (("VIAF", "1"),), "envoy", "one; two")
    assert (zanna.id, zanna.variants) == ("p", ("Sanna",))
    assert thorn.id == "a-2"
    assert [(c.source, c.finding.code) for c in found] == [("two", "A002")]


def test_where_lists_disagree() -> None:
    number = (("VIAF", "1"),)
    one = [ADA._replace(idno=number, note="envoy", source="one")]
    _, found = combine([one, [ADA._replace(idno=number, death="1978", note="consul", source="two")]])
    assert [c.finding.code for c in found] == ["A001", "A003"]
    assert "1977 (one, line 1), but 1978 (two, line 1)" in found[0].finding.message


def test_other_life_dates_are_other_persons() -> None:
    merged, found = combine([[ADA], [ADA._replace(id="b", birth="1950", death="")]])
    assert [e.id for e in merged] == ["a", "b"]
    assert not found
