"""Ways to spoil whole.xml, one fault each, and who must notice."""

from typing import NamedTuple

GRAMMAR, TEI, JING = "grammar", "tei", "jing"


class Fault(NamedTuple):
    """`old` becomes `new` once. `by` names who rejects it: the grammar, tei_all as well, or an assertion of cable.sch.

    JING: the grammar does in jing, but not in libxml2, which knows the datatype differently.
    """

    name: str
    by: tuple[str, ...]
    old: str
    new: str

    def spoil(self, whole: str) -> str:
        """The document with this fault."""
        assert self.old in whole, f"{self.name}: whole.xml has no {self.old!r}"
        return whole.replace(self.old, self.new, 1)


def grammar(name: str, old: str, new: str) -> Fault:
    """A fault that TEI allows and the grammar does not."""
    return Fault(name, (GRAMMAR,), old, new)


def tei(name: str, old: str, new: str) -> Fault:
    """A fault that TEI does not allow either."""
    return Fault(name, (GRAMMAR, TEI), old, new)


def rule(assertion: str, old: str, new: str) -> Fault:
    """A fault that only cable.sch notices."""
    return Fault(assertion, (assertion,), old, new)


SIGNED = '<closer><signed><persName ref="#rowe">Rowe</persName></signed><seg type="archive">12/3</seg></closer>'

FAULTS = (
    # document and header
    grammar("document without language", ' xml:lang="en">\n  <teiHeader>', ">\n  <teiHeader>"),
    grammar("text without language", '<text xml:lang="en">', "<text>"),
    tei("language that is no code", '<text xml:lang="en">', '<text xml:lang="in English">'),
    grammar("two titles", "<author>", "<title>Another</title><author>"),
    grammar("two persons in one author", "Ada Rowe</persName></author>", "Ada Rowe</persName><persName/></author>"),
    grammar("editor of unknown role", '<editor role="translator"><persName>', '<editor role="reviser"><persName>'),
    grammar("respStmt without id", '<respStmt xml:id="jd">', "<respStmt>"),
    grammar("list without an id", '<bibl type="authority" xml:id="list1">', '<bibl type="authority">'),
    tei("respStmt without a name", "<persName>J. Doe</persName>", ""),
    tei("edition without publisher", "<publisher>Archive of Invented Documents</publisher>\n", "\n"),
    grammar("edition with unknown idno", '<idno type="document">', '<idno type="shelf">'),
    tei("unknown availability", 'status="unknown"', 'status="perhaps"'),
    tei("availability without words", "<p>The source states no rights.</p>", ""),
    grammar("credit of another type", '<note type="credit">', '<note type="thanks">'),
    grammar("citation after the file", '<bibl type="citation">', '<bibl type="source">'),
    grammar("title without level", '<title level="a">', "<title>"),
    tei("unknown level", '<title level="a">', '<title level="x">'),
    grammar("unknown unit of the citation", 'unit="page"', 'unit="folio"'),
    tei("page with a blank", 'from="1"', 'from="1 bis"'),
    tei("two institutions", "<repository>Registry</repository>", "<institution>Registry</institution>"),
    grammar("file without fingerprint", '<idno type="SHA-256">', '<idno type="MD5">'),
    grammar("version of two parts", 'version="0.1.0"', 'version="0.1"'),
    tei("version in words", 'version="0.1.0"', 'version="latest"'),
    grammar("no declaration of normalization", "<normalization><p>Every character stands in the text.</p></normalization>", ""),
    grammar("unknown taxonomy", 'xml:id="caveat"', 'xml:id="handling"'),
    grammar("code of an unknown scheme", 'scheme="#caveat"', 'scheme="#handling"'),
    tei("code without scheme", ' scheme="#caveat"', ""),
    tei("language without code", '<language ident="en">', "<language>"),
    grammar("unknown action", 'type="forwarded"', 'type="transmitted"'),
    tei("text in an action", '<correspAction type="forwarded">', '<correspAction type="forwarded">to '),
    tei("action without parties", "<orgName>Embassy in Southland</orgName>", ""),
    grammar("context without number", '<ref type="telegram" n="12" cert="medium">telegram 12</ref>', '<ref type="telegram">12</ref>'),
    grammar("change by nobody", ' who="#jd"', ""),
    # standOff
    grammar("person without id", '<person xml:id="rowe">', "<person>"),
    tei("id that begins with a digit", 'xml:id="highgate"', 'xml:id="1highgate"'),
    grammar("birth without year", '<birth when="1901"/>', '<birth when="--05"/>'),
    grammar("unknown authority", 'type="Wikidata"', 'type="Pedia"'),
    grammar("lists out of order", "<listPerson>", "<listOrg><org xml:id='o'><orgName/></org></listOrg><listPerson>"),
    grammar("coordinates in degrees", "51.57 -0.15", "51° N 0° W"),
    tei("term without item", "<item>estimated time of arrival</item>", ""),
    tei("empty standOff list", '<place xml:id="northland">', '</listPlace><listPlace/><listPlace><place xml:id="northland">'),
    # text
    tei("text outside blocks", '<pb n="1"/>', '<pb n="1"/>Words'),
    tei("element that TEI has not", "<p>We agree.</p>", "<p>We <cable>agree</cable>.</p>"),
    grammar("element that a telegram has not", "<p>We agree.</p>", "<p>We <hi>agree</hi>.</p>"),
    tei("attribute that TEI has not", "<p>We agree.</p>", '<p number="1">We agree.</p>'),
    grammar("attribute that a telegram has not", "<p>We agree.</p>", '<p rend="bold">We agree.</p>'),
    grammar("division of another type", '<div type="telegram" n="13"', '<div type="letter" n="13"'),
    tei("heading after a paragraph", "<p>We agree.</p>", "<p>We agree.</p><head>Heading</head>"),
    grammar("text in the opener", '<seg type="class">', 'Secret <seg type="class">'),
    grammar(
        "empty opener", '<opener><dateline><placeName ref="#highgate">Highgate</placeName></dateline><salute>Dear Sir,</salute></opener>', "<opener/>"
    ),
    grammar("unknown header line", '<seg type="class">', '<seg type="secrecy">'),
    grammar("header line in the closer", '<seg type="archive">', '<seg type="subject">'),
    tei("closer without paragraph", "<p>We agree.</p>", ""),
    tei("paragraph after the closer", SIGNED, f"{SIGNED}<p>More.</p>"),
    tei("paragraph in a paragraph", "<p>We agree.</p>", "<p>We <p>agree.</p></p>"),
    grammar("quoted text of another type", '<floatingText type="letter">', '<floatingText type="poem">'),
    tei("list without items", "<list><item>half</item></list>", "<list></list>"),
    grammar("label of another type", 'type="telegramNumber"', 'type="number"'),
    grammar("quotation in a label", "<label>2.</label>", "<label><q>2.</q></label>"),
    # names, dates, references
    grammar("person in a person", "Rowe</persName> said", "<persName>Rowe</persName></persName> said"),
    grammar("date in a person", "Rowe</persName> said", 'Rowe <date when="1961">1961</date></persName> said'),
    grammar("place in a reference", "telegram <choice>", "<placeName>Bonn</placeName> telegram <choice>"),
    grammar("reference in a reference", "telegram <choice>", '<ref type="noteMarker" n="1">1</ref> telegram <choice>'),
    grammar("date in a date", ">February and March<", '><date when="1961-02">February</date> and March<'),
    grammar("office in an office", ">Minister</rs>", '>Minister <rs type="person">Minister</rs></rs>'),
    grammar("office that is no person", '<rs type="person" cert="low">', "<rs>"),
    grammar("term without pointer", '<term ref="#ETA">', "<term>"),
    tei("empty pointer", '<term ref="#ETA">', '<term ref="">'),
    grammar("certainty unknown", '<rs type="person" cert="low">', '<rs type="person" cert="unknown">'),
    tei("certainty in words", '<rs type="person" cert="low">', '<rs type="person" cert="likely">'),
    grammar("reference without number", '<ref type="noteMarker" n="7">', '<ref type="noteMarker">'),
    grammar("reference of another type", '<ref type="noteMarker" n="7">', '<ref type="book" n="7">'),
    grammar("date without value", ' notBefore="1961-02" notAfter="1961-03"', ""),
    grammar("date of two kinds", 'notBefore="1961-02"', 'when="1961-02"'),
    tei("month thirteen", 'notAfter="1961-03"', 'notAfter="1961-13"'),
    tei("day that the month has not", 'from="1961-01-02"', 'from="1961-02-30"'),
    tei("date in words", 'when="2024-05-06"', 'when="6 May 2024"'),
    tei("time without seconds", 'when="1961-02-03T18:00:00"', 'when="1961-02-03T18:00"'),
    grammar("time without day", 'when="2024-05-06"', 'when="18:00:00"'),
    # transcription
    grammar("bracket without reason", '<supplied reason="garbled">', "<supplied>"),
    grammar("unknown reason", '<supplied reason="garbled">', '<supplied reason="guess">'),
    grammar("correction without the reading", "<sic>121</sic>", ""),
    grammar("unmatched alternatives", "<orig>to-day</orig>", "<sic>to-day</sic>"),
    grammar("name in a correction", "<orig>to-day</orig>", "<orig><placeName>to-day</placeName></orig>"),
    tei("text in a choice", "<choice><orig>", "<choice>or <orig>"),
    grammar("line break that ends a word", '<lb break="no"/>', "<lb/>"),
    grammar("page without number", '<pb n="2"/>', "<pb/>"),
    tei("page with words", '<pb n="2"/>', '<pb n="2">2</pb>'),
    grammar("furniture of another type", '<fw type="stamp">', '<fw type="catch">'),
    grammar("note without number", '<note n="2" xml:id="fn2"', '<note xml:id="fn2"'),
    grammar("note without id", '<note n="2" xml:id="fn2"', '<note n="2"'),
    grammar("note in the margin", 'xml:id="fn2" place="foot"', 'xml:id="fn2" place="margin"'),
    grammar("note without place", 'xml:id="fn2" place="foot"', 'xml:id="fn2"'),
    grammar("remark at the back", '<note n="2" xml:id="fn2b">', '<note n="2" xml:id="fn2b" type="editorial">'),
    grammar("remark of another type", '<note type="sic" place="inline">', '<note type="remark" place="inline">'),
    grammar("remark at the foot", '<note type="sic" place="inline">', '<note type="sic" place="foot">'),
    grammar("gap without reason", '<gap reason="declassification"', "<gap"),
    grammar("gap of unknown reason", '<gap reason="declassification"', '<gap reason="secret"'),
    grammar("gap in unknown units", 'unit="line"', 'unit="inch"'),
    grammar("quantity without unit", ' unit="line"', ""),
    tei("quantity in words", 'quantity="1.5"', 'quantity="some"'),
    grammar("negative quantity", 'quantity="1.5"', 'quantity="-1.5"'),
    grammar("gap after its words", "]</note> <choice><orig>", ']<gap reason="lost"/></note> <choice><orig>'),
    grammar("foreign words of no language", '<foreign xml:lang="fr">', "<foreign>"),
    # what cable.sch says
    rule("text-language", '<text xml:lang="en">', '<text xml:lang="fr">'),
    rule("program-named", '<respStmt xml:id="tei-cable">', '<respStmt xml:id="tei-cable-2">'),
    rule(
        "archive-named",
        "<institution>Ministry of External Relations</institution><repository>Registry</repository><collection>Northland</collection>",
        "",
    ),
    rule("unique-id", 'xml:id="highgate"', 'xml:id="rowe"'),
    rule("pointer-form", 'target="https://example.org/d1"', 'target="d1.html"'),
    rule("pointer-form", '<placeName ref="#northland">', '<placeName ref="people#northland">'),
    rule("pointer-hash", '<placeName ref="#northland">', '<placeName ref="northland">'),
    rule("pointer-resolves", '<term ref="#ETA">', '<term ref="#ETD">'),
    rule("pointer-resolves", 'corresp="#original"', 'corresp="#originals"'),
    rule("pointer-resolves", '<taxonomy xml:id="caveat"><desc>Limits of distribution</desc></taxonomy>', ""),
    rule("person-ref", '<rs type="person" cert="low">', '<rs type="person" ref="#highgate">'),
    rule("person-ref", '<persName ref="#rowe">Rowe</persName>.', '<persName ref="#ministry">Rowe</persName>.'),
    rule("place-ref", '<placeName ref="#northland">', '<placeName ref="#rowe">'),
    rule("org-ref", '<orgName ref="#ministry">', '<orgName ref="#highgate">'),
    rule("term-ref", '<term ref="#ETA">', '<term ref="#ministry">'),
    rule("resp-ref", 'who="#jd"', 'who="#rowe"'),
    rule("resp-ref", '<expan resp="#jd">', '<expan resp="#rowe">'),
    rule("name-in-itself", "<roleName><orgName ref", '<roleName><supplied reason="editorial"><roleName>M.</roleName></supplied><orgName ref'),
    rule("note-in-note", "[Not printed.]", '[Not printed.<note n="3" xml:id="fn3" place="foot">Nor known.</note>]'),
    rule("note-id", 'xml:id="fn1"', 'xml:id="source"'),
    rule("note-number", 'xml:id="fn1"', 'xml:id="fn3"'),
    rule("note-number", 'xml:id="fn1"', 'xml:id="fn12"'),
    rule("note-letter", '<note n="2" xml:id="fn2b">', '<note n="4" xml:id="fn4b">'),
    rule("note-cert-resp", ' cert="medium" resp="#tei-cable">Of', ' cert="medium">Of'),
    rule("addition-resp", '<corr cert="medium" resp="#tei-cable">', '<corr cert="medium">'),
    rule("label-first", "<p>We agree.</p>", "<p>We <label>agree.</label></p>"),
    rule("label-first", "<item>half</item>", "<item><q>half</q> <label>(i)</label></item>"),
    rule("paragraph-number", '<p n="2">', '<p n="3">'),
    rule("paragraph-numbered", '<p n="2">', "<p>"),
    rule("date-order", 'from="1961-01-02" to="1961-01"', 'from="1961-01-02" to="1960-12-31"'),
    rule("date-order", 'notBefore="1961-02" notAfter="1961-03"', 'notBefore="1961-02" notAfter="1960"'),
    rule("time-order", 'from="1961-01-02" to="1961-01"', 'from="1961-01-02T10:00:00Z" to="1961-01-02T09:59:59Z"'),
    rule("life-order", '<birth when="1901"/>', '<birth when="1981"/>'),
    rule("fingerprint", "0123456789abcdef</idno>", "</idno>"),
    rule("coordinates", "51.57 -0.15", "151.57 -0.15"),
    rule("marker-plain", '<ref type="noteMarker" n="7">', '<ref type="noteMarker" n="7" target="#fn1">'),
    rule("note-paragraphs", "<p>In two paragraphs.</p>", "<p>In two paragraphs.</p> And words."),
    rule("gap-of-note", '<note type="sic" place="inline">', '<note type="gap" place="inline">'),
    rule("gap-of-note", '<note type="sic" place="inline">', '<note type="sic" place="inline"><gap reason="lost"/>'),
    rule("inline-note", "[Not printed.]", "<p>[Not printed.]</p>"),
    rule("number-given", '<ref type="noteMarker" n="7">', '<ref type="noteMarker" n=" ">'),
    Fault("hour", ("hour", TEI, JING), 'when="1961-02-03T18:00:00"', 'when="1961-02-03T24:00:00"'),
)
