"""The documentation site builds without a warning, needs nothing from outside, all its links lead somewhere, and everybody can read it."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

import pytest
from lxml import html

from browsing import Browser
from conftest import ROOT

Tree = Any  # of lxml.html
LOADED = {"script": "src", "img": "src", "iframe": "src", "link": "href", "source": "src"}


# one of each make: the front, text with pictures, tables, the gallery, what is made from the code
READ = [f"{n}.html" for n in "index README tutorials/editor cli gallery/edition-belgrade reference/rules reference/commands".split()]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not (find_spec("sphinx") and find_spec("myst_parser") and find_spec("furo")):
        pytest.skip("missing tool: sphinx (pip install 'tei-cable[docs]')")
    into = tmp_path_factory.mktemp("site")
    done = subprocess.run([sys.executable, "-m", "tools.manual", str(into)], cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return into


def test_every_link_leads_somewhere_and_nothing_comes_from_outside(site: Path) -> None:
    pages = {p: html.parse(p) for p in site.rglob("*.html")}
    assert not list(dead_links(pages))
    assert not list(loaded_from_outside(pages))
    styles = "".join(p.read_text(encoding="utf-8") for p in site.rglob("*.css"))
    assert "url(http" not in styles
    the_gallery_has_every_specimen(site / "gallery", pages)


def test_everybody_can_read_it(site: Path, browser: Browser, faults: Callable[[], list[str]]) -> None:
    found = {}
    for name in READ:
        for dark in (False, True):
            browser.open(site / name, dark=dark)
            found[name, dark] = faults()
    assert not {where: what for where, what in found.items() if what}


def dead_links(pages: dict[Path, Tree]) -> Iterator[str]:
    """Links to no page, or to no place in one."""
    ids = {p: {*tree.xpath("//@id"), *tree.xpath("//a/@name")} for p, tree in pages.items()}
    for page, tree in pages.items():
        for link in tree.xpath("//a/@href"):
            path, place = urldefrag(link)
            target = (page.parent / unquote(path)).resolve() if path else page
            if ":" in path.partition("/")[0]:
                continue
            if not target.exists() or (place and target in ids and unquote(place) not in ids[target]):
                yield f"{page.name}: {link}"


def loaded_from_outside(pages: dict[Path, Tree]) -> Iterator[str]:
    """What a browser would fetch from a network."""
    for page, tree in pages.items():
        for tag, name in LOADED.items():
            for e in tree.iter(tag):
                if (e.get(name) or "").startswith(("http:", "https:", "//")):
                    yield f"{page.name}: {e.get(name)}"


def the_gallery_has_every_specimen(folder: Path, pages: dict[Path, Tree]) -> None:
    """Text, TEI and page."""
    for text in (ROOT / "corpus").glob("*.txt"):
        tree = pages[folder / f"{text.stem}.html"]
        assert text.read_text(encoding="utf-8").split() == tree.findtext(".//section/pre").split()
        assert "<TEI" in tree.xpath("string(//div[contains(@class, 'highlight')])")
        assert (folder / tree.find(".//iframe").get("src")).is_file()
