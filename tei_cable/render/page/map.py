"""A map without a network: places by longitude and latitude, and behind them a dot for each degree in which people live."""

import math
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from tei_cable.model import Entity
from tei_cable.render.elements import el

_WIDTH = 720.0
_LEAST = 36.0  # degrees of longitude that are shown at least
_SHAPES = (1.8, 2.6)  # width by height, from and to
_LETTER, _LINE = 6.7, 14.0  # of a label


class Point(NamedTuple):
    """A place: degrees north and east, what it is called, where it leads, and how large it is drawn (radius)."""

    name: str
    north: float
    east: float
    href: str
    radius: float = 3.5


class _View(NamedTuple):
    """What is shown, in degrees, and the scale: units for a degree of longitude and of latitude."""

    west: float
    north: float
    width: float
    height: float
    across: float
    down: float

    def at(self, point: tuple[float, float]) -> tuple[float, float]:
        """A position (north, east) in units of the picture."""
        return (point[1] - self.west) * self.across, (self.north - point[0]) * self.down


def position(e: Entity) -> tuple[float, float] | None:
    """Degrees north and east of a place, where they are known."""
    degrees = e.geo.split()
    return (float(degrees[0]), float(degrees[1])) if e.kind == "place" and len(degrees) >= 2 else None


def chart(points: Sequence[Point]) -> etree._Element | None:
    """The map as a figure; nothing when there is no place to show. What is drawn first is hidden by what comes later."""
    if not points:
        return None
    view = _view(points)
    svg = el("svg", {"viewBox": f"0 0 {_WIDTH:g} {view.height * view.down:.0f}", "role": "group", "aria-label": "Map of the places named"})
    dots = el("path", {"d": "".join(_dots(view)), "stroke-width": f"{view.across * 0.55:.1f}", "stroke-dasharray": f"0 {view.across:.2f}"})
    svg.append(dots)
    svg.extend(_marks(points, view))
    said = "Places with coordinates. A grey dot is a degree of longitude and latitude in which there is a settlement (GeoNames, CC BY 4.0)."
    return el("figure", None, el("div", {"class": "map"}, svg), el("figcaption", None, said))


def _view(points: Sequence[Point]) -> _View:
    """The part of the world that holds the points, with room round them, in a shape that fits a page."""
    south, north = min(p.north for p in points) - 5, max(p.north for p in points) + 5
    west, east = min(p.east for p in points) - 8, max(p.east for p in points) + 16
    # a degree of longitude is shorter than one of latitude, but where the whole world is shown
    stretch = max(0.6, math.cos(math.radians((south + north) / 2)))
    width = max(east - west, _LEAST)
    height = north - south
    width = max(width, height * _SHAPES[0] / stretch)
    height = max(height, width * stretch / _SHAPES[1])
    across = _WIDTH / width
    return _View((west + east - width) / 2, (south + north + height) / 2, width, height, across, across / stretch)


@cache
def _settled() -> Sequence[tuple[int, Sequence[tuple[int, int]]]]:
    """Latitudes with their runs of degrees of longitude (`tools/settled.py`)."""
    rows = (line.split("\t") for line in (Path(__file__).parent / "settled.tsv").read_text(encoding="utf-8").splitlines())
    return [(int(lat), [(int(a), int(n)) for a, n in (run.split(",") for run in runs.split())]) for lat, runs in rows]


def _dots(view: _View) -> Iterator[str]:
    """A line for each run, which the dashes of the stroke make into dots."""
    for lat, runs in _settled():
        if not view.north - view.height < lat + 0.5 < view.north:
            continue
        for first, n in runs:
            start, end = max(first, math.ceil(view.west - 0.5)), min(first + n, math.floor(view.west + view.width + 0.5))
            if start < end:
                x, y = view.at((lat + 0.5, start + 0.5))
                yield f"M{x:.1f} {y:.1f}h{(end - start - 1) * view.across + 0.1:.1f}"


def _marks(points: Sequence[Point], view: _View) -> Iterator[etree._Element]:
    """Each place as a link, with its name where there is room for it; the first of the points are named first."""
    taken = [(x - 4, y - 4, x + 4, y + 4) for x, y in (view.at((p.north, p.east)) for p in points)]
    for p in points:
        x, y = view.at((p.north, p.east))
        mark = el("a", {"href": p.href, "aria-label": p.name}, el("title", None, p.name))
        mark.append(el("circle", {"cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": f"{p.radius:g}"}))
        wide = len(p.name) * _LETTER
        right, left = x + p.radius + 3, x - p.radius - 3 - wide
        boxes = ((start, y + lift - _LINE / 2, start + wide, y + lift + _LINE / 2) for lift in (0, -6, 6) for start in (right, left))
        free = (b for b in boxes if b[0] > 0 and b[2] < _WIDTH and not any(_meet(b, other) for other in taken))
        if box := next(free, None):
            taken.append(box)
            at = {"x": f"{box[0]:.1f}", "text-anchor": "start"} if box[0] == right else {"x": f"{box[2]:.1f}", "text-anchor": "end"}
            mark.append(el("text", {**at, "y": f"{box[1] + 11:.1f}"}, p.name))
        yield mark


def _meet(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
