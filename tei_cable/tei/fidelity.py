"""Is every character of the source in the TEI? The check that runs on every conversion.

Two halves: the spans of the cable cover the source (`uncovered`), and the text of the TEI is the text of those spans (`difference`). `verify`
does without the cable: it holds a TEI file against a source, whoever made it.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise, zip_longest

from lxml import etree

from tei_cable.model import Block, Cable, Mention, Note, Span
from tei_cable.tei.names import CHOICES, EMPTY
from tei_cable.text.layout import squeeze
from tei_cable.text.settle import attached, owned, place_of

# Mentions that change the text.
_CHANGED = EMPTY | CHOICES.keys()


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
    # `build` puts each block on a line of its own
    lines = "" if element is None else etree.tostring(element, method="text", encoding="unicode")
    got = [squeeze(line) for line in lines.split("\n") if line and not line.isspace()]
    want = [text for text in expected(cable) if text]
    if got == want:
        return None
    a, b = next(((a, b) for a, b in zip_longest(want, got, fillvalue="") if a != b))
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[max(0, at - 20) : at + 40], b[max(0, at - 20) : at + 40]


def expected(cable: Cable) -> list[str]:
    """The text of each block with its notes where they attach, then the notes that attach nowhere."""
    changed = owned(cable, [m for m in cable.mentions if m[1] in _CHANGED])
    notes = attached(cable)
    text = cable.source.text
    blocks = [_flow(text, b, changed, notes.get(id(b), ())) for b in cable.blocks if b.kind != "pb"]
    return blocks + [_flow(text, n, changed) for n in cable.notes if n.anchor is None]


def _flow(text: str, part: Block | Note, changed: Mapping[int, Sequence[Mention]], notes: Sequence[Note] = ()) -> str:
    """The text of a block or note with the `notes` in it, after what mentions (`changed`, by the part that holds them) add and take away."""
    spans, mentions = part.spans, changed.get(id(part), ())
    if not notes and not mentions and len(spans) == 1:
        return squeeze(text[spans[0].start : spans[0].end])
    events = [(*place_of(n), _flow(text, n, changed)) for n in notes]
    events += [(m.span.start, m.span.end, "") if m.kind in EMPTY else (m.span.end, m.span.end, _added(m)) for m in mentions]
    events += [(a.end, b.start, " ") for a, b in pairwise(spans)]
    out, pos = [], spans[0].start
    for start, end, words in sorted(events):
        if end >= pos:
            out += [text[pos:start], words]
            pos = end
    out.append(text[pos : spans[-1].end])
    return squeeze("".join(out))


def _added(m: Mention) -> str:
    return m.attrs[CHOICES[m.kind]]
