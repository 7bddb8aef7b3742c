"""GEXF."""

from collections.abc import Sequence

from lxml import etree

from tei_cable.exporters import Exporter
from tei_cable.model import Cable
from tei_cable.render.elements import el, xml
from tei_cable.render.graph import Graph, graph

_NS = "http://gexf.net/1.3"


class Gexf(Exporter):
    """A network for Gephi (GEXF 1.3): who names whom, who cites what."""

    suffix = ".gexf"
    takes = "many"
    loses = ("text", "notes", "page marks", "dates", "corrections", "doubts", "terms")
    library = "lxml"
    tested = "networkx reads it where it is installed; every edge joins two nodes; a node for each telegram and entity"

    def write(self, cables: Sequence[Cable]) -> bytes:
        """The graph."""
        return self.drawn(graph(cables))

    def drawn(self, found: Graph) -> bytes:
        """Any graph in this form."""
        nodes = [
            el("node", {"id": n.id, "label": n.label or n.id}, el("attvalues", None, _value("kind", n.kind), _value("date", n.date)))
            for n in found.nodes
        ]
        edges = [
            el(
                "edge",
                {"id": str(i), "source": e.source, "target": e.target, "weight": str(e.weight)},
                el("attvalues", None, _value("relation", e.kind)),
            )
            for i, e in enumerate(found.edges)
        ]
        root = el(
            "gexf",
            {"xmlns": _NS, "version": "1.3"},
            el(
                "graph",
                {"defaultedgetype": "directed", "mode": "static"},
                el("attributes", {"class": "node"}, _declared("kind"), _declared("date")),
                el("attributes", {"class": "edge"}, _declared("relation")),
                el("nodes", None, *nodes),
                el("edges", None, *edges),
            ),
        )
        return xml(root)


def _declared(name: str) -> etree._Element:
    return el("attribute", {"id": name, "title": name, "type": "string"})


def _value(name: str, value: str) -> etree._Element | None:
    return el("attvalue", {"for": name, "value": value}) if value else None


part = Gexf()
