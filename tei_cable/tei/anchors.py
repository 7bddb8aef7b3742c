"""Where notes may stand: not in a corrected reading, not in page furniture, not between two items of a list."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from tei_cable.model import Cable, Mention, Note, Span
from tei_cable.tei.names import allowed
from tei_cable.text.settle import place_of, settle

_FURNITURE = ("fw", "pb")
_start = attrgetter("span.start")


def anchored(cable: Cable) -> Cable:
    """A cable, with its mentions settled, whose notes stand where TEI lets them.

    A place that was inferred moves: to the end of what holds no note, of the item before, of the block before a page's furniture. A marker is where
    it is, so the mention around it gives way; one in a line of furniture says nothing of the place of its note.
    """
    if all(n.anchor is None for n in cable.notes):
        return cable
    edges = sorted((s.start, s.end, b.kind.endswith(_FURNITURE)) for b in cable.blocks for s in b.spans)
    notes, mentions = list[Note](), list(cable.mentions)
    for found in cable.notes:
        note = _out_of_furniture(found, edges)
        holders = _holders(mentions, note)
        if (barred := _barred(holders)) and note.marker is None:
            note = note._replace(anchor=barred.span.end)
            holders = _holders(mentions, note)
        elif barred:
            mentions = _without(barred, mentions)
        if holders and holders[-1].kind == "list":
            note, mentions = _in_item(note, holders[-1], mentions)
        notes.append(note)
    return cable._replace(mentions=tuple(mentions), notes=tuple(notes))


def _out_of_furniture(note: Note, edges: Sequence[tuple[int, int, bool]]) -> Note:
    """The note at the end of the text before, if its place is in a block of furniture; a block begins where the one before it reaches to."""
    if note.anchor is None:
        return note
    at = bisect_right(edges, place_of(note).start, key=lambda e: e[0]) - 1
    if at < 0 or not edges[at][2]:
        return note
    before = next((end for _, end, furniture in reversed(edges[:at]) if not furniture), None)
    return note._replace(anchor=before if note.marker is None else None)


def _holders(mentions: Sequence[Mention], note: Note) -> Sequence[Mention]:
    """The mentions around the place of a note, the outer first."""
    if note.anchor is None:
        return []
    at = place_of(note).start
    return [m for m in mentions[: bisect_left(mentions, at, key=_start)] if m[0][1] > at]


def _barred(holders: Sequence[Mention]) -> Mention | None:
    """The outermost of nested mentions that holds no note."""
    kinds = [m.kind for m in holders]
    return next((m for i, m in enumerate(holders, 1) if not allowed(kinds[:i], "note")), None)


def _without(gone: Mention, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions without one of them, and without what stands in that one only."""
    return list(settle([m for m in mentions if m is not gone], allowed))


def _in_item(note: Note, whole: Mention, mentions: Sequence[Mention]) -> tuple[Note, list[Mention]]:
    """A note between two items: it stands in the first, which then reaches over the blank behind it. A marker there makes it no list."""
    if note.marker is not None:
        return note, _without(whole, mentions)
    before = [m for m in mentions if m.kind == "item" and whole.span.start <= m.span.start and m.span.end <= (note.anchor or 0)]
    last = max(before, key=lambda m: m.span.end)
    if any(m.kind == "item" and m.span.start == last.span.end for m in mentions):
        # for the note before, it reaches over the blank already
        return note._replace(anchor=last.span.end - 1), list(mentions)
    longer = last._replace(span=Span(last.span.start, last.span.end + 1))
    return note._replace(anchor=last.span.end), [longer if m is last else m for m in mentions]
