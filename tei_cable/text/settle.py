"""Overlapping mentions become a forest: sorted, nested, each inside one block or note."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from tei_cable.model import Cable, Mention, Span

Allowed = Callable[[str, str], bool]


def regions(cable: Cable) -> list[tuple[Span, object]]:
    """The spans of blocks and notes in order, each with the block or note it belongs to."""
    parts: list[tuple[Span, object]] = [(s, b) for b in cable.blocks for s in b.spans]
    parts += [(s, n) for n in cable.notes for s in n.spans]
    parts += [(f.span, f) for f in cable.fields if f.name == "citation" and f.span]
    parts.sort(key=lambda p: p[0])
    return parts


def owned(cable: Cable, mentions: Sequence[Mention]) -> dict[int, list[Mention]]:
    """Mentions by the `id()` of the block, note or citation they lie in; those that leave it are left out. Input sorted by start."""
    parts = regions(cable)
    found: dict[int, list[Mention]] = {}
    i, last = 0, len(parts) - 1
    for m in mentions:
        start, end = m.span
        while i < last and parts[i + 1][0].start <= start:
            i += 1
        if i > last:
            break
        span, owner = parts[i]
        if span.start <= start and (end <= span.end or any(o is owner and s.start < end <= s.end for s, o in parts[i + 1 :])) and start < end:
            found.setdefault(id(owner), []).append(m)
    return found


def _key(m: Mention) -> tuple[int, int]:
    return m.span.start, -m.span.end


def settle(mentions: Iterable[Mention], allowed: Allowed) -> tuple[Mention, ...]:
    """Sort mentions into a forest.

    Of two that cross, of two of which one may not stand in the other (`allowed(outer, inner)` by kind) and of two alike, the one given first
    stays: annotators run from the surest to the most daring.
    """
    given = list(mentions)
    order = {id(m): i for i, m in enumerate(given)}
    ranked = sorted(given, key=_key)
    if _is_forest(ranked, allowed):
        return tuple(ranked)
    kept: list[Mention] = []
    for cluster in _clusters(ranked):
        if len(cluster) > 1 and not _is_forest(cluster, allowed):
            cluster = _forest(sorted(cluster, key=lambda m: order[id(m)]), allowed)
        kept += cluster
    return tuple(kept)


def _clusters(ranked: Sequence[Mention]) -> Iterable[list[Mention]]:
    """Runs of mentions that touch one another."""
    cluster: list[Mention] = []
    end = 0
    for m in ranked:
        if cluster and m.span.start >= end:
            yield cluster
            cluster = []
        cluster.append(m)
        end = max(end, m.span.end)
    if cluster:
        yield cluster


def _forest(given: Sequence[Mention], allowed: Allowed) -> list[Mention]:
    """The mentions of one cluster that fit together, the ones given first preferred."""
    kept: list[Mention] = []
    for m in given:
        if all(_compatible(m, k, allowed) for k in kept):
            kept.append(m)
    kept.sort(key=_key)
    # equal spans: the outer kind first
    for i, (a, b) in enumerate(pairwise(kept)):
        if a.span == b.span and not allowed(a.kind, b.kind):
            kept[i], kept[i + 1] = b, a
    return _prune(kept, allowed)


def _is_forest(ranked: Sequence[Mention], allowed: Allowed) -> bool:
    stack: list[Mention] = []
    for m in ranked:
        start, end = m.span
        while stack and stack[-1].span.end <= start:
            stack.pop()
        if stack and (stack[-1].span.end < end or not allowed(stack[-1].kind, m.kind)):
            return False
        stack.append(m)
    return True


def _compatible(a: Mention, b: Mention, allowed: Allowed) -> bool:
    (s, e), (x, y) = a.span, b.span
    if e <= x or y <= s:
        return True
    if (s, e) == (x, y):
        return allowed(a.kind, b.kind) or allowed(b.kind, a.kind)
    if s <= x and y <= e:
        return allowed(a.kind, b.kind)
    if x <= s and e <= y:
        return allowed(b.kind, a.kind)
    return False


def _prune(ranked: Sequence[Mention], allowed: Allowed) -> list[Mention]:
    """Drop what still does not fit where it stands: three or more on one span, a child left without its parent."""
    kept: list[Mention] = []
    stack: list[Mention] = []
    for m in ranked:
        while stack and stack[-1].span.end <= m.span.start:
            stack.pop()
        if not stack or (m.span.end <= stack[-1].span.end and allowed(stack[-1].kind, m.kind)):
            stack.append(m)
            kept.append(m)
    return kept
