"""GraphML."""

from collections.abc import Sequence

from lxml import etree

from tei_cable.exporters import Exporter
from tei_cable.model import Cable
from tei_cable.render.elements import el, xml
from tei_cable.render.graph import Graph, graph

_NS = "http://graphml.graphdrawing.org/xmlns"
_KEYS = (
    ("label", "node", "string"),
    ("kind", "node", "string"),
    ("date", "node", "string"),
    ("relation", "edge", "string"),
    ("weight", "edge", "int"),
)


class GraphMl(Exporter):
    """A network for yEd, Cytoscape, igraph and NetworkX (GraphML): who names whom, who cites what."""

    suffix = ".graphml"
    takes = "many"
    loses = ("text", "notes", "page marks", "dates", "corrections", "doubts", "terms")
    library = "lxml"
    tested = "networkx reads it where it is installed; every edge joins two nodes; a node for each telegram and entity"

    def write(self, cables: Sequence[Cable]) -> bytes:
        """The graph."""
        return self.drawn(graph(cables))

    def drawn(self, found: Graph) -> bytes:
        """Any graph in this form."""
        keys = [el("key", {"id": name, "for": of, "attr.name": name, "attr.type": kind}) for name, of, kind in _KEYS]
        nodes = [
            el("node", {"id": n.id}, _data("label", n.label), _data("kind", n.kind), _data("date", n.date)) for n in found.nodes
        ]
        edges = [
            el("edge", {"source": e.source, "target": e.target}, _data("relation", e.kind), _data("weight", str(e.weight)))
            for e in found.edges
        ]
        return xml(el("graphml", {"xmlns": _NS}, *keys, el("graph", {"edgedefault": "directed"}, *nodes, *edges)))


def _data(key: str, value: str) -> etree._Element | None:
    return el("data", {"key": key}, value) if value else None


part = GraphMl()
