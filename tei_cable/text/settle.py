"""Overlapping mentions become a forest: sorted, nested, each inside one block or note."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence

from tei_cable.model import Block, Cable, Field, Mention, Note, Span

# Whether a mention of the kind given last may stand below mentions of the other kinds, outermost first.
Allowed = Callable[[Sequence[str], str], bool]
_FURNITURE = ("fw", "pb")
Owner = Block | Note | Field


def regions(cable: Cable) -> list[tuple[Span, Owner]]:
    """The spans of blocks, notes and the citation in order, each with what it belongs to; page furniture holds no names."""
    parts: list[tuple[Span, Owner]] = [(s, b) for b in cable.blocks if not b.kind.endswith(_FURNITURE) for s in b.spans]
    parts += [(s, n) for n in cable.notes for s in n.spans]
    parts += [(f.span, f) for f in cable.fields if f.name == "citation" and f.span]
    parts.sort(key=_first)
    return parts


def owned(cable: Cable, mentions: Sequence[Mention]) -> dict[int, list[Mention]]:
    """Mentions by the `id()` of the block, note or citation they lie in; those that leave it are left out. Input sorted by start."""
    parts = regions(cable)
    found: dict[int, list[Mention]] = {}
    i, last = 0, len(parts) - 1
    if last < 0:
        return found
    for m in mentions:
        start, end = m.span
        while i < last and parts[i + 1][0][0] <= start:
            i += 1
        span, owner = parts[i]
        if span[0] <= start < end and (end <= span[1] or _reaches(owner, span, end)):
            found.setdefault(id(owner), []).append(m)
    return found


def place_of(note: Note) -> Span:
    """The marker of a note, or the point where it attaches."""
    return note.marker or Span(note.anchor or 0, note.anchor or 0)


def attached(cable: Cable) -> dict[int, list[Note]]:
    """Notes by the `id()` of the block in which they attach (the last that begins at or before their place), in order of place."""
    starts = sorted((s.start, i) for i, b in enumerate(cable.blocks) for s in b.spans)
    found: dict[int, list[Note]] = {}
    at = 0
    for note in sorted((n for n in cable.notes if n.anchor is not None), key=_note_start):
        start = place_of(note).start
        while at + 1 < len(starts) and starts[at + 1][0] <= start:
            at += 1
        found.setdefault(id(cable.blocks[starts[at][1]]), []).append(note)
    return found


def _note_start(note: Note) -> int:
    return place_of(note).start


def _first(part: tuple[Span, Owner]) -> Span:
    return part[0]


def _reaches(owner: Owner, span: Span, end: int) -> bool:
    """Whether a later span of the same block (cut by a page) holds the offset."""
    return not isinstance(owner, Field) and any(s.start < end <= s.end for s in owner.spans if s > span)


def _key(m: Mention) -> tuple[int, int]:
    return m.span[0], -m.span[1]


def settle(mentions: Iterable[Mention], allowed: Allowed) -> tuple[Mention, ...]:
    """Sort mentions into a forest.

    Of two that cross, of two of which one may not stand below the other and of two alike, the one given first stays: annotators run from the
    surest to the most daring, and each gives what holds before what is held.
    """
    given = list(mentions)
    ranked = sorted(given, key=_key)
    order: dict[int, int] = {}
    kept: list[Mention] = []
    for cluster in _clusters(ranked):
        if _is_forest(cluster, allowed):
            kept += cluster
        else:
            order = order or {id(m): i for i, m in enumerate(given)}
            kept += _forest(sorted(cluster, key=lambda m: order[id(m)]), allowed)
    return tuple(kept)


def _clusters(ranked: Sequence[Mention]) -> Iterable[Sequence[Mention]]:
    """Runs of mentions that touch one another."""
    first, count = 0, len(ranked)
    while first < count:
        end, last = ranked[first][0][1], first + 1
        while last < count and ranked[last][0][0] < end:
            end = max(end, ranked[last][0][1])
            last += 1
        yield ranked[first:last]
        first = last


def _is_forest(ranked: Sequence[Mention], allowed: Allowed) -> bool:
    if len(ranked) == 1:
        return allowed((), ranked[0].kind)
    ends: list[int] = []
    kinds: list[str] = []
    for m in ranked:
        start, end = m.span
        while ends and ends[-1] <= start:
            ends.pop()
            kinds.pop()
        if (ends and ends[-1] < end) or not allowed(kinds, m.kind):
            return False
        ends.append(end)
        kinds.append(m.kind)
    return True


def _forest(given: Sequence[Mention], allowed: Allowed) -> list[Mention]:
    """The mentions of one cluster that fit together, the ones given first preferred."""
    kept: list[Mention] = []
    for m in given:
        # of equal spans the later given is tried inside, then outside
        for place in dict.fromkeys((bisect_right(kept, _key(m), key=_key), bisect_left(kept, _key(m), key=_key))):
            trial = [*kept[:place], m, *kept[place:]]
            if _is_forest(trial, allowed):
                kept = trial
                break
    return kept
