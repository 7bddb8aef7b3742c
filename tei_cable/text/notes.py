"""Notes and their markers, aligned over the whole document.

The numbers come in order, each as often as it is printed. Every place where a marker may stand is a candidate with a cost (`markers`,
`glued`); the cheapest reading in which the markers stand in the order of the notes is taken. A number that can only be wrong ("6106-611110")
is where a marker may have been lost; words that a note repeats say where one that is lost stood.
"""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tei_cable.model import Code, Diagnostic, Mention, Note, Severity, Span
from tei_cable.text.evidence import Clues
from tei_cable.text.findings import LOST, ORPHAN, TWICE, UNPLACED
from tei_cable.text.layout import phrase
from tei_cable.text.leftover import leftovers
from tei_cable.text.lostmarkers import Refuge, anomalies, refuges
from tei_cable.text.markers import Marker, bracket_cost
from tei_cable.text.notelists import NoteText, is_source
from tei_cable.text.notetexts import Apart

SUSPECT = Code("N005", "suspect-number", Severity.WARNING)
DOUBTFUL = Code("N016", "doubtful-marker", Severity.WARNING)
LEFT_OVER = Code("N017", "left-over-digit", Severity.INFO)

# By how much the number of a marker without a note may exceed the last note's.
_BEYOND = 3
# What a doubtful marker costs, or by how little it is cheaper than another: above and below this the doubt is small, and grave.
_DEAR, _CLOSE = (1.9, 4.0), (1.2, 0.6)


@dataclass(frozen=True, slots=True)
class Alignment:
    """The notes with their places, the mentions that belong to it (`sic`, `ref`), and what was noticed."""

    notes: tuple[Note, ...] = ()
    mentions: tuple[Mention, ...] = ()
    found: tuple[Diagnostic, ...] = ()


def align(text: str, apart: Apart, head: Span | None = None) -> Alignment:
    """Find for each note the place in the body where it attaches; a source note belongs to the heading `head`."""
    marks, texts = apart.marks, apart.notes
    again = _repeated(texts, apart.pages)
    found = [TWICE.at(_where(t), f"A second note has the number {t.n}.", "See whether a number is misprinted.") for t in again]
    if apart.markers is None:
        made = [Note(t.n, m.start, t.spans, m, t.label, _kind(text, t)) for t, m in zip(texts, marks, strict=True)]
        return Alignment(tuple(made), (), tuple(found))
    suspects = anomalies(text, apart.body) if len(apart.markers) < len(texts) or any(m.cost > _DEAR[1] for m in apart.markers.values()) else []
    # a number that cannot be right says more than the dearest markers
    markers = {i: m for i, m in apart.markers.items() if m.cost < _DEAR[1] or not suspects}
    notes = [_noted(text, t, markers.get(i), found) for i, t in enumerate(texts)]
    mentions: list[Mention] = []
    _lost(text, apart, head, notes, suspects, mentions, found)
    _orphans(text, marks, notes, mentions, found)
    for mark, n in leftovers(text, apart.body, notes):
        words = phrase(text, max(0, mark.start - 25), mark.start)
        message = f"The {n} after “{words}” looks like the marker of a note {n}, and there is none."
        found.append(LEFT_OVER.at(mark, message, "See whether the text of the note was left out."))
    # in the order of the document, those that stand after the text last
    notes.sort(key=lambda n: (n.anchor is None, n.anchor or 0))
    return Alignment(tuple(notes), tuple(mentions), tuple(found))


def _where(note: NoteText) -> Span:
    return note.label or note.spans[0]


def _kind(text: str, note: NoteText) -> str:
    return "source" if is_source(text, note) else ""


def _repeated(texts: Sequence[NoteText], pages: Collection[int]) -> list[NoteText]:
    """The notes with a number that one before has; on each page (`pages`: with which note it begins) the numbers may begin anew."""
    seen: set[str] = set()
    again = []
    for i, t in enumerate(texts):
        if i in pages:
            seen.clear()
        if t.n in seen:
            again.append(t)
        seen.add(t.n)
    return again


def _noted(text: str, note: NoteText, marker: Marker | None, found: list[Diagnostic]) -> Note:
    """The note with its marker; a doubtful one is reported."""
    made = Note(note.n, None, note.spans, None, note.label, _kind(text, note))
    if marker is None:
        return made
    cert = _cert(marker)
    before = phrase(text, max(0, marker.span.start - 25), marker.span.start)
    if cert and before[-1:].isdigit():
        found.append(LOST.at(marker.span, f"The marker of note {note.n} seems to stand glued to the number, after “{before}”.", "Check the place."))
    elif cert:
        found.append(DOUBTFUL.at(marker.span, f"This was read as the marker of note {note.n}, after “{before}”; it is not sure.", "Check the place."))
    return made._replace(anchor=marker.span.start, marker=marker.span, cert=cert)


def _cert(marker: Marker) -> str:
    """How sure a marker is: nothing, "medium" or "low"."""
    dear, close = marker.cost, marker.margin
    if dear < _DEAR[0] and close > _CLOSE[0]:
        return ""
    return "medium" if dear < _DEAR[1] and close > _CLOSE[1] else "low"


def _lost(
    text: str,
    apart: Apart,
    head: Span | None,
    notes: list[Note],
    suspects: Sequence[Refuge],
    mentions: list[Mention],
    found: list[Diagnostic],
) -> None:
    """Place the notes that have no marker: a source note at the heading, others where numbers or words say, as many as there are such."""
    if not (notes and apart.body) or all(n.anchor is not None for n in notes):
        return
    end = max((s.end for s in apart.body if s.end <= notes[0].spans[0].start), default=apart.body[-1].end)
    starts = [a.span.start for a in suspects]
    clues = Clues(text, apart.body, apart.notes)
    if notes[0].anchor is None and notes[0].kind == "source" and head:
        _place(text, notes, 0, Refuge(head, "medium"), mentions, found)
    i = 0
    while i < len(notes):
        group = i
        while i < len(notes) and notes[i].anchor is None:
            i += 1
        low, high = (notes[group - 1].anchor or 0) if group else apart.body[0].start, (notes[i].anchor or 0) if i < len(notes) else end
        near: Sequence[Refuge | None] = suspects[bisect_left(starts, low) : bisect_left(starts, high)]
        if len(near) != i - group:
            near = _together(near, list(refuges(text, Span(low, max(low, high)), range(group, i), clues)))
        for k, refuge in enumerate(near, group):
            _place(text, notes, k, refuge, mentions, found)
        i = max(i, group + 1)


def _together(suspects: Sequence[Refuge | None], worded: list[Refuge | None]) -> list[Refuge | None]:
    """The places that the words of the notes tell; numbers that cannot be right are those of the others, when they are as many and in order."""
    left = iter(suspects)
    made = [w or next(left, None) for w in worded]
    starts = [r.span.start for r in made if r]
    return made if worded.count(None) == len(suspects) and starts == sorted(starts) else worded


def _place(text: str, notes: list[Note], k: int, where: Refuge | None, mentions: list[Mention], found: list[Diagnostic]) -> None:
    """Put note `k` of `notes`, whose marker is lost, at a place, or nowhere."""
    note = notes[k]
    label = note.label or note.spans[0]
    if where is None:
        message = f"Note {note.n} has no marker in the text, and nothing shows where it belongs; it stands after the text."
        found.append(UNPLACED.at(label, message, "Place it by hand."))
        return
    notes[k] = note._replace(anchor=where.span.end, cert=where.cert)
    words = phrase(text, *where.span)[-40:]
    found.append(LOST.at(label, f"Note {note.n} has no marker in the text; it was placed after “{words}”.", "Check the place."))
    if where.corr:
        mentions.append(Mention(where.span, "sic", attrs={"corr": where.corr}, cert="medium", evidence="the range ends in too many digits"))
        found.append(SUSPECT.at(where.span, f"This number cannot be right; {where.corr} was probably meant.", "Check it against the source."))


def _orphans(text: str, marks: Sequence[Span], notes: Sequence[Note], mentions: list[Mention], found: list[Diagnostic]) -> None:
    """Bracketed numbers that no note claims and that are markers all the same."""
    used = {n.marker for n in notes}
    highest = max((int(n.n) for n in notes if n.n.isdigit()), default=0) + _BEYOND
    for mark in marks:
        n = text[mark.start + 1 : mark.end - 1]
        if mark not in used and _is_orphan(text, mark, n, highest):
            mentions.append(Mention(mark, "ref", attrs={"type": "noteMarker", "n": n}))
            found.append(ORPHAN.at(mark, f"There is no note for the marker [{n}].", "See whether the text of the note was left out."))


def _is_orphan(text: str, mark: Span, n: str, highest: int) -> bool:
    """Whether a number is glued to its word, and not above `highest`."""
    if not n.isdigit() or len(n) > 3 or bracket_cost(text, mark) or mark.start == 0 or text[mark.start - 1] in '[(\u201c"':
        return False
    return int(n) <= highest
