"""The page of a telegram in Chromium: what it shows, to whom, and that it asks nobody for anything."""

from collections.abc import Callable
from itertools import count

import pytest
from lxml import html
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from browsing import Browser
from exporters.telegrams import CORPUS, HOSTILE_NAME, hostile, html_told, load, marked, told
from tei_cable.exporters.html import part
from tei_cable.model import Block, Cable, Entity, Field, Mention, Note, Source, Span

VIENTIANE = next(load(p) for p in CORPUS if p.name.startswith("edition-vientiane"))
PAGE = part.write([VIENTIANE])


def long(pages: int = 200) -> Cable:
    """A telegram of that many pages: each of six paragraphs of sixty words, with names and two notes."""
    words = " ".join(["Souvanna", *(f"word{i % 7}" for i in range(59))])
    text, blocks, mentions, notes = "", [], [], []
    for page in range(pages):
        blocks.append(Block("pb", (Span(len(text), len(text) + 6),), {"n": str(page + 1)}))
        text += "[page]\n\n"
        for i in range(6):
            start = len(text)
            text += words + "\n\n"
            blocks.append(Block("p", (Span(start, start + len(words)),)))
            mentions.append(Mention.over(start, start + 8, "persName", "souvanna"))
            if i < 2:
                notes.append((str(len(notes) + 1), start + len(words)))
    made = []
    for n, anchor in notes:
        made.append(Note(n, anchor, (Span(len(text), len(text) + 14),)))
        text += "What is noted.\n\n"
    entities = (Entity("souvanna", "person", "Souvanna Phouma"),)
    return Cable(Source(text, None, ""), "plain", "en", (Field("title", "Long"),), tuple(blocks), tuple(made), tuple(mentions), entities=entities)


def test_specimens(browser: Browser, specimens: list[Cable]) -> None:
    """What the browser reads is the text of the TEI; nothing is loaded and nothing complained of; the page fits the window."""
    for cable in (*specimens[:-1:3], specimens[-1]):
        browser.open(part.write([cable]), 390)
        article = html.fromstring(browser.run("return document.querySelector('article').outerHTML"))
        assert html_told(article) == told(cable, marked, lambda n: ""), cable.source.path
        assert browser.complaints() == []
        assert [url for url in browser.requests() if not url.endswith("/page.html")] == []
        assert browser.run("return document.documentElement.scrollWidth") <= 390, cable.source.path


def test_the_policy_stops_what_is_not_of_the_page(browser: Browser) -> None:
    browser.open(PAGE)
    browser.run("document.body.insertAdjacentHTML('beforeend', '<img src=\"https://example.org/x.png\"><p style=\"color:red\">x</p>')")
    said = " ".join(browser.complaints())
    assert "img-src" in said
    assert "style-src" in said


def test_hostile_words_stay_text(browser: Browser) -> None:
    browser.open(part.write([hostile()]))
    assert browser.run("return document.querySelector('h1').textContent") == HOSTILE_NAME
    assert browser.run("return document.title") == HOSTILE_NAME
    assert browser.run("return document.scripts.length") == 1
    assert browser.run("return document.querySelectorAll('b:not(.label), [onclick], a[href^=javascript]').length") == 0
    # Hebrew runs from the right, and leaves the direction of what is round it alone
    assert browser.run("return getComputedStyle(document.querySelector('.card strong')).unicodeBidi") == "isolate"


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (1280, True), (390, False)])
def test_axe_finds_nothing(browser: Browser, faults: Callable[[], list[str]], width: int, dark: bool) -> None:
    browser.open(PAGE if width == 1280 else part.write([hostile()]), width, dark=dark)
    assert faults() == []


def test_axe_finds_what_is_wrong(browser: Browser, faults: Callable[[], list[str]]) -> None:
    browser.open(PAGE)
    browser.run("document.querySelector('article').insertAdjacentHTML('beforeend', '<a href=\"#text\"></a>')")
    assert any("link-name" in fault for fault in faults())


def test_the_keyboard_leads_to_a_note_and_escape_back(browser: Browser) -> None:
    browser.open(PAGE)
    focused = "return document.activeElement.{}"

    def press(key: str) -> None:
        ActionChains(browser.driver).send_keys(key).perform()

    press(Keys.TAB)
    assert browser.run(focused.format("textContent")) == "To the text"
    press(Keys.ENTER)
    for _ in count():
        press(Keys.TAB)
        if browser.run(focused.format("getAttribute('role')")) == "doc-noteref":
            break
    marker = browser.run(focused.format("hash"))
    press(Keys.ENTER)
    assert browser.run(focused.format("id")) == marker[1:]
    assert browser.run("return document.activeElement.matches(':target')")
    press(Keys.ESCAPE)
    assert browser.run(focused.format("hash")) == marker
    # a name: its card comes to where one reads, and Escape sends it away
    for _ in count():
        press(Keys.TAB)
        if browser.run("return document.activeElement.matches('article a[href^=\"#e-\"]')"):
            break
    name, before = browser.run(focused.format("id")), browser.run("return scrollY")
    press(Keys.ENTER)
    card = "return document.querySelector('.card:target')"
    assert browser.run(f"const r = (() => {{{card}}})().getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight")
    assert browser.run("return scrollY") == before
    press(Keys.ESCAPE)
    assert browser.run(focused.format("id")) == name
    assert browser.run(card) is None


def test_notes_stand_beside_the_text_where_there_is_room_and_below_where_there_is_not(browser: Browser) -> None:
    boxes = """return [...document.querySelectorAll('.row:has(> .notes)')].map(row => {
      const [text, notes] = [...row.children].map(e => e.getBoundingClientRect());
      return [notes.left >= text.right, notes.top >= text.bottom]})"""
    for width, media, expected in ((1280, "screen", [True, False]), (390, "screen", [False, True]), (700, "print", [False, True])):
        browser.open(PAGE, width, media=media)
        found = browser.run(boxes)
        assert found
        assert all(box == expected for box in found), (width, media)


def test_paper_has_no_navigation(browser: Browser) -> None:
    browser.open(PAGE, media="print")
    shown = "return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility()).length"
    assert browser.run(shown, "nav, .mentions, .close") == 0
    assert browser.run(shown, ".note, .facts, .card, footer, svg") > 4


def test_a_telegram_of_two_hundred_pages_opens_within_a_second(browser: Browser) -> None:
    browser.folder.joinpath("long.html").write_bytes(part.write([long()]))
    seconds = []
    for _ in range(3):
        browser.open(browser.folder / "long.html")
        # until the first frame after the page was laid out
        browser.driver.execute_async_script("requestAnimationFrame(() => setTimeout(arguments[0], 0))")
        seconds.append(browser.seconds())
    assert browser.run("return document.querySelectorAll('.note').length") == 400
    assert 0 < min(seconds) < 1
