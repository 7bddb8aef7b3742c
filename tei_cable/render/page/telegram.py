"""What a telegram's page holds: facts, text, people and places, doubts, where it comes from."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from tei_cable.model import Cable, Entity
from tei_cable.render.elements import Child, el
from tei_cable.render.facts import Fact, of_the_copy, own, summary, title
from tei_cable.render.page.cards import More, cards
from tei_cable.render.page.document import document
from tei_cable.render.page.map import Point, chart
from tei_cable.render.page.prose import Doubt, Prose
from tei_cable.render.register import HEADINGS
from tei_cable.render.view import read

_ALONE: Mapping[str, str] = {}


class Written(NamedTuple):
    """A telegram's text as written on a page, with what there is to list of it."""

    article: etree._Element
    entities: Sequence[Entity]
    prose: Sequence[Prose]


def page(cable: Cable) -> bytes:
    """A telegram's page, in UTF-8."""
    return document(title(cable), parts(cable))


def parts(cable: Cable, before: Sequence[Child] = (), more: More = lambda _: None, pages: Mapping[str, str] = _ALONE) -> Iterator[Child]:
    """What stands in the page's body; `before` comes first, a card has `more`, and references lead to the `pages` of other telegrams."""
    prose = Prose(cable, pages=pages)
    article = el("article", {"lang": cable.lang, "dir": "auto", "aria-label": "Text"}, *prose.blocks(read(cable)))
    written = Written(article, cable.entities, (prose,))
    yield from before
    yield el("header", None, el("h1", {"dir": "auto"}, title(cable)), *own_facts(cable), contents(written))
    yield el("main", {"id": "text", "tabindex": "-1"}, article, doubts(prose.doubts))
    yield people_and_places(written, more)
    yield el("footer", {"id": "source"}, *provenance(cable))


def contents(written: Written) -> etree._Element:
    """The parts of the page, to go to."""
    kinds, entries = {e.kind for e in written.entities}, {"text": "Text"}
    if n := sum(len(p.doubts) for p in written.prose):
        entries["doubts"] = f"To be checked ({n})"
    if _points(written.entities):
        entries["map"] = "Map"
    entries |= {kind: heading for kind, heading in HEADINGS.items() if kind in kinds}
    entries["source"] = "Source"
    return el("nav", {"class": "contents", "aria-label": "On this page"}, _linked(entries))


def _linked(entries: dict[str, str]) -> etree._Element:
    return el("ul", None, *(el("li", None, el("a", {"href": f"#{at}"}, words)) for at, words in entries.items()))


def own_facts(cable: Cable) -> Iterator[etree._Element]:
    """When and by whom the telegram was sent, to whom, how it was classified; and its summary."""
    if shown := own(cable):
        yield el("section", {"class": "facts", "aria-label": "Facts"}, _listed(shown))
    for fact in summary(cable):
        yield el("p", {"class": "summary", "dir": "auto"}, fact.value)


def people_and_places(written: Written, more: More = lambda _: None) -> etree._Element | None:
    """The map, and the cards of all that is named."""
    if not written.entities:
        return None
    drawn = chart(_points(written.entities))
    places = {ref: at for p in written.prose for ref, at in p.places.items()}
    section = el("section", {"id": "map"}, el("h2", None, "Map"), drawn) if drawn is not None else None
    return el("aside", {"aria-label": "People and places"}, section, *cards(written.entities, places, more))


def doubts(found: Sequence[Doubt]) -> etree._Element | None:
    """What an editor should look at: each leads to its place in the text."""
    if not found:
        return None
    entries = (el("li", None, el("a", {"href": f"#{d.id}", "dir": "auto"}, d.words), f" – {d.said}") for d in found)
    heading = el("h2", {"id": "doubts-heading"}, "To be checked")
    return el("section", {"class": "doubts", "id": "doubts", "aria-labelledby": "doubts-heading"}, heading, el("ol", None, *entries))


def provenance(cable: Cable) -> Iterator[Child]:
    """Whose copy was read, under which terms, how it was encoded, and the digest of the text that was read."""
    yield el("h2", None, "Source")
    told = of_the_copy(cable)
    shown = [f for f in told if f.name != "citation"]
    yield _listed(shown) if shown else None
    for fact in told:
        if fact.name == "citation":
            yield el("p", {"dir": "auto"}, "Citation: ", fact.value)
    yield el(
        "p", None, "Encoded in TEI by tei-cable. A dotted line below a word is a doubt. Underlined names lead to what is known of them; "
        "Escape leads back. What the encoder added stands in brackets and in grey."
    )  # fmt: skip
    if cable.source.sha256:
        yield el("p", None, "SHA-256 of the source: ", el("code", None, cable.source.sha256))


def _points(entities: Sequence[Entity]) -> list[Point]:
    return [Point(e.name, *at, f"#e-{e.id}") for e in entities if e.kind == "place" and (at := e.position)]


def _listed(shown: Sequence[Fact]) -> etree._Element:
    return el("dl", None, *(el("div", None, el("dt", None, f.label), el("dd", {"dir": "auto"}, *_value(f))) for f in shown))


def _value(fact: Fact) -> Iterator[Child]:
    if fact.name == "uri" and fact.value.startswith(("http://", "https://")):
        yield el("a", {"href": fact.value, "rel": "noreferrer"}, fact.value)
    else:
        yield fact.value
    if fact.doubts:
        yield " "
        yield el("span", {"class": "doubt"}, f"({fact.doubt()})")
