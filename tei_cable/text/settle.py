"""Overlapping mentions become a forest: sorted, nested, each inside one block or note."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter

from tei_cable.model import Block, Cable, Field, Mention, Note, Span

# Whether a mention of the kind given last may stand below mentions of the other kinds, outermost first.
Allowed = Callable[[Sequence[str], str], bool]
_FURNITURE = ("fw", "pb")
_SPAN = itemgetter(0)
Owner = Block | Note | Field


def regions(cable: Cable) -> list[tuple[Span, Owner]]:
    """The spans of blocks, notes and the citation in order, each with what it belongs to; page furniture holds no names."""
    parts: list[tuple[Span, Owner]] = [(s, b) for b in cable.blocks if not b.kind.endswith(_FURNITURE) for s in b.spans]
    parts += [(s, n) for n in cable.notes for s in n.spans]
    parts += [(f.span, f) for f in cable.fields if f.name == "citation" and f.span]
    parts.sort(key=_SPAN)
    return parts


def owned(cable: Cable, mentions: Sequence[Mention]) -> dict[int, list[Mention]]:
    """Mentions by the `id()` of the block, note or citation they lie in; those that leave it are left out. Input sorted by start."""
    if not mentions:
        return {}
    parts = regions(cable)
    starts = [m[0][0] for m in mentions]
    edges = [bisect_left(starts, span[0]) for span, _ in parts]
    found: dict[int, list[Mention]] = {}
    for (span, owner), first, last in zip(parts, edges, [*edges[1:], len(starts)], strict=True):
        stop = span[1]
        inside = [m for m in mentions[first:last] if m[0][0] < (end := m[0][1]) and (end <= stop or _reaches(owner, span, end))]
        if inside:
            found.setdefault(id(owner), []).extend(inside)
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
    alone = {kind for kind in {m[1] for m in given} if allowed((), kind)}
    kept: list[Mention] = []
    for cluster in _clusters(given):
        if len(cluster) == 1:
            m = given[cluster[0]]
            if m[1] in alone:
                kept.append(m)
            continue
        cluster.sort()
        found = [given[i] for i in cluster]
        a, b = found[0], found[-1]
        if len(found) == 2 and a[0] == b[0] and a[1] in alone:
            # the later given inside, else outside; most that touch are such pairs
            kept += (a, b) if allowed((a[1],), b[1]) else (b, a) if b[1] in alone and allowed((b[1],), a[1]) else (a,)
        else:
            kept += _forest(found, allowed)
    return tuple(kept)


def _clusters(given: Sequence[Mention]) -> list[list[int]]:
    """Runs of mentions that touch one another, by their places among those given; most are one alone."""
    runs: list[list[int]] = []
    starts = [m[0][0] for m in given]
    reach = -1
    for i in sorted(range(len(given)), key=starts.__getitem__):
        start, end = starts[i], given[i][0][1]
        if start < reach:
            runs[-1].append(i)
            reach = max(reach, end)
        else:
            runs.append([i])
            # one without words touches what begins with it
            reach = end if end > start else start + 1
    return runs


def _is_forest(ranked: Sequence[Mention], allowed: Allowed) -> bool:
    ends: list[int] = []
    kinds: list[str] = []
    for m in ranked:
        (start, end), kind = m[0], m[1]
        while ends and ends[-1] <= start:
            ends.pop()
            kinds.pop()
        if (ends and ends[-1] < end) or not allowed(kinds, kind):
            return False
        ends.append(end)
        kinds.append(kind)
    return True


def _forest(given: Sequence[Mention], allowed: Allowed) -> list[Mention]:
    """The mentions of one cluster that fit together, the ones given first preferred."""
    ranked = sorted(given, key=_key)
    if _is_forest(ranked, allowed):
        return ranked
    kept: list[Mention] = []
    for m in given:
        # of equal spans the later given is tried inside, then outside
        key = _key(m)
        inside, outside = bisect_right(kept, key, key=_key), bisect_left(kept, key, key=_key)
        for place in (inside, outside) if outside < inside else (inside,):
            trial = [*kept[:place], m, *kept[place:]]
            if _is_forest(trial, allowed):
                kept = trial
                break
    return kept
