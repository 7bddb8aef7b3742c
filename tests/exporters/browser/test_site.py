"""The site in Chromium, read from a folder."""

from collections.abc import Callable
from pathlib import Path

import pytest
from selenium.webdriver.support.ui import WebDriverWait

from browsing import Browser
from tei_cable.exporters.site import part
from tei_cable.model import Cable


@pytest.fixture(scope="module")
def site(specimens: list[Cable], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    for name, data in part.write(specimens).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def telegram(site: Path) -> Path:
    return next(p for p in sorted((site / "telegrams").iterdir()) if "geneva" in p.name)


@pytest.mark.parametrize("page", ["index.html", "places.html", "people.html", "search.html", "telegram"])
def test_axe_finds_nothing_and_nothing_is_loaded_from_elsewhere(
    browser: Browser, site: Path, faults: Callable[[], list[str]], page: str
) -> None:
    browser.open(telegram(site) if page == "telegram" else site / page, 390 if page == "index.html" else 1280, dark=page == "places.html")
    assert browser.run("return document.documentElement.scrollWidth <= innerWidth")
    assert browser.complaints() == []
    asked = browser.requests()
    assert any(url.endswith("/style.css") for url in asked)
    assert all(url.startswith(site.as_uri()) for url in asked)
    assert faults() == []


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ("souvanna savannakhet", ["Laos"]),
        ("SOUVANNA", None),
        ("herve\u0301 l'a", None),
        ("zzzz", []),
        ("<script>alert('O", None),
    ],
)
def test_the_search_finds_what_is_there(browser: Browser, site: Path, specimens: list[Cable], asked: str, titles: list[str] | None) -> None:
    browser.open(site / "search.html")
    box = browser.driver.find_element("id", "words")
    box.send_keys(asked)
    said = WebDriverWait(browser.driver, 10).until(lambda d: d.find_element("id", "said").text)
    found = browser.run("return [...document.querySelectorAll('#found a')].map(a => a.textContent)")
    assert said == f"{len(found)} telegram{'s' * (len(found) != 1)}"
    if titles is None:
        assert found
    else:
        assert len(found) == len(titles)
        assert all(part in title for part, title in zip(titles, found, strict=True))
    # nothing is sent, and a shelf that there is none of is no fault of the page's
    assert all(url.startswith(site.as_uri()) for url in browser.requests())
    assert not [c for c in browser.complaints() if "Content Security Policy" in c]


def test_one_goes_from_a_card_to_the_register_and_from_there_to_the_other_telegrams(browser: Browser, site: Path) -> None:
    browser.open(telegram(site))
    link = browser.driver.find_element("css selector", ".card a[href*='people.html#']")
    browser.run("arguments[0].click()", link)
    assert browser.driver.current_url.startswith((site / "people.html").as_uri())
    assert browser.run("return document.querySelectorAll('.entry:target a[href^=\"telegrams/\"]').length") > 1
    assert browser.run("const r = document.querySelector('.entry:target').getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight")
    browser.run("document.querySelector('.entry:target a[href^=\"telegrams/\"]').click()")
    assert "/telegrams/" in browser.driver.current_url
