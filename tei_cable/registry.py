"""Finds the parts: a folder each below the packages of their families, a file each below `rules`, and entry points of other packages.

A part's package or module has an attribute `part`. Other packages offer theirs in the groups `tei_cable.readers` and so on.
"""

import importlib
import pkgutil
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tei_cable.model import Code

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from tei_cable.rules import Rule

FAMILIES = ("readers", "annotators", "recognisers", "rules", "exporters", "profiles")


class BadPart(ValueError):
    """A part that another package offers cannot be used. The message is a sentence that names the package and the way out."""


@cache
def parts(family: str) -> Mapping[str, Any]:
    """The parts of a family (one of FAMILIES but the rules) by name, in the order of their names.

    Raises BadPart.
    """
    home = importlib.import_module(f"tei_cable.{family}")
    found = {
        m.name.replace("_", "-"): importlib.import_module(f"{home.__name__}.{m.name}").part for m in pkgutil.iter_modules(home.__path__) if m.ispkg
    }
    for name, part in _offered(family).items():
        if found.setdefault(name, part) is not part:
            raise BadPart(f"two {family} are called {name}: one of tei-cable and one of another package; uninstall that package or rename its part")
    return dict(sorted(found.items()))


@cache
def rules() -> Mapping[str, "Rule"]:
    """The rules by code: the modules `rules/<family>/<rule>.py` that have a `part`, and those of other packages.

    Raises BadPart, for a code that two have too.
    """
    home = importlib.import_module("tei_cable.rules")
    families = (m for m in pkgutil.iter_modules(home.__path__, f"{home.__name__}.") if m.ispkg)
    packages = (importlib.import_module(m.name) for m in families)
    modules = (m.name for p in packages for m in pkgutil.iter_modules(p.__path__, f"{p.__name__}.") if not m.name.rpartition(".")[2].startswith("_"))
    found: dict[str, Rule] = {}
    for rule in (*(part for name in modules if (part := getattr(importlib.import_module(name), "part", None))), *_offered("rules").values()):
        if found.setdefault(rule.code, rule) is not rule:
            raise BadPart(f"two rules have the code {rule.code}: {found[rule.code].slug} and {rule.slug}; one of them must take another")
    return dict(sorted(found.items()))


def codes() -> Mapping[str, Code]:
    """Every kind of finding that a module declares, of ours or with a part of another package, by its code. Imports them all."""
    import tei_cable

    found = (m.name for m in pkgutil.walk_packages(tei_cable.__path__, "tei_cable."))
    names = (name for name in found if not name.startswith(("tei_cable.cli", "tei_cable.__main__")))
    theirs = (type(part).__module__ for family in FAMILIES for part in _offered(family).values())
    return {kind.code: kind for name in (*names, *theirs) for kind in vars(importlib.import_module(name)).values() if isinstance(kind, Code)}


def _offered(family: str) -> dict[str, Any]:
    """The parts that other packages offer. Raises BadPart."""
    if not _announced():
        return {}
    from importlib.metadata import entry_points

    found: dict[str, Any] = {}
    for e in entry_points(group=f"tei_cable.{family}"):
        if e.name in found:
            raise BadPart(f"two packages offer {family} called {e.name}, one of them {_package(e)}; uninstall one")
        found[e.name] = _loaded(e)
    return found


def _loaded(offer: "EntryPoint") -> Any:
    try:
        return offer.load()
    except Exception as e:
        what = f"the package {_package(offer)} offers {offer.name} ({offer.value})"
        raise BadPart(f"{what}, which cannot be loaded ({type(e).__name__}: {e}); uninstall it or mend it") from e


def _package(offer: "EntryPoint") -> str:
    return offer.dist.name if offer.dist else offer.value.partition(".")[0]


@cache
def _announced() -> bool:
    """Whether an installed package may offer parts: to see that there is none takes a twentieth of the time of `importlib.metadata`."""
    return any(p.is_file() or any(b"[tei_cable." in f.read_bytes() for f in p.glob("*.*-info/entry_points.txt")) for p in map(Path, sys.path))


def ordered(annotators: Mapping[str, Any]) -> Iterable[Any]:
    """Annotators so that each comes after those that give what it needs; raises ValueError for a circle."""
    waiting = dict(annotators)
    while waiting:
        pending = {kind for a in waiting.values() for kind in a.gives}
        ready = [n for n, a in waiting.items() if not ((a.needs - a.gives) & pending)]
        if not ready:
            raise ValueError(f"these annotators need one another: {', '.join(waiting)}")
        yield from (waiting.pop(n) for n in ready)
