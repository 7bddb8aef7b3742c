"""What can be lost of a telegram, counted: a format declares the kinds that it cannot hold, and an export tells how many of each there were."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from tei_cable.model import Cable, Mention
from tei_cable.tei.names import CHOICES, NAMES


class Loss(NamedTuple):
    """Something that a format cannot hold, and how often it occurs."""

    what: str
    number: int


def _mentions(kinds: Iterable[str]) -> Callable[[Cable], int]:
    held = frozenset(kinds)
    return lambda cable: sum(m.kind in held for m in cable.mentions)


def _that(test: Callable[[Mention], bool]) -> Callable[[Cable], int]:
    return lambda cable: sum(test(m) for m in cable.mentions)


KINDS: Mapping[str, Callable[[Cable], int]] = {
    "text": lambda c: len(c.blocks),
    "block kinds": lambda c: len({b.kind for b in c.blocks} - {"p"}),
    "notes": lambda c: len(c.notes),
    "page marks": lambda c: sum(b.kind.endswith("pb") for b in c.blocks) + sum(m.kind == "pb" for m in c.mentions),
    "broken words": _mentions(["lb"]),
    "names": _mentions(NAMES),
    "links of names": _that(lambda m: bool(m.ref)),
    "name parts": _mentions(["roleName"]),
    "dates": _mentions(["date"]),
    "references": _mentions(["ref"]),
    "corrections": _mentions(CHOICES),
    "gaps and supplied words": _mentions(["gap", "supplied", "note"]),
    "quotations and foreign words": _mentions(["q", "foreign"]),
    "lists and labels": _mentions(["list", "item", "label"]),
    "doubts": lambda c: sum(bool(m.cert) for m in c.mentions) + sum(bool(n.cert) for n in c.notes) + sum("cert" in f.attrs for f in c.fields),
    "entities": lambda c: len(c.entities),
    "terms": lambda c: sum(e.kind == "term" for e in c.entities),
    "facts of the header": lambda c: len(c.fields),
    "copies": lambda c: sum(f.name.startswith("forwarded/") for f in c.fields),
}


def counted(cables: Iterable[Cable], kinds: Iterable[str]) -> tuple[Loss, ...]:
    """How much of each kind the cables hold; those of which there is nothing are left out."""
    held = list(cables)
    return tuple(Loss(kind, n) for kind in kinds if (n := sum(KINDS[kind](c) for c in held)))
