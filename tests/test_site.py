"""The documentation site builds without a warning, needs nothing from outside, and all its links lead somewhere."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from lxml import html

from conftest import ROOT

LOADED = {"script": "src", "img": "src", "iframe": "src", "link": "href", "source": "src"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built in a folder of its own."""
    if not (find_spec("sphinx") and find_spec("myst_parser") and find_spec("furo")):
        pytest.skip("missing tool: sphinx (pip install 'tei-cable[docs]')")
    into = tmp_path_factory.mktemp("site")
    done = subprocess.run([sys.executable, "-m", "tools.manual", str(into)], cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return into


def test_every_link_leads_to_a_page_and_a_place_in_it(site: Path) -> None:
    pages = {p: html.parse(p) for p in site.rglob("*.html")}
    ids = {p: {*tree.xpath("//@id"), *tree.xpath("//a/@name")} for p, tree in pages.items()}
    dead = []
    for page, tree in pages.items():
        for link in tree.xpath("//a/@href"):
            path, place = urldefrag(link)
            if ":" in path.partition("/")[0]:
                continue
            target = (page.parent / unquote(path)).resolve() if path else page
            if not target.exists() or (place and target in ids and unquote(place) not in ids[target]):
                dead.append(f"{page.relative_to(site)}: {link}")
    assert not dead


def test_nothing_is_loaded_from_outside(site: Path) -> None:
    loaded = {
        f"{page.name}: {e.get(name)}"
        for page in site.rglob("*.html")
        for tag, name in LOADED.items()
        for e in html.parse(page).iter(tag)
        if (e.get(name) or "").startswith(("http:", "https:", "//")) and e.get("rel") not in {"canonical", "index", "search"}
    }
    assert not loaded
    styles = "".join(p.read_text(encoding="utf-8") for p in site.rglob("*.css"))
    assert "url(http" not in styles
    assert "@import url(" not in styles


def test_the_gallery_has_every_specimen(site: Path) -> None:
    for text in (ROOT / "corpus").glob("*.txt"):
        tree = html.parse(site / "gallery" / f"{text.stem}.html")
        assert text.read_text(encoding="utf-8").split() == tree.findtext(".//section/pre").split()
        assert "<TEI" in tree.xpath("string(//div[contains(@class, 'highlight')])")
        assert (site / "gallery" / tree.find(".//iframe").get("src")).is_file()
