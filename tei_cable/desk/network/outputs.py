"""A network written: as a table, as a graph, and into the TEI files, whose references get `@target`."""

import csv
import io
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from tei_cable.desk.network import Network
from tei_cable.desk.network.resolve import Resolved
from tei_cable.files import BadRequest, read_bytes, write_whole
from tei_cable.model import Fix
from tei_cable.registry import parts
from tei_cable.render.graph import Edge, Graph, Node
from tei_cable.tei.blocks import footnote
from tei_cable.tei.edits import applied, attribute
from tei_cable.tei.names import T
from tei_cable.tei.parse import read_tree
from tei_cable.tei.places import places, tag

COLUMNS = "file telegram words number series date note status target".split()


class Targeted(NamedTuple):
    """One file whose references were given targets: how many, or the error for which it was left as it was."""

    file: str
    references: int = 0
    error: Exception | None = None


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
        target = r.target.file if r.target else ""
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


def targeted(network: Network) -> Iterator[Targeted]:
    """Give the references in the files their targets: the path of the cited telegram's file. No character of a text changes.

    A file with several telegrams is left alone, as are references to one, and words that are not tagged as references.
    """
    alone = {file for file, n in Counter(t.file for t in network.telegrams).items() if n == 1}
    found: dict[str, dict[int, Resolved]] = {}
    for r in network.references:
        if r.target and r.target is not r.citing and {r.citing.file, r.target.file} <= alone and r.citation.at >= 0:
            found.setdefault(r.citing.file, {})[r.citation.at] = r
    for file, resolved in found.items():
        try:
            yield Targeted(file, _write(file, resolved))
        except (OSError, BadRequest) as e:
            yield Targeted(file, error=e)


def _write(file: str, resolved: Mapping[int, Resolved]) -> int:
    data = read_bytes(file)
    root = read_tree(data)
    held = places(root, data)
    if not held:
        raise BadRequest(f"{file}: the file cannot be changed tag by tag: it is huge, or in an encoding that is not supported; save it as UTF-8")
    edits = []
    for at, e in enumerate(_references(root)):
        if (r := resolved.get(at)) and r.target and _is(e, r):
            path = Path(os.path.relpath(r.target.file, Path(file).parent)).as_posix()
            if e.get("target") != path and (edit := attribute(data, tag(data, held[e].offset), "target", path)):
                edits.append(edit)
    if not edits:
        return 0
    made = applied(data, [Fix(tuple(edits))], root.getroottree().docinfo.encoding or "utf-8")
    if list(read_tree(made).itertext()) != list(root.itertext()):
        raise BadRequest(f"{file}: this would change more than tags, so nothing was changed; please report it")
    write_whole(Path(file), made)
    return len(edits)


def _references(root: etree._Element) -> Sequence[etree._Element]:
    """The references in the order in which a telegram is read: those of the text, then those of the notes."""
    every = [e for text in root.iterfind(f"{T}text") for e in text.iter(f"{T}ref")]
    noted = [any(footnote(n) for n in e.iterancestors(f"{T}note")) for e in every]
    return [e for e, n in zip(every, noted, strict=True) if not n] + [e for e, n in zip(every, noted, strict=True) if n]


def _is(e: etree._Element, r: Resolved) -> bool:
    return e.get("type") == "telegram" and " ".join("".join(map(str, e.itertext())).split()) == " ".join(r.citation.words.split())
