"""Where a telegram names whom and what: each mention with its words, its block and its place in the reading text."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tei_cable.model import Cable, Mention
from tei_cable.render.view import Inline, Tag, read


class Occurrence(NamedTuple):
    """A mention: its words, `start` in the reading text, and where: the block's number from 1, or the id of a note."""

    mention: Mention
    words: str
    start: int
    block: int
    note: str = ""


class Reading(NamedTuple):
    """The reading text, blocks and then notes each on a line, and the mentions in it.

    `lines` are the spans of the lines; `anchors` the places where notes attach, by the id of the note.
    """

    text: str
    occurrences: tuple[Occurrence, ...]
    lines: tuple[tuple[int, int], ...]
    anchors: Mapping[str, int]


def reading(cable: Cable) -> Reading:
    """The reading text of a telegram and what it names."""
    view = read(cable)
    parts = [(line.inner, i, "") for i, line in enumerate(view.lines, 1)] + [(n.inner, 0, n.id) for n in view.notes()]
    out: list[str] = []
    found: list[Occurrence] = []
    lines: list[tuple[int, int]] = []
    anchors: dict[str, int] = {}
    at = 0

    def walk(inner: Sequence[Inline], block: int, note: str) -> None:
        nonlocal at
        for node in inner:
            if isinstance(node, str):
                out.append(node)
                at += len(node)
            elif isinstance(node, Tag):
                start, place, first = at, len(found), len(out)
                walk(node.inner, block, note)
                found.insert(place, Occurrence(node.mention, "".join(out[first:]), start, block, note))
            else:
                anchors[node.id] = at

    for inner, block, note in parts:
        start = at
        walk(inner, block, note)
        lines.append((start, at))
        out.append("\n")
        at += 1
    return Reading("".join(out), tuple(found), tuple(lines), anchors)


def outermost(occurrences: Sequence[Occurrence]) -> Iterator[Occurrence]:
    """Those that do not lie in another of them."""
    end = -1
    for o in occurrences:
        if o.start >= end:
            yield o
            end = o.start + len(o.words)
