from pathlib import Path

import pytest

from tei_cable.authority.lexicon import Form
from tei_cable.authority.lists import Authority, BadList, load

HEAD = '<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff>\n'
TAIL = "</standOff></TEI>\n"
PERSONS = """<listPerson>
<person xml:id="p1"><persName>Rusk, Dean</persName><note>Secretary of State</note></person>
<person xml:id="p2"><persName>Diem</persName><note>see Ngo Dinh Diem</note></person>
<person xml:id="p3"><persName>Ngo Dinh Diem</persName><note>President of the Republic of Vietnam</note></person>
<person xml:id="p4"><persName><forename>Ada</forename> <surname>Quill</surname></persName><persName>A. Q.</persName>
<birth when="1901"/><death when="1977"/>
<idno type="VIAF">1</idno><note>envoy</note></person>
<person xml:id="p5"><note>nobody</note></person>
</listPerson>
"""
TERMS = '<list type="gloss">\n<label xml:id="t1">NATO</label><item>North Atlantic Treaty Organization</item>\n</list>\n'
PLACES = """<listPlace><place xml:id="pl1"><placeName>Zanna</placeName><placeName>Sanna</placeName>
<location><geo>1.5 2.5</geo></location></place></listPlace>
<listOrg><org xml:id="o1"><orgName>Office of Maps</orgName></org></listOrg>
"""


def written(tmp_path: Path, text: str, name: str = "list.xml") -> str:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return load([written(tmp_path, HEAD + PERSONS + TERMS + PLACES + TAIL)])


def test_entities_of_every_kind(authority: Authority) -> None:
    rusk = authority.entity("p1")
    assert rusk
    assert (rusk.kind, rusk.name, rusk.forename, rusk.surname, rusk.gloss) == ("person", "Rusk, Dean", "Dean", "Rusk", "Secretary of State")
    quill = authority.entity("p4")
    assert quill
    assert (quill.name, quill.birth, quill.death, quill.idno) == ("Ada Quill", "1901", "1977", (("VIAF", "1"),))
    place, org, term = (authority.entity(i) for i in ("pl1", "o1", "t1"))
    assert place
    assert (place.kind, place.name, place.geo) == ("place", "Zanna", "1.5 2.5")
    assert org
    assert (org.kind, org.name) == ("org", "Office of Maps")
    assert term
    assert (term.kind, term.gloss) == ("term", "North Atlantic Treaty Organization")
    assert authority.entity("p5") is None
    assert authority.entity("nobody") is None


def test_an_entry_that_only_refers_is_the_other(authority: Authority) -> None:
    assert authority.resolve("p2") == "p3"


def test_the_entry_of_a_list_stands_for_the_core_s(authority: Authority) -> None:
    assert authority.same["rusk"] == "p1"
    assert authority.resolve("rusk") == "p1"
    assert authority.core_id("p1") == "rusk"
    assert authority.same["ngo-dinh-diem"] == "p3"
    assert authority.same["nato"] == "t1"
    assert authority.facts("person", "p1")["surname"] == "Rusk"
    rusk = authority.entity("p1")
    assert rusk
    assert rusk.birth
    assert any(kind == "hsg" for kind, _ in rusk.idno)


def test_without_the_core_only_the_lists_count(tmp_path: Path) -> None:
    alone = load([written(tmp_path, HEAD + PERSONS + TAIL)], core=False)
    assert not alone.same
    assert alone.entity("rusk") is None
    assert alone.facts("person", "p1") == {}
    assert alone.person("kennedy") is None


def test_without_lists_the_core_serves() -> None:
    core = load(cues=[Form("Drafted", "cue:x")])
    assert not core.lists
    kennedy = core.entity("kennedy")
    assert kennedy
    assert kennedy.surname == "Kennedy"
    assert len(core.lexicons) == 1


def test_of_two_lists_the_first_counts_most(tmp_path: Path) -> None:
    other = PERSONS.replace("Secretary of State", "another")
    both = load([written(tmp_path, HEAD + PERSONS + TAIL), written(tmp_path, HEAD + other + TAIL, "other.xml")])
    rusk = both.entity("p1")
    assert rusk
    assert rusk.gloss == "Secretary of State"


ENTITY = '<!DOCTYPE TEI [<!ENTITY a "aaaa">]>'
BAD = [
    ("<TEI", "not well-formed XML"),
    ("", "not well-formed XML"),
    ("plain words", "not well-formed XML"),
    ('<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', "it lists no persons"),
    (ENTITY + '<TEI xmlns="http://www.tei-c.org/ns/1.0">&a;</TEI>', "it declares a DTD"),
    ('<!DOCTYPE TEI SYSTEM "http://example.org/tei.dtd"><TEI xmlns="http://www.tei-c.org/ns/1.0"/>', "it declares an external DTD"),
    (HEAD + PERSONS.replace('xml:id="p4"', 'xml:id="p1"') + TAIL, 'the id "p1" is taken by the entry of line 4'),
    (HEAD + PERSONS.replace('xml:id="p4"', 'xml:id="fn1"') + TAIL, 'the id "fn1" is one that tei-cable gives'),
    (HEAD + PERSONS.replace('xml:id="p4"', 'xml:id="4 p"') + TAIL, "cannot be an xml:id"),
]


@pytest.mark.parametrize(("text", "fault"), BAD)
def test_a_bad_list_is_refused_with_one_sentence(tmp_path: Path, text: str, fault: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(BadList) as caught:
        load([path])
    message = str(caught.value)
    assert message.startswith(path)
    assert fault in message
    assert "\n" not in message
    assert message.endswith(".")


def test_the_line_of_a_fault_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadList, match=r"list\.xml, line 7: "):
        load([written(tmp_path, HEAD + PERSONS.replace('xml:id="p4"', 'xml:id="p1"') + TAIL)])


@pytest.mark.parametrize("name", ["missing.xml", ".", "a\0b"])
def test_a_file_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadList, match="the file cannot be read"):
        load([str(tmp_path / name)])


def test_entities_are_not_expanded_in_attributes(tmp_path: Path) -> None:
    bomb = "".join(f'<!ENTITY e{i + 1} "{f"&e{i};" * 10}">' for i in range(12))
    text = f'<!DOCTYPE TEI [<!ENTITY e0 "x">{bomb}]><TEI xmlns="http://www.tei-c.org/ns/1.0" n="&e12;"/>'
    with pytest.raises(BadList):
        load([written(tmp_path, text)])
