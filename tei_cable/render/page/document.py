"""The frame of a page: head, style and script within it, and the policy that forbids all else."""

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from lxml import etree

from tei_cable.render.elements import Child, el


def document(title: str, body: Iterable[Child], *, root: str | None = None, script: str = "page.js", more: str = "", asks: bool = False) -> bytes:
    """An HTML document in UTF-8; its words round the telegram are English.

    A page needs nothing else, unless it is one of a site: `root` is then the way to the site's folder ("" or "../"), where style and script lie.
    `more` is another style, and a page that `asks` may ask the server that it comes from.
    """
    style, code = file("style.css") + (file(more) if more else ""), file(script)
    # of a site in a folder not every browser takes what lies beside a page for the page's own
    of_style, of_script = (f"'{_digest(style)}'", f"'{_digest(code)}'") if root is None else ("'self' file:", "'self' file:")
    policy = f"default-src 'none'; style-src {of_style}; script-src {of_script}; base-uri 'none'; form-action 'none'"
    policy += "; connect-src 'self'; require-trusted-types-for 'script'" if asks else ""
    head = el(
        "head",
        None,
        el("meta", {"charset": "utf-8"}),
        el("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
        el("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        el("meta", {"name": "color-scheme", "content": "light dark"}),
        el("title", None, title),
        el("style", None, style) if root is None else el("link", {"rel": "stylesheet", "href": f"{root}style.css"}),
    )
    skip = el("a", {"class": "skip", "href": "#text"}, "To the text")
    last = el("script", None, code) if root is None else el("script", {"src": root + script})
    page = el("html", {"lang": "en"}, head, el("body", None, skip, *body, last))
    return etree.tostring(page, encoding="utf-8", method="html", doctype="<!DOCTYPE html>") + b"\n"


@cache
def file(name: str) -> str:
    """A file of this folder. Style and script hold no `<` and no `&`, which HTML would leave as they are and XML would not."""
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


@cache
def _digest(words: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(words.encode()).digest()).decode()
