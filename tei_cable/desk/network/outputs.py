"""A network written as a table or as a graph."""

import csv
import io
from collections import Counter
from pathlib import Path

from tei_cable.desk.network import Network
from tei_cable.desk.network.resolve import Resolved
from tei_cable.files import BadRequest, write_whole
from tei_cable.registry import parts
from tei_cable.render.graph import Edge, Graph, Node

COLUMNS = "file telegram words number series date note status target".split()


def write(network: Network, path: str) -> None:
    """Write a network as .csv, .gexf or .graphml, as the name says. Raises BadRequest for another name, and OSError."""
    suffix = Path(path).suffix
    if suffix == ".csv":
        data = table(network)
    elif suffix in (".gexf", ".graphml"):
        data = parts("exporters")[suffix[1:]].drawn(graph(network))
    else:
        raise BadRequest(f"{path}: a network is written as .csv, .gexf or .graphml; end the name so")
    write_whole(Path(path), data)


def table(network: Network) -> bytes:
    """A row for each reference, in the order of the telegrams (UTF-8, RFC 4180)."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for r in network.references:
        c = r.citation
        status = "resolved" if r.target else "unclear" if "?" in r.series else "missing"
        target = (r.target.pointer or r.target.file) if r.target else ""
        writer.writerow([r.citing.file, r.citing.id, c.words, c.number.n, r.series, c.day or "", c.note, status, target])
    return out.getvalue().encode()


def graph(network: Network) -> Graph:
    """Telegrams, and the numbers that are missing, with an edge for each that one cites."""
    ids = {id(t): f"telegram:{t.file if t.id in t.file else f'{t.file}#{t.id}'}" for t in network.telegrams}
    nodes = {ids[id(t)]: Node(ids[id(t)], "telegram", t.title, t.day.isoformat() if t.day else "") for t in network.telegrams}
    edges: Counter[tuple[str, str]] = Counter()
    for r in network.references:
        there = ids[id(r.target)] if r.target else _absent(r)
        nodes.setdefault(there, Node(there, "missing", f"{r.series} {r.citation.number.n}"))
        edges[ids[id(r.citing)], there] += 1
    return Graph(tuple(nodes.values()), tuple(Edge(a, b, "cites", n) for (a, b), n in edges.items()))


def _absent(r: Resolved) -> str:
    """The same node for a number of the same series and year; its own for one whose series is not known."""
    day = r.citation.day or r.citing.day
    whose = f"{r.citing.file}:" if "?" in r.series else ""
    return f"missing:{whose}{r.series}:{day.year if day else ''}:{r.citation.number.n}"
