"""Registers: the people, places, organisations and terms of telegrams as people look them up."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tei_cable.model import Entity

HEADINGS = {"person": "People", "place": "Places", "org": "Organisations", "term": "Terms"}


class Register(NamedTuple):
    """One kind of entities under its heading, in the order of their names."""

    kind: str
    heading: str
    entities: Sequence[Entity]


def registers(entities: Iterable[Entity]) -> Iterator[Register]:
    """A register of each kind of which there is an entity."""
    held = list(entities)
    for kind, heading in HEADINGS.items():
        if listed := sorted((e for e in held if e.kind == kind), key=filed):
            yield Register(kind, heading, listed)


def filed(e: Entity) -> tuple[str, str]:
    """Where an entity stands in an alphabetical list: by surname, then by the whole name."""
    return (e.surname or e.name).casefold(), e.name.casefold()


def life(e: Entity) -> str:
    """When a person lived, as far as it is known: "1907–1994", "born 1907", or nothing."""
    if e.birth and e.death:
        return f"{e.birth}–{e.death}"
    return f"born {e.birth}" if e.birth else f"died {e.death}" if e.death else ""


def described(e: Entity) -> str:
    """An entity in a line: name, years, what is said of it, its numbers in authority files."""
    lived = f" ({said})" if (said := life(e)) else ""
    gloss = f", {e.gloss}" if e.gloss else ""
    held = "; ".join(f"{kind} {number}" for kind, number in e.idno)
    return f"{e.name}{lived}{gloss}{f'. {held}' if held else ''}"
