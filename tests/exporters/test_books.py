"""Formats to read that are packages: each opened by what opens it, and its text held against the TEI's."""

import io
import re
import subprocess
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from exporters.telegrams import CORPUS, HOSTILE_NAME, MARK, bound, certain, hostile, load, made, marked, squeezed, told
from tei_cable.exporters import Missing
from tei_cable.model import Cable
from tei_cable.registry import parts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
Told = tuple[str, list[tuple[str, str]]]


def together(cables: list[Cable]) -> Told:
    every = [bound(c) for c in cables]
    return "".join(words for words, _ in every), [n for _, notes in every for n in notes]


@pytest.fixture(scope="module", params=["specimens", "quarter"])
def cables(request: pytest.FixtureRequest) -> list[Cable]:
    found: list[Cable] = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
def book(cables: list[Cable]) -> Callable[[str], bytes]:
    """The telegrams in a format; made once."""
    return cache(lambda name: made(name, cables))


# EPUB


def opened(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert book.namelist()[0] == "mimetype"
        assert book.infolist()[0].compress_type == zipfile.ZIP_STORED
        return {name: book.read(name) for name in book.namelist()}


def chapters(data: bytes) -> Iterator[etree._Element]:
    for name, page in opened(data).items():
        if "/telegram-" in name:
            yield etree.fromstring(page)


def local(e: etree._Element) -> str:
    return etree.QName(e).localname


def chapter_told(root: etree._Element) -> Told:
    """The words of a chapter's article and its notes, each with the number that it shows."""

    def words(e: etree._Element) -> str:
        if e.get("role") == "doc-noteref":
            return MARK.format(e.text)
        return (e.text or "") + "".join(words(c) + (c.tail or "") for c in e)

    article = next(root.iter("{*}article"))
    notes = [(squeezed("".join(n[0][0].itertext())), squeezed(words(n[0])).removeprefix(squeezed("".join(n[0][0].itertext())))) for n in asides(root)]
    return squeezed(words(article)), [(n, certain(said)) for n, said in notes]


def asides(root: etree._Element) -> list[etree._Element]:
    return [e for e in root.iter("{*}aside") if e.get("role") == "doc-footnote"]


def test_the_text_of_the_chapters_is_that_of_the_tei(cables: list[Cable], book: Callable[[str], bytes]) -> None:
    for cable, root in zip(cables, chapters(book("epub")), strict=True):
        assert chapter_told(root) == told(cable, marked, lambda n: f"[{n}]", "[{}]")


def test_every_note_of_a_chapter_opens_and_leads_back(book: Callable[[str], bytes]) -> None:
    for root in chapters(book("epub")):
        ids = [e.get("id") for e in root.iter() if e.get("id")]
        assert len(ids) == len(set(ids))
        links = [a.get("href", "") for a in root.iter("{*}a")]
        assert all(link.removeprefix("#") in ids for link in links)
        typed = [e.get("{http://www.idpf.org/2007/ops}type") for e in root.iter()]
        assert typed.count("footnote") == len(asides(root)) >= typed.count("noteref")


def test_the_books_facts_are_the_telegrams(specimens: list[Cable]) -> None:
    for cable in specimens:
        files = opened(made("epub", [cable]))
        package = etree.fromstring(files["EPUB/package.opf"])
        said = {local(e): e.text for e in package.iter() if "purl.org/dc" in str(e.tag)}
        assert said["language"] == cable.lang
        assert said["title"] in "".join(etree.fromstring(files["EPUB/nav.xhtml"]).itertext())
        assert {"schema:accessMode", "schema:accessibilityHazard"} <= {e.get("property") for e in package.iter("{*}meta")}


def test_epubcheck_finds_nothing(several: list[Cable], tool: Callable[[str], str], tmp_path: Path) -> None:
    path = tmp_path / "telegrams.epub"
    path.write_bytes(made("epub", several))
    # Debian's epubcheck is a jar, which not every system runs by itself; it ends before a thorough compiler would pay
    command = [tool("java"), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", tool("epubcheck"), "--failonwarnings", str(path)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, (run.stdout + run.stderr)[:2000]


# DOCX


def parsed(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(f"word/{name}.xml"))


def document_told(data: bytes) -> Told:
    """The words of a document and of its footnotes, which Word numbers from 1 unless they have a mark of their own."""
    body, held = parsed(data, "document"), {n.get(f"{W}id"): n for n in parsed(data, "footnotes")}
    out, notes = [], []
    for e in body.iter(f"{W}t", f"{W}footnoteReference"):
        if e.tag == f"{W}t":
            own = e.getprevious() is not None and e.getprevious().tag == f"{W}footnoteReference"
            out.append("" if own else e.text or "")
            continue
        number = str(len(notes) + 1) if e.get(f"{W}customMarkFollows") is None else e.getnext().text
        note = held[e.get(f"{W}id")]
        runs = [t.text or "" for t in note.iter(f"{W}t")]
        shown = runs.pop(0) if e.get(f"{W}customMarkFollows") else number
        assert shown == number
        notes.append((number, certain(squeezed("".join(runs)))))
        out.append(MARK.format(number))
    return squeezed("".join(out)), notes


def test_the_text_of_the_document_is_that_of_the_tei(cables: list[Cable]) -> None:
    for chosen in (cables, *([c] for c in cables[:3])):
        words, notes = document_told(made("docx", chosen))
        expected, expected_notes = together(chosen)
        assert words.removeprefix(squeezed(f"{len(chosen)} telegrams")).endswith(expected)
        assert notes == expected_notes


def test_every_style_of_the_document_is_defined_and_names_have_no_colour(specimens: list[Cable]) -> None:
    data = made("docx", specimens)
    styles = parsed(data, "styles")
    known = {s.get(f"{W}styleId") for s in styles.iter(f"{W}style")}
    for name in ("document", "footnotes"):
        used = {e.get(f"{W}val") for e in parsed(data, name).iter(f"{W}pStyle", f"{W}rStyle")}
        assert used <= known
    assert not [e for s in styles.iter(f"{W}style") if str(s.get(f"{W}styleId")).startswith("Cable") for e in s.iter(f"{W}color")]


def test_python_docx_reads_what_it_says_of_itself(specimens: list[Cable]) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document(io.BytesIO(made("docx", [hostile()])))
    assert document.core_properties.title == HOSTILE_NAME
    assert any(p.text == HOSTILE_NAME for p in document.paragraphs)


def libre_told(path: Path) -> Told:
    """The words and footnotes of a text document as LibreOffice writes it (flat ODF)."""
    root = etree.parse(path).getroot()
    notes = []

    def words(e: etree._Element) -> str:
        if not isinstance(e.tag, str):
            return ""
        if e.tag == f"{TEXT}note":
            number, body = "".join(e[0].itertext()), squeezed("".join(words(c) for c in e[1]))
            notes.append((number, certain(body)))
            return MARK.format(number)
        return (e.text or "") + "".join(words(c) + (c.tail or "") for c in e)

    text = next(root.iter("{*}body"))[0]
    return squeezed(words(text)), notes


def once(words: str) -> str:
    return re.sub("\ue000(\\w+)\ue001\\1", "\ue000\\1\ue001", words)


def test_libreoffice_opens_the_document(specimens: list[Cable], several: list[Cable], tool: Callable[[str], str], tmp_path: Path) -> None:
    opened = {"specimens": specimens, "others": several[len(specimens) :] or specimens[:1]}
    for name, cables in opened.items():
        (tmp_path / f"{name}.docx").write_bytes(made("docx", cables))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [tool("soffice"), home, "--headless", "--convert-to", "fodt", "--outdir", str(tmp_path), *map(str, tmp_path.glob("*.docx"))]
    subprocess.run(command, capture_output=True, check=True, timeout=300)
    for name, cables in opened.items():
        words, notes = libre_told(tmp_path / f"{name}.fodt")
        expected, expected_notes = together(cables)
        # LibreOffice 7.4 shows the mark of a note that it does not count twice: below always but for the first, in the text now and then
        assert once(words).endswith(once(expected))
        assert [(n, said.removeprefix(n)) for n, said in notes] == [(n, said.removeprefix(n)) for n, said in expected_notes]


# PDF

HYPHENS = str.maketrans(dict.fromkeys("-\xad\u2010\u2011"))


def structure(pdf: Path, tool: Callable[[str], str]) -> Told:
    """The text of a tagged PDF in the order of its structure, as poppler reads it."""
    lines = subprocess.run([tool("pdfinfo"), "-struct-text", str(pdf)], capture_output=True, check=True).stdout.decode(errors="replace").splitlines()
    out: list[str] = []
    notes: list[list[str]] = []
    note = label = -1  # the depth of the note and of the label that we are in
    for line in lines:
        depth, said = len(line) - len(line.lstrip()), line.strip()
        if said == "Object" or not said or (said[0] == "/" and depth):
            continue
        note, label = (note if depth > note >= 0 else -1), (label if depth > label >= 0 else -1)
        if said.startswith("Note"):
            note = depth
            notes.append(["", ""])
        elif said.startswith("Lbl"):
            label = depth
        elif said[0] == '"' == said[-1]:
            if note >= 0:
                notes[-1][0 if label >= 0 else 1] += said[1:-1]
            else:
                out.append(MARK.format(said[1:-1]) if label >= 0 else said[1:-1])
    return squeezed("".join(out)), [(squeezed(n), certain(squeezed(body))) for n, body in notes]


def bare(said: Told) -> Told:
    """Without hyphens: a word may be divided at the end of a line."""
    return said[0].translate(HYPHENS), [(n, body.translate(HYPHENS)) for n, body in said[1]]


def sample(shared: Path) -> list[Cable]:
    return [load(p) for p in (*sorted((shared / "seed").glob("*.gold.xml")), *sorted((shared / "bench" / "frus-dev").glob("*/*.gold.xml"))[::120])]


@pytest.mark.parametrize("path", CORPUS, ids=[p.name for p in CORPUS])
def test_the_structure_of_the_pages_is_the_text_of_the_tei(path: Path, tool: Callable[[str], str], tmp_path: Path) -> None:
    same_structure(load(path), tool, tmp_path)


def test_the_structure_of_other_telegrams_is_their_text(shared: Path, tool: Callable[[str], str], tmp_path: Path) -> None:
    for cable in sample(shared):
        same_structure(cable, tool, tmp_path)


def same_structure(cable: Cable, tool: Callable[[str], str], folder: Path) -> None:
    (folder / "one.pdf").write_bytes(made("pdf", [cable]))
    assert bare(structure(folder / "one.pdf", tool)) == bare(bound(cable)), cable.source.path


def test_the_words_on_the_pages_are_those_of_the_tei(cables: list[Cable], tool: Callable[[str], str], tmp_path: Path) -> None:
    path = tmp_path / "telegrams.pdf"
    plain = [c for c in cables if c.source.path]
    path.write_bytes(made("pdf", plain))
    printed = subprocess.run([tool("pdftotext"), str(path), "-"], capture_output=True, text=True, check=True).stdout
    # the pages of the telegrams; those before hold the table of contents
    telegrams = [re.sub(r"\d+ / \d+\s*$", "", page) for page in printed.split("\f")]
    words, notes = together(plain)
    first = next(i for i, page in enumerate(telegrams) if squeezed(page).startswith(words[:40]) and "....." not in squeezed(page))
    expected = re.sub("[\ue000\ue001]", "", words) + "".join(n + body for n, body in notes)
    assert Counter(certain_all("".join(telegrams[first:]))) == Counter(certain_all(expected))


def certain_all(text: str) -> str:
    return squeezed(text).translate(HYPHENS).replace("(itsplacewasinferred)", "")


def test_pages_say_what_they_are(specimens: list[Cable], tool: Callable[[str], str], tmp_path: Path) -> None:
    path = tmp_path / "one.pdf"
    path.write_bytes(made("pdf", specimens[:1]))
    said = subprocess.run([tool("pdfinfo"), str(path)], capture_output=True, text=True, check=True).stdout
    assert re.search(r"^Tagged: +yes$", said, re.MULTILINE)
    assert re.search(r"^Title: +\S", said, re.MULTILINE)
    assert "CreationDate" not in said
    assert b"pdfuaid" in path.read_bytes()


def test_signs_without_a_font_are_lost_and_told() -> None:
    from dataclasses import replace

    cable = hostile()
    text = cable.source.text.replace("not", "\U00013080\U00013081t")
    strange = cable._replace(source=replace(cable.source, text=text))
    try:
        losses = {loss.what for loss in parts("exporters")["pdf"].export([strange]).losses}
    except Missing as e:
        pytest.skip(str(e))
    assert "signs without a font" in losses
