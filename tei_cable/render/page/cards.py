"""What standOff tells of people, places, organisations and terms, as cards."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from lxml import etree

from tei_cable.model import Entity
from tei_cable.render.elements import Child, el
from tei_cable.render.facts import addresses

HEADINGS = {"person": "People", "place": "Places", "org": "Organisations", "term": "Terms"}
More = Callable[[Entity], Child]


def cards(entities: Sequence[Entity], places: Mapping[str, Sequence[str]], more: More = lambda _: None) -> Iterator[etree._Element]:
    """A section for each kind of entity; each card leads back to every place where the text names it. `more` is what a card has besides."""
    for kind, heading in HEADINGS.items():
        listed = sorted((e for e in entities if e.kind == kind), key=filed)
        if listed:
            made = (_card(e, places.get(e.id, ()), more) for e in listed)
            yield el("section", {"id": kind}, el("h2", None, heading), el("div", {"class": "cards"}, *made))


def filed(e: Entity) -> tuple[str, str]:
    """Where an entity stands in an alphabetical list: by surname, then by the whole name."""
    return (e.surname or e.name).casefold(), e.name.casefold()


def described(e: Entity) -> Iterator[Child]:
    """What is known of an entity: name, years of life, what it is, its numbers in authority files."""
    life = f"{e.birth}–{e.death}" if e.birth and e.death else e.birth and f"born {e.birth}" or e.death and f"died {e.death}"
    yield el("strong", {"dir": "auto"}, e.name)
    yield f" ({life})" if life else None
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
