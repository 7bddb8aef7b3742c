"""Lists in every form: read into one model, written as TEI and as tables, and what is said of a file that cannot be read."""

from pathlib import Path

import pytest
from lxml import etree

from tei_cable.authority import formats
from tei_cable.authority.entries import Entry, Held, Pack, listing, parted, spoken_order
from tei_cable.authority.faults import BadList
from tei_cable.authority.formats.tei_writer import checksum
from tei_cable.authority.lists import load

FRUS = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><front>
<div type="section" xml:id="terms"><head>Abbreviations</head><list>
<item><hi rend="strong"><term xml:id="t_ABM1">ABM</term>,</hi> Anti-Ballistic Missile</item>
</list></div>
<div type="section" xml:id="persons"><head>Persons</head><list>
<item><hi><persName xml:id="p_QA1"><hi rend="smallcaps">Quill</hi>, Ada</persName></hi>, Ambassador to Norway from May 1961.</item>
<item><hi rend="strong"><persName xml:id="p_TB1">Thorn, Brig. Gen. Basil,</persName></hi> USA; Chief of Staff</item>
</list></div></front>
<body><div><p><persName corresp="#p_QA1">Miss Quill</persName>, <persName xml:id="stray">Nobody</persName></p></div></body></text></TEI>
"""
TABLE = """Name;Forename;Surname;Rank;Wikidata ID;GND-ID;Born;Died;Offices;Type;Alt. names
Quill, Ada;Ada;Quill;;http://www.wikidata.org/entity/Q42;;+1901-02-03T00:00:00Z;1977;Ambassador [US] 1961-05-01/1963|Consul ../1950;human;A. Q.|Quyll
Zanna;;;;;;;;;place;Sanna
"""
JSON = """{"title": "Envoys", "licence": "CC0", "date": "2020-02-02", "sources": ["the archive"], "entries": [
{"id": "quill", "name": "Quill, Ada", "birth": 1901, "offices": [{"title": "Consul", "state": "NO", "from": "1950", "to": "1951"}],
 "identifiers": {"viaf": "https://viaf.org/viaf/123", "GND": ["118540238"]}, "variants": ["A. Q."]},
{"name": "Zanna", "kind": "place", "geo": [1.5, 2.5]}]}
"""


def written(tmp_path: Path, text: str, name: str) -> str:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_the_lists_of_a_frus_volume_as_they_stand(tmp_path: Path) -> None:
    abm, quill, thorn = formats.read(written(tmp_path, FRUS, "frus.xml")).entries
    assert (abm.id, abm.kind, abm.name, abm.note) == ("t_ABM1", "term", "ABM", "Anti-Ballistic Missile")
    assert (quill.id, quill.kind, quill.name, quill.note, quill.line) == ("p_QA1", "person", "Quill, Ada", "Ambassador to Norway from May 1961", 6)
    assert (thorn.name, thorn.note) == ("Thorn, Brig. Gen. Basil", "USA; Chief of Staff")
    person = listing([thorn]).persons[0]
    assert (person.surname, person.forename) == ("Thorn", "Basil")


@pytest.mark.parametrize(("delimiter", "name"), [(";", "list.csv"), ("\t", "list.tsv"), ("\t", "list.txt")])
def test_a_table_by_the_names_of_its_columns(tmp_path: Path, delimiter: str, name: str) -> None:
    quill, zanna = formats.read(written(tmp_path, "\ufeff" + TABLE.replace(";", delimiter), name)).entries
    assert (quill.id, quill.kind, quill.forename, quill.surname) == ("quill-ada", "person", "Ada", "Quill")
    assert (quill.birth, quill.death, quill.idno) == ("1901-02-03", "1977", (("Wikidata", "Q42"),))
    assert quill.offices == (Held("Ambassador", "US", "1961-05-01", "1963"), Held("Consul", "", "", "1950"))
    assert quill.variants == ("A. Q.", "Quyll")
    assert (zanna.kind, zanna.variants, zanna.line) == ("place", ("Sanna",), 3)


def test_columns_that_are_not_read_are_told(tmp_path: Path) -> None:
    assert formats.read(written(tmp_path, "name,shoe size,\nQuill,38,\n", "a.csv")).unread == ("shoe size",)


def test_openrefine_s_columns(tmp_path: Path) -> None:
    rows = "name,judgment,match id\nAda Quill,matched,Q42\nBasil Thorn,new,Q43\nClio Verne,matched,https://d-nb.info/gnd/118540238\n"
    quill, thorn, verne = formats.read(written(tmp_path, rows, "refined.csv")).entries
    assert quill.idno == (("Wikidata", "Q42"),)
    assert thorn.idno == ()
    assert verne.idno == (("GND", "118540238"),)


def test_two_rows_of_one_name_get_two_ids(tmp_path: Path) -> None:
    assert [e.id for e in formats.read(written(tmp_path, "name\nQuill\nQuill\n7 Up\n", "a.csv")).entries] == ["quill", "quill-2", "up"]


def test_json(tmp_path: Path) -> None:
    pack = formats.read(written(tmp_path, JSON, "list.json"))
    assert pack[1:5] == ("Envoys", ("the archive",), "CC0", "2020-02-02")
    quill, zanna = pack.entries
    assert (quill.birth, quill.offices) == ("1901", (Held("Consul", "NO", "1950", "1951"),))
    assert quill.idno == (("VIAF", "123"), ("GND", "118540238"))
    assert (zanna.id, zanna.kind, zanna.geo) == ("zanna", "place", "1.5 2.5")


BAD = [
    ("a.csv", "surname,forename\nQuill,Ada\n", 'line 1: the table has no column "name" (its columns: surname, forename)'),
    ("a.csv", "name\n", "it lists no persons"),
    ("a.csv", "", 'the table has no column "name" (its columns: none)'),
    ("a.json", "{", "this is not JSON"),
    ("a.json", "7", "it holds no array of entries"),
    ("a.json", "[" * 100_000, "this is n"),
    ("a.json", '[{"name": ""}]', "entry 1 has no name"),
    ("a.json", '[{"name": "Q", "kind": "ship"}]', 'entry 1 is of the kind "ship"'),
    ("a.json", '[{"name": "Q", "offices": ["Consul"]}]', "an office of entry 1 has no title"),
    ("a.csv", "id,name\nq,Quill\nq,Thorn\n", 'line 3: the id "q" is taken by the entry of line 2'),
]


@pytest.mark.parametrize(("name", "text", "fault"), BAD)
def test_a_file_that_cannot_be_used_is_refused_with_a_sentence(tmp_path: Path, name: str, text: str, fault: str) -> None:
    with pytest.raises(BadList) as caught:
        formats.read(written(tmp_path, text, name))
    assert fault in str(caught.value)
    assert "\n" not in str(caught.value)


def test_other_encodings(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("name\nAda\n".encode("utf-16"))
    assert formats.read(str(path)).entries[0].name == "Ada"
    path.write_bytes("name\nZo\xeb\n".encode("latin-1"))
    with pytest.raises(BadList, match=r"line 2: the table is not written in UTF-8"):
        formats.read(str(path))


ENTRIES = [
    Entry("q", "person", "Quill, Major Ada", "Ada", "Quill", ("Major",), ("A. & Q.", "Quyll"), "1901", "1977", (), (("GND", "7"),), note="envoy <1>"),
    Entry("o", "person", "Basil the Elder", "B. T.", "Elder", ("Count",), offices=(Held("Ambassador", "US", "1961-05", ""), Held("Consul"))),
    Entry("z", "place", "Zanna", variants=("Sanna",), idno=(("GeoNames", "7"),), geo="1.5 2.5"),
    Entry("m", "org", "Office of Maps", note="a body"),
    Entry("t", "term", "ABM", variants=("A.B.M.",), note="Anti-Ballistic Missile"),
]


@pytest.mark.parametrize("form", ["tei", "csv"])
def test_what_is_written_is_read_back(tmp_path: Path, form: str) -> None:
    pack = Pack(ENTRIES, "Envoys", ("the archive", "a book"), "CC0", "2020-02-02")
    path = tmp_path / ("list.xml" if form == "tei" else "list.csv")
    path.write_bytes(formats.write(pack, form))
    back = formats.read(str(path))
    assert [e._replace(source="", line=0) for e in back.entries] == ENTRIES
    assert checksum(back.entries) == checksum(ENTRIES)
    if form == "tei":
        assert back[1:6] == ("Envoys", ("the archive", "a book"), "CC0", "2020-02-02", checksum(ENTRIES))


def test_written_parts_stand_in_the_name() -> None:
    tei = etree.fromstring(formats.write(Pack(ENTRIES), "tei"))
    name = tei.find(".//{*}persName")
    assert name is not None
    assert [(str(c.tag).partition("}")[2], c.text) for c in name] == [("surname", "Quill"), ("roleName", "Major"), ("forename", "Ada")]


def test_the_parts_of_a_printed_name() -> None:
    assert parted(Entry("a", "person", "Felt, Admiral Harry D."))[3:6] == ("Harry D.", "Felt", ("Admiral",))
    assert parted(Entry("a", "person", "Bao Dai")).surname == ""
    assert spoken_order("Quill, Ada, Jr.") == "Ada Quill, Jr."


@pytest.mark.parametrize(("name", "text"), [("a.csv", TABLE), ("a.json", JSON), ("a.xml", FRUS)])
def test_every_form_serves_as_a_list(tmp_path: Path, name: str, text: str) -> None:
    authority = load([written(tmp_path, text, name)])
    assert any(p.surname == "Quill" and p.forename == "Ada" for p in authority.persons)
