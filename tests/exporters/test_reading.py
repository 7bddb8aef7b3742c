"""Formats to read: their text is the TEI's, and notes keep their numbers and places."""

import base64
import hashlib
import re

import pytest
from lxml import etree, html
from markdown_it import MarkdownIt

from exporters.telegrams import CORPUS, HOSTILE_NAME, MARK, hostile, html_told, marked, squeezed, told
from tei_cable import api
from tei_cable.exporters.html import part as html_part
from tei_cable.exporters.markdown import part as markdown_part
from tei_cable.exporters.text import part as text_part
from tei_cable.model import Cable
from tei_cable.tei.parse import read_tree


def parsed(cable: Cable) -> etree._Element:
    return html.document_fromstring(html_part.write([cable]).decode())


def test_the_text_of_the_page_is_that_of_the_tei(cables: list[Cable]) -> None:
    for cable in cables:
        assert html_told(next(parsed(cable).iter("article"))) == told(cable, marked, lambda n: ""), cable.source.path


def test_every_link_of_the_page_leads_somewhere(cables: list[Cable]) -> None:
    for cable in cables:
        root = parsed(cable)
        ids = [e.get("id") for e in root.iter() if e.get("id")]
        assert len(ids) == len(set(ids))
        for a in root.iter("a"):
            target = a.get("href", "")
            assert target[1:] in ids if target.startswith("#") else target.startswith(("http://", "https://"))
            assert not list(a.iter("a"))[1:], "a link in a link"


def test_the_page_needs_nothing_else(cables: list[Cable]) -> None:
    for cable in cables:
        root = parsed(cable)
        assert not [e for e in root.iter() if e.tag in ("link", "img", "iframe", "object", "embed", "form", "base")]
        assert not [k for e in root.iter() for k in e.attrib if k.startswith("on") or k in ("style", "src")]
        policy = next(m.get("content", "") for m in root.iter("meta") if m.get("http-equiv") == "Content-Security-Policy")
        assert policy.startswith("default-src 'none'")
        for within in (*root.iter("style"), *root.iter("script")):
            code = within.text or ""
            assert base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() in policy
            assert not re.search(r"url\(|@import|//\w|</", code)


def test_hostile_words_stay_text() -> None:
    root = parsed(hostile())
    assert next(root.iter("h1")).text_content() == HOSTILE_NAME
    assert HOSTILE_NAME in next(root.iter("article")).text_content()
    assert any(e.text_content() == HOSTILE_NAME for e in root.iter("strong"))
    assert not [a for a in root.iter("a") if "javascript:" in a.get("href", "")]


def test_doubts_are_shown(specimens: list[Cable]) -> None:
    for cable in specimens:
        doubts = sum(bool(m.cert) for m in cable.mentions if m.kind not in ("sic", "abbr", "orig")) + sum(bool(n.cert) for n in cable.notes)
        shown = [e for e in next(parsed(cable).iter("article")).iter() if "doubt" in (e.get("class") or "").split()]
        assert len(shown) >= doubts


def test_facts_and_landmarks(specimens: list[Cable]) -> None:
    for cable in specimens:
        root = parsed(cable)
        assert {"main", "header", "footer", "article", "h1", "title"} <= {e.tag for e in root.iter()}
        assert root.get("lang") == "en"
        assert next(root.iter("article")).get("lang") == cable.lang
        assert all(e.get("aria-label") or e.get("aria-labelledby") for e in root.iter("section") if e.get("class"))


def test_the_text_of_the_markdown_is_that_of_the_tei(cables: list[Cable]) -> None:
    for cable in cables:
        source = markdown_part.write([cable]).decode()
        # the footnotes of pandoc and GitHub are not CommonMark: their signs become marks of ours
        body, *notes = re.split(r"^\[\^([^\]]+)\]: ", source.split("\n\nNotes without a place: ")[0], flags=re.MULTILINE)
        body = re.sub(r"(?<!\\)\[\^(\d+)[a-z]*(-\d+)?\]", lambda m: MARK.format(m[1]), body)
        made = html.document_fromstring(MarkdownIt("commonmark").render(body))
        ours = "".join(e.text_content() for e in made[0] if e.tag not in ("h1", "ul"))
        words, expected = told(cable, marked, lambda n: f"[p. {n}]", "[{}]")
        assert squeezed(ours) == words, cable.source.path
        texts = [squeezed(html.document_fromstring(MarkdownIt("commonmark").render(n)).text_content()) for n in notes[1::2]]
        plain = [n for n, _ in expected] == [str(i) for i in range(1, len(expected) + 1)]
        assert texts == [text if plain else f"[{n}]{text}" for n, text in expected]


def test_the_text_of_the_text_is_that_of_the_tei(cables: list[Cable]) -> None:
    for cable in cables:
        words, notes = told(cable, lambda n: "" if n.get("cert") else f"[{n.get('n')}]", lambda n: f"[Page {n}]")
        expected = words + "".join(f"[{n}]{text}" for n, text in notes)
        links = re.compile(r"<https?://[^>]*>")
        assert squeezed(links.sub("", text_part.write([cable]).decode())).endswith(expected), cable.source.path


@pytest.mark.parametrize("path", CORPUS, ids=[p.name for p in CORPUS])
def test_text_converts_back_to_the_same_tei(path: object) -> None:
    source = str(path).replace(".gold.xml", ".txt")
    first = back(api.convert(source).tei)
    second = back(first)
    assert without_digest(second) == without_digest(first)
    assert text_part.write([api_cable(second)]) == text_part.write([api_cable(first)])


def test_other_telegrams_stay_the_same_from_the_second_time_on(others: list[Cable]) -> None:
    for cable in others:
        first = api.convert(text_part.write([cable])).tei
        assert without_digest(back(first)) == without_digest(first), cable.source.path


def back(tei: bytes) -> bytes:
    return api.convert(text_part.write([api_cable(tei)])).tei


def api_cable(tei: bytes) -> Cable:
    from tei_cable.tei.parse import parse

    return parse(read_tree(tei))


def without_digest(tei: bytes) -> bytes:
    return re.sub(rb"[0-9a-f]{64}", b"", tei)


def test_the_specimens_of_archives_and_editions_convert_back_at_once() -> None:
    for path in CORPUS:
        if path.name.startswith(("archive-", "edition-")):
            tei = api.convert(str(path).replace(".gold.xml", ".txt")).tei
            assert without_digest(back(tei)) == without_digest(tei), path.name


