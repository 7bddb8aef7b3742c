"""Who names whom and who cites what, as nodes and edges."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from tei_cable.model import Cable
from tei_cable.render.facts import day, file_name, name_of, title


class Node(NamedTuple):
    """A telegram, a person, place or organisation, or a telegram that is cited (`cited`)."""

    id: str
    kind: str
    label: str
    date: str = ""


class Edge(NamedTuple):
    """`source` names, cites, or was sent, received or forwarded by or to `target`, `weight` times."""

    source: str
    target: str
    kind: str
    weight: int


class Graph(NamedTuple):
    """A directed graph."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def graph(cables: Sequence[Cable]) -> Graph:
    """The graph of telegrams. Persons of one id are one node; a cited number is a node of its own for each telegram that cites it.

    A number alone does not say whose telegram it is, so it is not joined with a telegram of that number; a reference with a target
    (`tei-cable corpus network --write`) is.
    """
    nodes: dict[str, Node] = {}
    files = {file_name(cable.source.path or ""): f"telegram:{name_of(cable, i)}" for i, cable in enumerate(cables) if cable.source.path}
    edges: Counter[tuple[str, str, str]] = Counter()
    for i, cable in enumerate(cables):
        here = f"telegram:{name_of(cable, i)}"
        nodes[here] = Node(here, "telegram", title(cable), day(cable))
        for e in cable.entities:
            if e.kind != "term":
                nodes.setdefault(e.id, Node(e.id, e.kind, e.name))
        for m in cable.mentions:
            if m.ref in nodes:
                edges[here, m.ref, "names"] += 1
            elif m.kind == "ref" and (cited := m.attrs.get("target") or m.attrs.get("n")):
                there = files.get(file_name(cited), f"cited:{cited}") if "target" in m.attrs else f"cited:{name_of(cable, i)}:{cited}"
                if not there.startswith("telegram:"):
                    nodes.setdefault(there, Node(there, "cited", f"Telegram {m.attrs.get('n', cited)}"))
                edges[here, there, "cites"] += 1
        for f in cable.fields:
            action, _, what = f.name.partition("/")
            if what in ("persName", "orgName", "placeName") and f.attrs.get("ref") in nodes:
                edges[here, f.attrs["ref"], action] += 1
    return Graph(tuple(nodes.values()), tuple(Edge(*key, n) for key, n in edges.items()))
