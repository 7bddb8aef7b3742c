"""Notes and their markers, aligned over the whole document.

The numbers come in order, each once. Every place where a marker may stand is a candidate with a cost; the cheapest reading in which the
markers stand in the order of the notes is taken. A number that can only be wrong ("6106-611110") is where a marker may have been lost.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from tei_cable.model import Code, Diagnostic, Mention, Note, Severity, Span
from tei_cable.text.alignment import Candidate, cheapest
from tei_cable.text.layout import phrase
from tei_cable.text.notetexts import Apart, NoteText, is_source

LOST = Code("N001", "lost-marker", Severity.WARNING)
UNPLACED = Code("N002", "unplaced-note", Severity.WARNING)
ORPHAN = Code("N003", "marker-without-note", Severity.WARNING)
TWICE = Code("N004", "note-number-twice", Severity.WARNING)
SUSPECT = Code("N005", "suspect-number", Severity.WARNING)

_RANGE = re.compile(r"(?<![\w/.,-])(\d{3,6})([-\u2013])(\d{4,10})(?![\w-])")
_CORRECTED = re.compile(r"\d\s$")
# Costs of a reading: a marker after a blank, one that may correct a number ("29 [28] April"), a note without any.
_APART, _CORRECTS, _ABSENT = 1.0, 4.0, 10.0
# The most by which the second number of a range of telegrams exceeds the first; the most pairs of one number that are weighed.
_LONGEST_RANGE, _MOST_PAIRS = 60, 400
# By how much the number of a marker without a note may exceed the last note's.
_BEYOND = 3


class Anomaly(NamedTuple):
    """A range of numbers whose end has digits too many: `corr` is what is left without them, `surplus` is where they stand."""

    span: Span
    surplus: Span
    corr: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """The notes with their places, the mentions that belong to it (`sic`, `ref`), and what was noticed."""

    notes: tuple[Note, ...] = ()
    mentions: tuple[Mention, ...] = ()
    found: tuple[Diagnostic, ...] = ()


def align(text: str, apart: Apart, head: Span | None = None) -> Alignment:
    """Find for each note the place in the body where it attaches; a source note belongs to the heading `head`."""
    body, marks, texts = apart.body, apart.marks, apart.notes
    numbers = [text[m.start + 1 : m.end - 1] for m in marks]
    wanted = [t.n for t in texts]
    found = [TWICE.at(t.label, f"A second note has the number {t.n}.", "See whether a number is misprinted.") for t in _repeated(texts, wanted)]
    if numbers == wanted:
        made = [Note(t.n, m.start, t.spans, m, t.label, _kind(text, t)) for t, m in zip(texts, marks, strict=True)]
        return Alignment(tuple(made), (), tuple(found))
    notes = [Note(t.n, None, t.spans, None, t.label, _kind(text, t)) for t in texts]
    chosen = _by_marker(text, notes, marks, numbers)
    placed = [replace(n, anchor=m.start, marker=m) if (m := chosen.get(i)) else n for i, n in enumerate(notes)]
    mentions: list[Mention] = []
    _lost(text, body, head, placed, mentions, found)
    used = set(chosen.values())
    highest = max((int(n) for n in wanted if n.isdigit()), default=0) + _BEYOND
    for mark, n in zip(marks, numbers, strict=True):
        if mark in used or not _is_orphan(text, mark, n, highest):
            continue
        mentions.append(Mention(mark, "ref", attrs={"type": "noteMarker", "n": n}))
        found.append(ORPHAN.at(mark, f"There is no note for the marker [{n}].", "See whether the text of the note was left out."))
    # in the order of the document, those that stand after the text last
    placed.sort(key=lambda n: (n.anchor is None, n.anchor or 0))
    return Alignment(tuple(placed), tuple(mentions), tuple(found))


def _kind(text: str, note: NoteText) -> str:
    return "source" if is_source(text, note) else ""


def _repeated(texts: Sequence[NoteText], numbers: Sequence[str]) -> list[NoteText]:
    if len(set(numbers)) == len(numbers):
        return []
    first = {n: i for i, n in reversed(list(enumerate(numbers)))}
    return [t for i, t in enumerate(texts) if first[t.n] < i]


def _by_marker(text: str, notes: Sequence[Note], marks: Sequence[Span], numbers: Sequence[str]) -> dict[int, Span]:
    """The marker of each note (by its index) in the cheapest reading; one that is out of order but the only one of its number counts too."""
    by_number: dict[str, list[Span]] = {}
    for mark, n in zip(marks, numbers, strict=True):
        by_number.setdefault(n, []).append(mark)
    same: dict[str, list[int]] = {}
    for i, note in enumerate(notes):
        same.setdefault(note.n, []).append(i)
    candidates = []
    for n, items in same.items():
        spans = by_number.get(n, [])
        pairs = zip(items, spans, strict=False) if len(items) * len(spans) > _MOST_PAIRS else ((i, s) for i in items for s in spans)
        candidates += [Candidate(s.start, i, _cost(text, s)) for i, s in pairs]
    at = {m.start: m for m in marks}
    chosen = {i: at[c.at] for i, c in cheapest(candidates, len(notes), _ABSENT).items()}
    used = set(chosen.values())
    for n, items in same.items():
        free = (s for s in by_number.get(n, ()) if s not in used and _cost(text, s) < _CORRECTS)
        chosen |= dict(zip((i for i in items if i not in chosen), free, strict=False))
    return chosen


def _cost(text: str, mark: Span) -> float:
    if not text[mark.start - 1 : mark.start].isspace():
        return 0.0
    return _CORRECTS if _CORRECTED.search(text[max(0, mark.start - 2) : mark.start]) else _APART


def _lost(text: str, body: Sequence[Span], head: Span | None, notes: list[Note], mentions: list[Mention], found: list[Diagnostic]) -> None:
    """Place the notes that have no marker: a source note at the heading, others where a number can only be wrong, as many as there are such."""
    end = body[-1].end if body else 0
    anomalies = _anomalies(text, body) if any(n.anchor is None for n in notes) else []
    starts = [a.span.start for a in anomalies]
    i = 0
    while i < len(notes):
        group = i
        while i < len(notes) and notes[i].anchor is None:
            i += 1
        if group == i:
            i += 1
            continue
        if notes[group].kind == "source" and group == 0 and head:
            _place(text, notes, group, Anomaly(head, Span(head.end, head.end), ""), mentions, found)
            group += 1
        low, high = (notes[group - 1].anchor or 0) if group else 0, (notes[i].anchor or 0) if i < len(notes) else end
        near = anomalies[bisect_left(starts, low) : bisect_left(starts, high)]
        for k in range(group, i):
            _place(text, notes, k, near[k - group] if len(near) == i - group else None, mentions, found)


def _place(text: str, notes: list[Note], k: int, where: Anomaly | None, mentions: list[Mention], found: list[Diagnostic]) -> None:
    """Put note `k` of `notes`, whose marker is lost, at an anomaly, or nowhere."""
    note = notes[k]
    label = note.label or note.spans[0]
    if where is None:
        message = f"Note {note.n} has no marker in the text, and nothing shows where it belongs; it stands after the text."
        found.append(UNPLACED.at(label, message, "Place it by hand."))
    elif text[where.surplus.start : where.surplus.end] == note.n:
        notes[k] = replace(note, anchor=where.surplus.start, marker=where.surplus, cert="medium")
        found.append(LOST.at(label, f"The marker of note {note.n} stands glued to the number {where.corr}.", "Check the place."))
    else:
        notes[k] = replace(note, anchor=where.span.end, cert="medium")
        words = phrase(text, *where.span)[-40:]
        found.append(LOST.at(label, f"Note {note.n} has no marker in the text; it was placed after “{words}”.", "Check the place."))
        if where.corr:
            mentions.append(Mention(where.span, "sic", attrs={"corr": where.corr}, cert="medium", evidence="the range ends in too many digits"))
            found.append(SUSPECT.at(where.span, f"This number cannot be right; {where.corr} was probably meant.", "Check it against the source."))


def _anomalies(text: str, body: Sequence[Span]) -> list[Anomaly]:
    """Ranges whose second number is longer than the first and follows it closely once cut to its length."""
    found = []
    for span in body:
        for m in _RANGE.finditer(text, *span):
            first, cut = m[1], m[3][: len(m[1])]
            if len(m[3]) > len(first) and 0 < int(cut) - int(first) <= _LONGEST_RANGE:
                found.append(Anomaly(Span(*m.span()), Span(m.start(3) + len(first), m.end()), f"{first}{m[2]}{cut}"))
    return found


def _is_orphan(text: str, mark: Span, n: str, highest: int) -> bool:
    """Whether a bracketed number that no note claims is a marker all the same: glued to its word, and not above `highest`."""
    if not n.isdigit() or len(n) > 3 or _cost(text, mark) or mark.start == 0 or text[mark.start - 1] in '[(\u201c"':
        return False
    return int(n) <= highest
