"""What a cable says, without where its text lies: what TEI holds, in a form that compares."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from tei_cable.model import Block, Cable, Note, Span
from tei_cable.tei.names import EMPTY
from tei_cable.text.layout import squeeze
from tei_cable.text.settle import owned


def facts(cable: Cable) -> dict[str, Any]:
    """Fields by name, blocks and notes with their words and mentions, entities."""
    owners = owned(cable, cable.mentions)
    gone = [m.span for m in cable.mentions if m.kind in EMPTY] + [n.marker for n in cable.notes if n.marker]
    letters: dict[str, int] = {}

    def words(span: Span, spans: Sequence[Span]) -> str:
        keep, pos = [], span.start
        cuts = [*gone, *(Span(a.end, b.start) for a, b in pairwise(spans))]
        for cut in sorted(cuts):
            if span.start <= cut.start and cut.end <= span.end and cut.start >= pos:
                keep += [cable.source.text[pos : cut.start], "" if cut in gone else " "]
                pos = cut.end
        return squeeze("".join([*keep, cable.source.text[pos : span.end]]))

    def inner(part: Block | Note) -> list[Any]:
        return [
            (m.kind, m.ref, dict(m.attrs), m.cert, "" if m.kind in EMPTY else words(m.span, part.spans)) for m in owners.get(id(part), [])
        ]

    def whole(part: Block | Note) -> str:
        return words(Span(part.spans[0].start, part.spans[-1].end), part.spans)

    def before(note: Note) -> str | None:
        if note.anchor is None:
            return None
        at = note.marker.start if note.marker else note.anchor
        home = max((b for b in cable.blocks if b.spans[0].start <= at), key=lambda b: max(s.start for s in b.spans if s.start <= at))
        return words(Span(home.spans[0].start, at), home.spans)

    return {
        "lang": cable.lang,
        "sha256": cable.source.sha256,
        "fields": sorted(((f.name, squeeze(f.value), dict(f.attrs)) for f in cable.fields), key=lambda f: f[0].partition("/")[0]),
        "blocks": [
            (
                b.kind,
                dict(b.attrs),
                letters.setdefault(b.within, len(letters)) if b.within else None,
                "" if b.kind == "pb" else whole(b),
                [] if b.kind == "pb" else inner(b),
            )
            for b in cable.blocks
        ],
        "notes": [(n.n, n.kind, n.place, n.cert, n.resp, before(n), whole(n), inner(n)) for n in sorted(cable.notes, key=_order)],
        "entities": sorted(cable.entities, key=lambda e: e.id),
    }


def _order(n: Note) -> tuple[bool, int]:
    return n.anchor is None, (n.marker.start if n.marker else n.anchor or 0)


