"""Is every character of the source in the TEI? The check that runs on every conversion.

Two halves: the spans of the cable cover the source (`uncovered`), and the text of the TEI is the text of those spans (`difference`). `verify`
does without the cable: it holds a TEI file against a source, whoever made it.
"""

from lxml import etree

from tei_cable.model import Cable, Mention, Note, Span
from tei_cable.tei.names import CHOICES, EMPTY
from tei_cable.text.settle import owned


def uncovered(cable: Cable) -> list[Span]:
    """What no block, note, marker, label, field or piece of furniture of the cable covers, white space aside."""
    text = cable.source.text
    spans = [s for b in cable.blocks for s in b.spans]
    for n in cable.notes:
        spans += n.spans
        spans += [s for s in (n.marker, n.label) if s]
    spans += [f.span for f in cable.fields if f.span]
    spans += [f.span for f in cable.furniture]
    spans.sort()
    found, pos = [], 0
    for start, end in [*spans, (len(text), len(text))]:
        if start > pos and (gap := text[pos:start]) and not gap.isspace():
            found.append(Span(pos + len(gap) - len(gap.lstrip()), pos + len(gap.rstrip())))
        pos = max(pos, end)
    return found


def difference(cable: Cable, root: etree._Element) -> tuple[str, str] | None:
    """Where the text of the TEI departs from that of the cable's spans: what was wanted and what stands there, or None."""
    element = root.find("{*}text")
    got = "" if element is None else " ".join(etree.tostring(element, method="text", encoding="unicode").split())
    want = " ".join(" ".join(expected(cable)).split())
    if got == want:
        return None
    at = next((i for i, (a, b) in enumerate(zip(want, got, strict=False)) if a != b), min(len(want), len(got)))
    return want[max(0, at - 20) : at + 40], got[max(0, at - 20) : at + 40]


def expected(cable: Cable) -> list[str]:
    """The text of each block, its notes where they attach, then the notes that attach nowhere."""
    text = cable.source.text
    mentions = owned(cable, [m for m in cable.mentions if m.kind in EMPTY or m.kind in CHOICES])
    starts = sorted((s.start, id(b)) for b in cable.blocks for s in b.spans)
    notes: dict[int, list[Note]] = {}
    at = 0
    for n in sorted((n for n in cable.notes if n.anchor is not None), key=_anchor):
        while at + 1 < len(starts) and starts[at + 1][0] <= _anchor(n):
            at += 1
        notes.setdefault(starts[at][1], []).append(n)

    def flow(spans: tuple[Span, ...], owner: int) -> str:
        events: list[tuple[int, int, str]] = [
            (_anchor(n), n.marker.end if n.marker else _anchor(n), flow(n.spans, id(n))) for n in notes.get(owner, ())
        ]
        for m in mentions.get(owner, ()):
            events.append((m.span.start, m.span.end, "") if m.kind in EMPTY else (m.span.end, m.span.end, _added(m)))
        events.sort()
        out, pos = [], spans[0].start
        gaps = [(a.end, b.start, " ") for a, b in zip(spans, spans[1:], strict=False)]
        for start, end, words in sorted(events + gaps) if gaps else events:
            if end >= pos:
                out += [text[pos:start], words]
                pos = end
        out.append(text[pos : spans[-1].end])
        return "".join(out)

    blocks = [flow(b.spans, id(b)) for b in cable.blocks if b.kind != "pb"]
    return blocks + [flow(n.spans, id(n)) for n in cable.notes if n.anchor is None]


def _anchor(n: Note) -> int:
    return n.marker.start if n.marker else n.anchor or 0


def _added(m: Mention) -> str:
    return m.attrs[CHOICES[m.kind]]
