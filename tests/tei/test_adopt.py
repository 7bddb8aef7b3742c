"""TEI of other houses: every word is kept, and what comes out is ours."""

from pathlib import Path

import pytest
from lxml import etree

from exporters.telegrams import squeezed
from tei_cable import api
from tei_cable.model import Severity
from tei_cable.tei.adopt import adopt
from tei_cable.tei.build import build
from tei_cable.tei.names import T
from tei_cable.tei.parse import NotOurs, parse, read_tree

VOLUME = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0" xml:lang="en">
<teiHeader><fileDesc><titleStmt><title>A volume</title></titleStmt>
<publicationStmt><publisher>Office of Gardens</publisher></publicationStmt><sourceDesc/></fileDesc></teiHeader>
<text><front><div xml:id="persons"><list><item><persName xml:id="p_KH1">Kern, Hans</persName>, Minister</item></list></div></front><body>
<div type="chapter"><head>Spring</head>
<div type="document" xml:id="d7" n="7"><head>7. Telegram From the <gloss type="from">Legation in Ruritania</gloss> to the
  <gloss type="to">Department of Gardens</gloss><note n="1" xml:id="d7fn1" type="source">Source: <hi rend="italic">Box</hi> 3.</note></head>
<opener><dateline><placeName>Strelsau</placeName>, <date when="1900-04-01">April 1, 1900</date></dateline></opener>
<p>1. <persName corresp="#p_KH1">Kern</persName> and <persName corresp="#p_XY1">Lutz</persName> met.<note n="2" xml:id="d7fn2"><p>They
 met <note>(twice)</note> in <persName corresp="#p_KH1">Kern</persName>'s garden.</p><p>So.</p></note> <!-- c --> They <pb n="8"/>spoke
 of <list><item>1. trees</item><item>2. bees</item></list></p>
<table><row><cell>Trees</cell><cell>9</cell></row></table>
<quote><p>Dear <choice><sic>freind</sic><corr>friend</corr></choice>,</p></quote>
<frus:attachment><head>Attachment</head><p>A list.</p></frus:attachment>
loose words
<closer><signed><persName corresp="#p_BP1">Brun</persName></signed></closer></div>
<div type="document" xml:id="d8" n="8"><head>8. Letter</head><p>Short.</p></div></div></body></text></TEI>"""


def test_a_volume_gives_its_documents() -> None:
    first, second = adopt(read_tree(VOLUME), "v.xml", VOLUME.encode())
    assert (first.cable.source.path, second.cable.source.path) == ("v.xml/d7", "v.xml/d8")
    fields = {f.name: f.value for f in first.cable.fields}
    assert fields["title"] == "Telegram From the Legation in Ruritania to the Department of Gardens"
    parties = [fields[name] for name in ("sent/orgName", "received/orgName", "sent/placeName")]
    assert parties == ["Legation in Ruritania", "Department of Gardens", "Strelsau"]
    assert (fields["document"], fields["publisher"], fields["created"]) == ("7", "Office of Gardens", "April 1, 1900")
    assert {e.id: e.name for e in first.cable.entities} == {"p_KH1": "Kern, Hans", "p_XY1": "Lutz", "p_BP1": "Brun"}
    assert [(n.n, n.kind) for n in first.cable.notes] == [("1", "source"), ("2", "")]
    assert first.cable.lang == "en"
    assert first.lost["choice"] == first.lost["table"] == first.lost["attachment"] == 1


def test_no_word_is_lost_and_the_result_is_ours() -> None:
    root = read_tree(VOLUME)
    for found, div in zip(adopt(root, None, b""), root.iter(f"{T}div[@type='document']"), strict=False):
        for e in [*div.iter(f"{T}corr")]:
            e.getparent().remove(e)  # type: ignore[union-attr]
        etree.strip_elements(div, etree.Comment, with_tail=False)
        tei = build(found.cable)
        text = read_tree(tei).find(f"{T}text")
        assert text is not None
        assert squeezed("".join(text.itertext())) == squeezed("".join(div.itertext()))
    for found in adopt(root, None, VOLUME.encode()):
        tei = build(found.cable)
        assert build(parse(read_tree(tei))) == tei
        assert not [d for d in api.validate(tei.encode()) if d.severity is Severity.ERROR]


def test_telegrams_of_frus_keep_every_word(shared: Path) -> None:
    for path in sorted((shared / "bench" / "frus-dev").glob("*/*.gold.xml"))[::6]:
        data = path.read_bytes()
        root = read_tree(data)
        [found] = adopt(root, str(path), data)
        text = read_tree(build(found.cable)).find(f"{T}text")
        assert text is not None
        assert squeezed("".join(text.itertext())) == squeezed("".join(root.itertext())), path


@pytest.mark.parametrize("text", ["<a/>", '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', '<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"/>'])
def test_what_holds_no_text_is_refused(text: str) -> None:
    with pytest.raises(NotOurs, match="holds no TEI text"):
        adopt(read_tree(text), None, b"")


def test_any_tei_with_a_body_is_read() -> None:
    body = "<lg><l>One</l><l>Two</l></lg><ab>Three</ab>"
    [found] = adopt(read_tree(f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{body}</body></text></TEI>'), None, b"")
    assert [b.kind for b in found.cable.blocks] == ["p", "p", "p"]


LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt>
<publicationStmt><publisher>Office of Gardens</publisher></publicationStmt><sourceDesc>
<listPerson><person xml:id="kern"><persName><forename>Hans</forename> <surname>Kern</surname></persName><birth when="1860"/>
<idno type="VIAF">1</idno><note>Minister</note></person><person xml:id="brun"><persName>Brun</persName></person></listPerson>
<listPlace><place xml:id="str"><placeName>Strelsau</placeName><location><geo>50.1 14.2</geo></location></place></listPlace></sourceDesc></fileDesc>
<profileDesc><correspDesc><correspAction type="sent"><persName ref="#brun">Brun</persName><date when="1900-04-01"/></correspAction>
<correspAction type="received"><orgName>Legation</orgName></correspAction></correspDesc></profileDesc></teiHeader>
<text><front><p>A preface.</p></front><body><head>Letter</head>
<p><persName ref="#kern">He</persName> left<ref target="#n7">7</ref> the town<ptr target="#n8"/> of <placeName ref="#str">Strelsau</placeName>
when the trees were green and the bees were there, as is said in note <ref target="#n9">9</ref>.<note n="9" xml:id="n9">It was.</note></p></body>
<back><div type="notes"><note xml:id="n7">In spring.</note><note n="8" xml:id="n8">Small.</note><note n="10">Lost.</note></div>
<p>An appendix.</p></back></text></TEI>"""


def test_notes_that_are_kept_apart_come_to_their_places() -> None:
    [found] = adopt(read_tree(LETTER), None, LETTER.encode())
    text = read_tree(build(found.cable)).find(f"{T}text")
    assert text is not None
    notes = {n.get("n"): "".join(map(str, n.itertext())) for n in text.iter(f"{T}note")}
    assert notes == {"7": "In spring.", "8": "Small.", "9": "It was.", "10": "Lost."}
    assert [n.anchor is None for n in found.cable.notes] == [False, False, False, True]
    words = squeezed("".join(map(str, text.itertext())))
    assert "Apreface." in words
    assert "HeleftInspring.thetown" in words
    assert "asissaidinnote9." in words
    assert "Anappendix." in words


def test_the_header_and_the_lists_of_a_letter_are_read() -> None:
    [found] = adopt(read_tree(LETTER), None, LETTER.encode())
    fields = {f.name: f.value or f.attrs for f in found.cable.fields}
    assert fields == {
        "title": "A letter",
        "publisher": "Office of Gardens",
        "sent/persName": "Brun",
        "sent/date": {"when": "1900-04-01"},
        "received/orgName": "Legation",
    }
    brun, kern, town = found.cable.entities
    assert brun.name == "Brun"
    assert (kern.name, kern.forename, kern.surname, kern.birth, kern.idno, kern.gloss) == (
        "Hans Kern", "Hans", "Kern", "1860", (("VIAF", "1"),), "Minister",
    )  # fmt: skip
    assert (town.kind, town.geo) == ("place", "50.1 14.2")
    assert found.cable.lang == "en"


def test_a_volume_says_where_a_document_is_and_who_its_people_are() -> None:
    volume = VOLUME.replace("<TEI ", '<TEI xml:id="frus1900v01" ').replace("From the <gloss", "From the Minister in Ruritania (Kern) <gloss", 1)
    volume = volume.replace('<gloss type="from">Legation in Ruritania</gloss>', "")
    first = adopt(read_tree(volume), None, b"")[0].cable
    fields = {f.name: f.value for f in first.fields}
    assert fields["uri"] == "https://history.state.gov/historicaldocuments/frus1900v01/d7"
    assert fields["citation"] == "A volume, Document 7"
    parties = [fields[name] for name in ("sent/persName", "sent/roleName", "received/orgName")]
    assert parties == ["Kern", "Minister in Ruritania", "Department of Gardens"]
    assert next(e.gloss for e in first.entities if e.id == "p_KH1") == "Minister"
