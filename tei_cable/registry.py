"""Finds the parts: one folder each below `readers`, `annotators`, `rules` and `exporters`, and entry points of other packages.

A part's package has an attribute `part`. Other packages offer theirs as entry points of the group `tei_cable.readers` and so on.
"""

import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import entry_points
from typing import Any


@cache
def parts(family: str) -> Mapping[str, Any]:
    """The parts of a family (`readers`, `annotators`, `rules`, `exporters`) by name, in the order of their names."""
    home = importlib.import_module(f"tei_cable.{family}")
    found = {
        m.name.replace("_", "-"): importlib.import_module(f"{home.__name__}.{m.name}").part for m in pkgutil.iter_modules(home.__path__) if m.ispkg
    }
    found |= {e.name: e.load() for e in entry_points(group=f"tei_cable.{family}")}
    return dict(sorted(found.items()))


def ordered(annotators: Mapping[str, Any]) -> Iterable[Any]:
    """Annotators so that each comes after those that give what it needs; raises ValueError for a circle."""
    waiting = dict(annotators)
    while waiting:
        pending = {kind for a in waiting.values() for kind in a.gives}
        ready = [n for n, a in waiting.items() if not ((a.needs - a.gives) & pending)]
        if not ready:
            raise ValueError(f"these annotators need one another: {', '.join(waiting)}")
        yield from (waiting.pop(n) for n in ready)
