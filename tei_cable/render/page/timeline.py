"""Telegrams in the order of their dates: by month, or by year where they are of more than ten, as a list and as bars."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from tei_cable.render.elements import el
from tei_cable.text.dates import MONTH_NAMES

_LONG = 10  # years from which on a bar is a year
_WIDTH, _HEIGHT, _WIDEST, _YEAR = 720.0, 60.0, 60.0, 34.0


class Period(NamedTuple):
    """A month (`1962-11`), a year (`1962`), or nothing for what has no date, and which telegrams are of it."""

    key: str
    telegrams: Sequence[int]

    @property
    def id(self) -> str:
        """The id of its section."""
        return f"d-{self.key or 'none'}"

    @property
    def words(self) -> str:
        """The period as it is read."""
        return spelled(self.key) if self.key else "Without a date"


def spelled(day: str) -> str:
    """`1962-11-01` as "1 November 1962", and so for months and years; anything else as it is."""
    parts = day.split("-")
    if len(parts) == 1 or not all(p.isdigit() for p in parts) or not 1 <= int(parts[1]) <= 12:
        return day
    return " ".join([*(str(int(d)) for d in parts[2:3]), MONTH_NAMES[int(parts[1]) - 1], parts[0]])


def periods(days: Sequence[str]) -> list[Period]:
    """The periods of telegrams of these days (`YYYY-MM-DD`, shorter, or nothing), which are in order. A year alone is a period of its own."""
    years = [int(d[:4]) for d in days if d[:4].isdigit()]
    wide = 4 if years and years[-1] - years[0] > _LONG else 7
    found: dict[str, list[int]] = {}
    for i, d in enumerate(days):
        found.setdefault(d[:wide], []).append(i)
    return [Period(key, of) for key, of in found.items()]


def bars(found: Sequence[Period]) -> etree._Element | None:
    """A bar for each period, empty ones among them, which leads to its section; nothing when there is but one."""
    dated = [p for p in found if p.key]
    if len(dated) < 2:
        return None
    keys = list(_all(dated))
    by: Mapping[str, Period] = {p.key: p for p in dated}
    most = max(len(p.telegrams) for p in dated)
    bar = min(_WIDEST, _WIDTH / len(keys))
    svg = el("svg", {"viewBox": f"0 0 {_WIDTH:g} {_HEIGHT + 22:g}", "role": "group", "aria-label": "Telegrams by date"})
    free = 0.0
    for i, key in enumerate(keys):
        if period := by.get(key):
            said = f"{period.words}: {len(period.telegrams)}"
            height = max(2.0, _HEIGHT * len(period.telegrams) / most)
            shape = {"x": f"{i * bar + 1:.1f}", "y": f"{_HEIGHT + 4 - height:.1f}", "width": f"{bar - 2:.1f}", "height": f"{height:.1f}"}
            svg.append(el("a", {"href": f"#{period.id}", "aria-label": said}, el("title", None, said), el("rect", shape)))
        if i * bar >= free and (i == 0 or len(key) == 4 or key.endswith("-01")):
            svg.append(el("text", {"x": f"{i * bar + 1:.1f}", "y": f"{_HEIGHT + 18:g}"}, key[:4]))
            free = i * bar + _YEAR
    return el("figure", {"class": "timeline"}, el("div", {"class": "map"}, svg))


def _all(dated: Sequence[Period]) -> Iterator[str]:
    """Every year, or every month, from the first to the last."""
    first, last = dated[0].key, dated[-1].key
    if all(len(p.key) == 4 for p in dated):
        yield from (str(y) for y in range(int(first), int(last) + 1))
        return
    for year in range(int(first[:4]), int(last[:4]) + 1):
        months = (f"{year}-{m:02}" for m in range(1, 13))
        yield from (m for m in months if first[:7] <= m <= (last if len(last) > 4 else f"{last}-12"))
