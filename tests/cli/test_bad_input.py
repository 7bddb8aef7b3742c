"""Bad input gives valid TEI or one clear sentence, and the right exit status; never a traceback, never lost text."""

import time
from pathlib import Path

import pytest

from cli.conftest import Run
from tei_cable import api
from tei_cable.tei.flow import flow
from tei_cable.tei.parse import read_tree


def words(tei: bytes) -> str:
    """The running text and the notes of a TEI document."""
    text = read_tree(tei).find("{*}text")
    assert text is not None
    found = flow(text)
    return " ".join(p.text for pieces in (found.pieces, *(n.pieces for n in found.notes)) for p in pieces)


TEXTS = {
    "utf-16": "Kern à Mâcon\n".encode("utf-16"),
    "utf-16-be": b"\xfe\xff" + "Kern à Mâcon\n".encode("utf-16-be"),
    "cp1252": "Kern “à” Mâcon – now\n".encode("cp1252"),
    "bom": "Kern à Mâcon\n".encode("utf-8-sig"),
    "nul and form feed": b"Kern\x00 said\x0cNext page\x1a\n",
    "not characters": "Kern\ufffe said\uffff\n".encode(),
    "carriage returns": b"Kern\r\rsaid\r\n\r\nso\r\n",
    "unbalanced brackets": b"Kern [said ]] so [[ and [gone\n\n] [\n",
    "markup": b"a < b & c ]]> d <p>e</p> &amp; &#x0; <!-- f --> <![CDATA[g]]>\n",
    "quote in a name": b'Mr. O\'Brien "the \'Fox\'" Kern, M. D"Estaing and M. [Jean "Jo] Monnet met.\n',
    "nothing but signs": b"*** --- ### \xe2\x80\xa6\n",
    "markers only": b"[1][2][3]\n\n[1] a\n[2] b\n",
    "a marker in a marker": b"Kern[1[2]]\n\n[1] a [2]\n[2] b [1]\n",
    "control characters of Latin-1": "Kern\x85said \x9bso\n".encode(),
    "right to left and combining": "Ke\u0301rn \u202eabc\u202c \u05d0\u05d1 \U0001f600\n".encode(),
    "no-break and other blanks": "Kern\u00a0met\u2003her\u2028now\n".encode(),
}


@pytest.mark.parametrize("data", TEXTS.values(), ids=TEXTS)
def test_odd_text_becomes_valid_and_faithful_tei(run: Run, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "odd.txt").write_bytes(data)
    result = run("convert", "odd.txt", "-o", "odd.xml")
    assert result.exit_code == 0, result.output
    tei = (tmp_path / "odd.xml").read_bytes()
    assert api.validate(tei, select=["S"]) == ()
    assert api.verify(data, tei).ok
    assert run("verify", "odd.txt", "odd.xml").exit_code == 0


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "The file holds no text."),
        ("blank.txt", b" \n\t\r\n\x0c", "The file holds no text."),
        ("binary.txt", bytes(range(256)) * 20, "The file is not plain text"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x00", "The file is not plain text"),
    ],
)
def test_what_is_no_text_is_refused(run: Run, tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    result = run("convert", name, "-o", "out.xml")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"error: {name}: {said}")
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "out.xml").exists()


def test_missing_file(run: Run) -> None:
    result = run("convert", "none.txt")
    assert result.exit_code == 2
    assert result.stderr == "error: none.txt: there is no such file or folder; check the name\n"
    assert run("verify", "none.txt", "none.xml").exit_code == 2
    assert run("validate", "none.xml").exit_code == 2
    assert run("dialects", "none.txt").exit_code == 2


def test_a_place_that_cannot_be_written(run: Run, telegram: Path) -> None:
    for place in ("telegram.txt/out.xml", "telegram.txt/deeper/out.xml"):
        result = run("convert", telegram, "-o", place)
        assert result.exit_code == 2
        assert "choose another place" in result.stderr
    result = run("convert", telegram, "-o", telegram.parent)
    assert result.exit_code == 2
    assert "is a folder" in result.stderr
    result = run("convert", telegram, "-O", "telegram.txt")
    assert result.exit_code == 2
    assert "choose another place" in result.stderr
    assert [p.name for p in telegram.parent.iterdir()] == ["telegram.txt"]


LISTS = {
    "entities": '<!DOCTYPE TEI [<!ENTITY x "y">]><TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>'
    '<person xml:id="a"><persName>&x;</persName></person></listPerson></standOff></TEI>',
    "external DTD": '<!DOCTYPE TEI SYSTEM "http://example.org/tei.dtd"><TEI xmlns="http://www.tei-c.org/ns/1.0"/>',
    "duplicate id": '<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson><person xml:id="a"><persName>Kern, Hans</persName></person>'
    '<person xml:id="a"><persName>Brun, Paul</persName></person></listPerson></standOff></TEI>',
    "not well-formed": "<TEI><standOff>",
    "not XML": "Kern, Hans\n",
    "empty": "",
}


@pytest.mark.parametrize("content", LISTS.values(), ids=LISTS)
def test_a_list_that_cannot_be_used(run: Run, telegram: Path, content: str) -> None:
    path = telegram.with_name("list.xml")
    path.write_text(content, encoding="utf-8")
    result = run("convert", telegram, "--authority", "list.xml")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: list.xml")
    assert len(result.stderr.splitlines()) == 1
    assert not result.stdout


def test_a_list_that_is_not_there(run: Run, telegram: Path) -> None:
    result = run("convert", telegram, "--authority", "none.xml")
    assert result.exit_code == 2
    assert "none.xml" in result.stderr


def test_unknown_dialect_and_option(run: Run, telegram: Path) -> None:
    result = run("convert", telegram, "--dialect", "telex")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: there is no dialect 'telex'; there are auto, ")
    assert run("convert", telegram, "--telex").exit_code == 2
    assert run("telex").exit_code == 2
    assert run("convert").exit_code == 2


def test_ten_thousand_markers(tmp_path: Path) -> None:
    n = 10_000
    text = "".join(f"word{i}[{i}] " for i in range(n)) + "\n\n" + "\n".join(f"[{i}] Note {i}." for i in range(n))
    assert_quick(text.encode(), 30)


@pytest.mark.parametrize("bit", ["[", "]", "[a ", "(", "“a ", '"a ', "1. ", "1", "A. ", "- ", "&", "\n\n[1] ", "TO PARIS\n", "Mr. ", "November 1"])
def test_one_thing_many_times(bit: str) -> None:
    assert_quick(f"Kern {bit * 10_000} met.".encode(), 20)


def test_a_line_of_twelve_megabytes(tmp_path: Path) -> None:
    """A word that never ends, longer than what libxml2 takes unless it is told to: nothing to find in it, and yet all of it must come out."""
    data = b"Vienna " + b"lorem" * 2_400_000 + b" end."
    conversion = api.convert(data)
    assert conversion.tei.count(b"lorem") >= 2_400_000
    assert not [d for d in conversion.diagnostics if d.severity > 2]


def test_a_long_line_costs_no_more_than_its_length() -> None:
    line = "The Ambassador in Paris told Khrushchev on 2 November that [Anastas] Mikoyan's telegram 6106 (secret) was \"lost\". "
    times = []
    for n in (500, 2_000):
        data = (line * n).encode()
        began = time.process_time()
        api.convert(data)
        times.append(time.process_time() - began)
    assert times[1] < 8 * times[0], times


def assert_quick(data: bytes, seconds: float) -> None:
    began = time.process_time()
    conversion = api.convert(data)
    assert time.process_time() - began < seconds
    assert api.validate(conversion.tei, select=["S"]) == ()
    assert api.verify(data, conversion.tei).ok


ENTITIES = {
    "a file": '<!ENTITY e SYSTEM "secret.txt">',
    "an address": '<!ENTITY e SYSTEM "http://127.0.0.1:9/">',
    "a bomb": '<!ENTITY a "lol"><!ENTITY b "&a;&a;"><!ENTITY e "&b;&b;">',
}
READING = (
    ["export", "--to", "text"],
    ["export", "--to", "html"],
    ["verify", "secret.txt"],
    ["review", "sources"],
    ["corpus", "index", "-o", "i.sqlite"],
)


@pytest.mark.parametrize("verb", READING, ids=" ".join)
@pytest.mark.parametrize("declared", ENTITIES.values(), ids=ENTITIES)
def test_entities_are_refused_by_every_verb(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: list[str], declared: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("secret.txt").write_text("Kern said CANARY")
    tei = api.convert(b"Kern said so.").tei.decode().partition("?>")[2]
    Path("a.xml").write_text(f"<!DOCTYPE TEI [{declared}]>{tei.replace('said', 'said &e;')}")
    done = run(*verb, "a.xml")
    assert done.exit_code == 2, done.output
    assert "declares entities" in done.output
    assert "CANARY" not in done.output


def test_an_index_that_failed_can_be_made_again(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<TEI")
    assert run("corpus", "index", str(tmp_path / "a.xml"), "-o", str(tmp_path / "i.sqlite")).exit_code == 2
    (tmp_path / "a.xml").write_bytes(api.convert(b"Kern said so.").tei)
    assert run("corpus", "index", str(tmp_path / "a.xml"), "-o", str(tmp_path / "i.sqlite")).exit_code == 0


def test_a_hyphen_is_standard_output(run: Run, telegram: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = run("convert", str(telegram), "-o", "-")
    assert made.stdout.startswith("<?xml")
    Path("a.xml").write_text(made.stdout)
    assert run("export", "a.xml", "--to", "markdown", "-o", "-").stdout.startswith("#")
    assert not Path("-").exists()
