"""A map without a network: places by longitude and latitude, and behind them a dot for each degree in which people live."""

import math
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import count
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from tei_cable.render.elements import el

_WIDTH = 720.0
_LEAST = 36.0  # degrees of longitude that are shown at least
_SHAPES = (1.8, 2.6)  # width by height, from and to
_WIDE = 100.0  # degrees of longitude from which on a dot is two of them
_FIRST = 12
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


def chart(points: Sequence[Point]) -> etree._Element | None:
    """The map as a figure; nothing when there is no place to show. The first of the points are the most important."""
    if not points:
        return None
    view = _view(points)
    svg = el("svg", {"viewBox": f"0 0 {_WIDTH:g} {view.height * view.down:.0f}", "role": "group", "aria-label": "Map of the places named"})
    step = 1 if view.width < _WIDE else 2
    apart = view.across * step
    svg.append(el("path", {"d": "".join(_dots(view, step)), "stroke-width": f"{apart * 0.55:.1f}", "stroke-dasharray": f"0 {apart:.2f}"}))
    # what is drawn last lies on top
    svg.extend(reversed(list(_marks(points, view))))
    square = "a degree" if step == 1 else "two degrees"
    said = f"Places with coordinates. A grey dot is {square} of longitude and latitude in which there is a settlement (GeoNames, CC BY 4.0)."
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
def _settled(step: int) -> Sequence[tuple[int, Sequence[tuple[int, int]]]]:
    """Squares of `step` degrees with a settlement (`tools/settled.py`): southern edges, each with runs of squares, the western edge and how many."""
    found: dict[int, set[int]] = {}
    for line in (Path(__file__).parent / "settled.tsv").read_text(encoding="utf-8").splitlines():
        lat, _, runs = line.partition("\t")
        squares = found.setdefault(int(lat) // step, set())
        for first, n in (run.split(",") for run in runs.split()):
            squares.update(degree // step for degree in range(int(first), int(first) + int(n)))
    return [(south * step, [(first * step, n) for first, n in _runs(squares)]) for south, squares in found.items()]


def _runs(squares: set[int]) -> Iterator[tuple[int, int]]:
    """Neighbours in a row as the first of them and how many they are."""
    for first in sorted(s for s in squares if s - 1 not in squares):
        yield first, next(n for n in count(1) if first + n not in squares)


def _dots(view: _View, step: int) -> Iterator[str]:
    """A line for each run, which the dashes of the stroke make into dots."""
    for south, runs in _settled(step):
        if not view.north - view.height < south + step / 2 < view.north:
            continue
        for first, n in runs:
            before = max(0, math.ceil((view.west - first) / step - 0.5))
            beyond = max(0, math.ceil((first - view.west - view.width) / step + n - 0.5))
            if (shown := n - before - beyond) > 0:
                x, y = view.at((south + step / 2, first + (before + 0.5) * step))
                yield f"M{x:.1f} {y:.1f}h{(shown - 1) * step * view.across + 0.1:.1f}"


def _marks(points: Sequence[Point], view: _View) -> Iterator[etree._Element]:
    """Each place as a link, with its name where there is room for it; the first of the points are named first, and no name covers the very first."""
    taken = [(x - 4, y - 4, x + 4, y + 4) for x, y in (view.at((p.north, p.east)) for p in points[:_FIRST])]
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
