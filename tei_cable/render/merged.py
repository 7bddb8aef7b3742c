"""Whom and what many telegrams name: the entities of all their lists, each once."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tei_cable.model import Cable, Entity
from tei_cable.render.record import distinct


class Entry(NamedTuple):
    """An entity, the `id` that is its own among all, and the telegrams that name it: which of those given, and how often in text and notes."""

    id: str
    entity: Entity
    telegrams: Sequence[tuple[int, int]]


class Merged(NamedTuple):
    """The entries in order of first appearance, and for each telegram the entry that each id of its own list is."""

    entries: Sequence[Entry]
    known: Sequence[Mapping[str, Entry]]


def merged(cables: Sequence[Cable]) -> Merged:
    """The entries. Entities are one where they share a number of an authority file, or both id and name; of equal names alone nothing follows."""
    found: dict[tuple[str, ...], int] = {}
    entities: list[Entity] = []
    named: list[list[tuple[int, int]]] = []
    ids: list[dict[str, int]] = []
    for i, cable in enumerate(cables):
        times = Counter(m.ref for m in cable.mentions)
        ids.append({})
        for e in cable.entities:
            keys = tuple(_keys(e))
            at = next((found[k] for k in keys if k in found), len(entities))
            if at == len(entities):
                entities.append(e)
                named.append([])
            for key in keys:
                found.setdefault(key, at)
            if named[at] and named[at][-1][0] == i:
                # two entries of one list that are the same
                named[at][-1] = (i, named[at][-1][1] + times[e.id])
            else:
                named[at].append((i, times[e.id]))
            ids[-1][e.id] = at
    own = distinct([e.id for e in entities])
    entries = [Entry(*row) for row in zip(own, entities, named, strict=True)]
    return Merged(entries, [{ref: entries[at] for ref, at in of.items()} for of in ids])


def _keys(e: Entity) -> Iterator[tuple[str, ...]]:
    yield from ((e.kind, kind.casefold(), number) for kind, number in e.idno)
    yield e.kind, "", e.id, e.name.casefold()
