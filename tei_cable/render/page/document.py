"""The frame of a page: head, style and script within it, and the policy that forbids all else."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from lxml import etree

from tei_cable.render.elements import Child, el


def document(title: str, body: Sequence[Child], *, script: str = "page.js", loads: bool = False, home: str = "") -> bytes:
    """An HTML document in UTF-8 that needs nothing else; its words round the telegram are English.

    `script` is a file of this folder. With `loads` the script may load scripts that lie beside the page; `home` is a class of the body.
    """
    style, code = file("style.css"), file(script)
    scripts = f"script-src '{_digest(code)}'" + (" 'self' file:" if loads else "")
    policy = f"default-src 'none'; style-src '{_digest(style)}'; {scripts}; base-uri 'none'; form-action 'none'"
    head = el(
        "head",
        None,
        el("meta", {"charset": "utf-8"}),
        el("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
        el("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        el("meta", {"name": "color-scheme", "content": "light dark"}),
        el("title", None, title),
        el("style", None, style),
    )
    skip = el("a", {"class": "skip", "href": "#text"}, "To the text")
    root = el("html", {"lang": "en"}, head, el("body", {"class": home}, skip, *body, el("script", None, code)))
    return etree.tostring(root, encoding="utf-8", method="html", doctype="<!DOCTYPE html>") + b"\n"


@cache
def file(name: str) -> str:
    """A file of this folder. Style and script hold no `<` and no `&`, which HTML would leave as they are and XML would not."""
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


@cache
def _digest(words: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(words.encode()).digest()).decode()
