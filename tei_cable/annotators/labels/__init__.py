"""Labels: the printed number of a paragraph, and numbered lists inside paragraphs."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence

from tei_cable.annotators import Annotation
from tei_cable.annotators.labels.lists import FIRST, lists
from tei_cable.annotators.labels.series import Number, after, at
from tei_cable.authority.scene import Scene
from tei_cable.model import Block, Cable, Mention, Span
from tei_cable.text.layout import places
from tei_cable.text.veil import veiled


class Labels:
    """Looks at the start of each paragraph, and for series inside it."""

    needs: frozenset[str] = frozenset()
    gives = frozenset({"label", "list", "item"})
    cues: tuple[str, ...] = ()

    def annotate(self, cable: Cable, scene: Scene) -> Annotation:
        """The cable with its labels and lists; a labelled paragraph gets its number as `n`."""
        text = scene.text
        told = {m.span.start: m.span.end for m in cable.mentions if m.kind == "label"}
        found = [(i, *x) for i, b in enumerate(cable.blocks) if b.kind == "p" and (x := _number(text, b, told))]
        counting = _counting([label for _, _, label in found])
        blocks = list(cable.blocks)
        mentions: list[Mention] = []
        for i, start, label in found:
            if label in counting:
                old = blocks[i]
                blocks[i] = Block(old.kind, old.spans, {**old.attrs, "n": label.n}, old.within)
                mentions.append(Mention(Span(start, label.end), "label"))
        mentions += _lists(cable, {m.span.start for m in mentions})
        return Annotation(cable._replace(blocks=tuple(blocks), mentions=(*cable.mentions, *mentions)) if mentions else cable)


def _number(text: str, block: Block, told: Mapping[int, int]) -> tuple[int, Number] | None:
    """The label at the start of a paragraph, after the telegram's own number."""
    start, end = block.spans[0]
    if start in told:
        start = told[start]
        while start < end and text[start].isspace():
            start += 1
    if start in told or not (")" in text[start : start + 6] or "." in text[start + 1 : start + 6]):
        return None
    label = at(text, start, end)
    return (start, label) if label else None


def _counting(labels: Sequence[Number]) -> Collection[Number]:
    """Those labels that count paragraphs: their form says so, or their neighbours in the series are there too.

    "U. Alexis Johnson" and the number of a telegram ("97. …") look like labels and stand alone.
    """
    unsure = [x for x in labels if not x.sure and x.n != "1"]
    there = {(x.style, x.n) for x in labels} if unsure else set()
    due = {(x.style, n) for x in labels for n in after(x.n)} if unsure else set()
    lonely = {x for x in unsure if (x.style, x.n) not in due and not any((x.style, n) in there for n in after(x.n))}
    return {x for x in labels if x not in lonely}


def _lists(cable: Cable, labelled: Collection[int]) -> Iterable[Mention]:
    """The mentions of the lists in all paragraphs."""
    text = veiled(cable.source.text, cable.notes)
    starts = [at for at in places(text, ")") if text[at - 1] in FIRST]
    others = sorted(m.span for m in cable.mentions) if starts else []
    for block in cable.blocks if starts else ():
        span = block.spans[0]
        i = bisect_left(starts, span.start)
        if block.kind == "p" and i < len(starts) and starts[i] < span.end:
            near = others[bisect_left(others, span) : bisect_left(others, (span.end, 0))]
            for found in lists(text, span):
                if _is_clear(found, labelled, near):
                    yield from found


def _is_clear(found: Sequence[Mention], labelled: Collection[int], others: Sequence[Span]) -> bool:
    """Whether a list crosses nothing and does not begin with the paragraph's own label."""
    (start, end), edges = found[0].span, {at for m in found if m.kind != "label" for at in m.span}
    inside = [s for s in others if s.start < end and s.end > start]
    return start not in labelled and not any(a < at < b for a, b in inside for at in edges)


part = Labels()
