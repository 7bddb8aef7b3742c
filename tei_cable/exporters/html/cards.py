"""What standOff tells of people, places, organisations and terms as cards, and places on a chart."""

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from tei_cable.model import Entity
from tei_cable.render.elements import Child, el
from tei_cable.render.facts import addresses

_HEADINGS = {"person": "People", "place": "Places", "org": "Organisations", "term": "Terms"}
_SCALE, _MARGIN = 2.0, 10.0


def cards(entities: Sequence[Entity], places: Mapping[str, Sequence[str]]) -> list[etree._Element]:
    """A section for each kind of entity; each card leads back to every place where the text names it."""
    made = []
    for kind, heading in _HEADINGS.items():
        listed = sorted((e for e in entities if e.kind == kind), key=lambda e: (e.surname or e.name).casefold())
        if listed:
            made.append(el("section", None, el("h2", None, heading), *(_card(e, places.get(e.id, ())) for e in listed)))
    return made


def _card(e: Entity, places: Sequence[str]) -> etree._Element:
    life = "–".join(filter(None, (e.birth, e.death))) if e.birth and e.death else e.birth and f"born {e.birth}" or e.death and f"died {e.death}"
    rows: list[Child] = [el("strong", {"dir": "auto"}, e.name), f" ({life})" if life else None]
    if e.gloss:
        rows.append(el("p", {"dir": "auto"}, e.gloss))
    linked = addresses(e)
    if e.idno:
        rows.append(el("p", {"class": "numbers"}, *_numbers(e, linked)))
    if places:
        rows.append(el("p", {"class": "places"}, "In the text: ", *_back(places)))
    return el("div", {"class": "card", "id": f"e-{e.id}"}, *rows)


def _numbers(e: Entity, linked: Sequence[str]) -> Iterator[Child]:
    for i, (kind, number) in enumerate(e.idno):
        yield "; " if i else ""
        address = next((a for a in linked if a.endswith(number)), "")
        yield el("a", {"href": address, "rel": "noreferrer"}, f"{kind} {number}") if address else f"{kind} {number}"


def _back(places: Sequence[str]) -> Iterator[Child]:
    for i, at in enumerate(places, 1):
        yield " " if i > 1 else ""
        yield el("a", {"href": f"#{at}", "aria-label": f"Mention {i}"}, str(i))


def chart(entities: Sequence[Entity]) -> etree._Element | None:
    """Places by longitude and latitude on a grid of fifteen degrees, or nothing when no place has coordinates."""
    points = [(e, float(g[0]), float(g[1])) for e in entities if e.kind == "place" and len(g := e.geo.split()) >= 2]
    if not points:
        return None
    west, east = min(p[2] for p in points) - _MARGIN, max(p[2] for p in points) + _MARGIN
    south, north = min(p[1] for p in points) - _MARGIN, max(p[1] for p in points) + _MARGIN
    width, height = (east - west) * _SCALE, (north - south) * _SCALE
    lines = [(x, 0.0, x, height) for d in range(-180, 361, 15) if 0 < (x := (d - west) * _SCALE) < width]
    lines += [(0.0, y, width, y) for d in range(-90, 91, 15) if 0 < (y := (north - d) * _SCALE) < height]
    grid = " ".join(f"M{x:g} {y:g}L{x2:g} {y2:g}" for x, y, x2, y2 in lines)
    marks = [
        el(
            "a",
            {"href": f"#e-{e.id}"},
            el("title", None, e.name),
            el("circle", {"cx": f"{(lon - west) * _SCALE:g}", "cy": f"{(north - lat) * _SCALE:g}", "r": "3"}),
        )
        for e, lat, lon in points
    ]
    svg = el("svg", {"viewBox": f"0 0 {width:g} {height:g}", "role": "group", "aria-label": "Places named, by longitude and latitude"})
    svg.append(el("path", {"d": grid}))
    svg.extend(marks)
    return el("section", None, el("h2", None, "Map"), svg)
