"""The page as a whole: head, facts, text, people and places."""

import base64
import hashlib
from collections.abc import Iterator

from lxml import etree

from tei_cable.exporters.html.cards import cards, chart
from tei_cable.exporters.html.prose import Prose
from tei_cable.exporters.html.style import STYLE
from tei_cable.model import Cable
from tei_cable.render.elements import Child, el
from tei_cable.render.facts import Fact, facts, title
from tei_cable.render.view import read

_DOUBT = {"low": "doubtful", "medium": "to be checked", "unknown": "to be checked", "high": "likely"}


def page(cable: Cable) -> bytes:
    """The HTML document in UTF-8."""
    view, prose = read(cable), Prose(cable)
    main = el("main", {"id": "text", "tabindex": "-1"}, _facts(cable), el("article", {"lang": cable.lang, "dir": "auto"}, *prose.blocks(view)))
    listed = cards(cable.entities, prose.places)
    root = el(
        "html",
        {"lang": cable.lang},
        _head(title(cable)),
        el(
            "body",
            None,
            el("a", {"class": "skip", "href": "#text"}, "To the text"),
            el("header", None, el("h1", {"dir": "auto"}, title(cable))),
            main,
            *([el("aside", {"aria-label": "People and places"}, chart(cable.entities), *listed)] if listed else []),
            el("footer", None, *_provenance(cable)),
        ),
    )
    return etree.tostring(root, encoding="utf-8", method="html", doctype="<!DOCTYPE html>") + b"\n"


def _head(name: str) -> etree._Element:
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return el(
        "head",
        None,
        el("meta", {"charset": "utf-8"}),
        el("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
        el("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        el("meta", {"name": "color-scheme", "content": "light dark"}),
        el("title", None, name),
        el("style", None, STYLE),
    )


def _facts(cable: Cable) -> etree._Element:
    rows: list[Child] = []
    for fact in facts(cable):
        if fact.name not in ("title", "citation"):
            rows += [el("dt", None, fact.label), el("dd", {"dir": "auto"}, *_value(fact))]
    return el("section", {"class": "facts", "aria-label": "Facts"}, el("dl", None, *rows) if rows else None)


def _value(fact: Fact) -> Iterator[Child]:
    if fact.name == "uri" and fact.value.startswith(("http://", "https://")):
        yield el("a", {"href": fact.value, "rel": "noreferrer"}, fact.value)
    else:
        yield fact.value
    if fact.doubts:
        yield " "
        yield el("span", {"class": "doubt"}, f"({_DOUBT.get(fact.doubts[0], fact.doubts[0])})")


def _provenance(cable: Cable) -> Iterator[Child]:
    for fact in facts(cable):
        if fact.name == "citation":
            yield el("p", {"dir": "auto"}, "Citation: ", fact.value)
    doubts = sum(bool(m.cert) for m in cable.mentions) + sum(bool(n.cert) for n in cable.notes)
    yield el("p", None, f"Encoded by tei-cable. Doubts marked in the text: {doubts}; what is dotted below should be checked.")
    if cable.source.sha256:
        yield el("p", None, "SHA-256 of the source: ", el("code", None, cable.source.sha256))


