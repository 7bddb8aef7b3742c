"""Original and translation in Chromium: beside one another where there is room and on paper, else one below the other."""

from collections.abc import Callable

from browsing import Browser
from exporters.test_parallel import ORIGINAL, TRANSLATION
from tei_cable.exporters.parallel import part

PAGE = part.write([ORIGINAL, TRANSLATION])
BOXES = """return [...document.querySelectorAll('.pair[id]')].map(pair => {
  const [one, other] = [...pair.querySelectorAll(':scope > .side')].map(e => e.getBoundingClientRect());
  return [one.top === other.top && one.right <= other.left, one.bottom <= other.top]})"""


def test_sides_stand_beside_one_another_where_there_is_room(browser: Browser) -> None:
    for width, media, expected in ((1280, "screen", [True, False]), (390, "screen", [False, True]), (700, "print", [True, False])):
        browser.open(PAGE, width, media=media)
        assert browser.run("return document.documentElement.scrollWidth") <= width
        assert browser.complaints() == []
        found = browser.run(BOXES)
        assert len(found) == 5
        assert all(box == expected for box in found), (width, media)


def test_axe_finds_nothing(browser: Browser, faults: Callable[[], list[str]]) -> None:
    browser.open(PAGE)
    assert faults() == []
    assert browser.run("return document.querySelector('#doubts a').textContent").startswith("1. L'ambassadeur")
