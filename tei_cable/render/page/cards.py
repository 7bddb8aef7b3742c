"""What standOff tells of people, places, organisations and terms, as cards."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from lxml import etree

from tei_cable.model import Entity
from tei_cable.render.elements import Child, el
from tei_cable.render.facts import addresses
from tei_cable.render.register import life, registers

More = Callable[[Entity], Child]


def cards(entities: Sequence[Entity], places: Mapping[str, Sequence[str]], more: More = lambda _: None) -> Iterator[etree._Element]:
    """A section for each kind of entity; each card leads back to every place where the text names it. `more` is what a card has besides."""
    for r in registers(entities):
        made = (_card(e, places.get(e.id, ()), more) for e in r.entities)
        yield el("section", {"id": r.kind}, el("h2", None, r.heading), el("div", {"class": "cards"}, *made))


def described(e: Entity, name: str = "") -> Iterator[Child]:
    """What is known of an entity: name (or that `name` of it), years of life, what it is, its numbers in authority files."""
    lived = life(e)
    yield el("strong", {"dir": "auto"}, name or e.name)
    yield f" ({lived})" if lived else None
    if e.gloss:
        yield el("p", {"dir": "auto"}, e.gloss)
    if e.idno:
        yield el("p", {"class": "faint"}, *_numbers(e))


def _card(e: Entity, places: Sequence[str], more: More) -> etree._Element:
    close = el("a", {"class": "close", "href": f"#{places[0]}"}, "Close") if places else None
    back = el("p", {"class": "mentions"}, "In the text: ", *_back(places)) if places else None
    return el("div", {"class": "card", "id": f"e-{e.id}", "tabindex": "-1"}, close, *described(e), back, more(e))


def _numbers(e: Entity) -> Iterator[Child]:
    linked = addresses(e)
    for i, (kind, number) in enumerate(e.idno):
        yield "; " if i else ""
        address = next((a for a in linked if a.endswith(number)), "")
        yield el("a", {"href": address, "rel": "noreferrer"}, f"{kind} {number}") if address else f"{kind} {number}"


def _back(places: Sequence[str]) -> Iterator[Child]:
    for i, at in enumerate(places, 1):
        yield " " if i > 1 else ""
        yield el("a", {"href": f"#{at}", "aria-label": f"Mention {i}"}, str(i))
