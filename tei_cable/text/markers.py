"""Where markers of notes may stand in a text, and what each place costs.

A cost is about the negative logarithm of the odds that a number standing so is a marker, as counted in telegrams whose markers are known.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tei_cable.model import Span
from tei_cable.text.alignment import Candidate, cheapest, margins
from tei_cable.text.evidence import Clues
from tei_cable.text.glued import glued
from tei_cable.text.notelabels import RAISED, SIGNS, SUPERSCRIPTS
from tei_cable.text.notelists import NoteText
from tei_cable.text.regex import regex

_BRACKETED = regex(rf"\[\^?([0-9]{{1,5}}[a-z]?|[a-z]|[{SIGNS}]{{1,3}})\]")
_SUPERSCRIPT = regex(f"[{RAISED}]+")
_ROUND = regex(r"\(([0-9]{1,3}|[a-z])\)")
_SIGN = regex(rf"[{SIGNS}]{{1,3}}")
_LETTER = regex(r"(?<=[.,;:)\]\u201d\"])([a-z])(?=[\s.,;:)]|$)")
# The line that a teletype prints at the head of each page.
_FURNITURE = regex(r"[^\S\n]*PAGE\s+[0-9]")
_CORRECTED = regex(r"\d\s$")
_UNIT = regex(r"\b[kcd]?m$")
# Costs: a marker after a blank, one that may correct a number ("29 [28] April"), one in round brackets, an exponent; what is not of the
# form that most have; a source note away from the heading.
APART, CORRECTS, ROUND, EXPONENT, ODD, ASTRAY = 1.0, 4.0, 0.5, 3.0, 2.0, 5.0
# A reading without the marker of a note costs this: dearer places are none.
ABSENT = 5.5
# Places that cost less may be right; one in round brackets between two words; forms that nothing but a marker has.
_DOUBTFUL, _INSIDE = 4.0, 1.5
_PLAIN = ("bracketed", "superscript")
# Characters of a heading; the notes of one number that are looked for.
_FRONT, _MANY = 600, 12


class Place(NamedTuple):
    """A place where the marker of note `item` (its index) may stand, with those of the notes after it when they share it ("12" for 1 and 2)."""

    spans: tuple[Span, ...]
    item: int
    cost: float
    form: str


_Wanted = dict[str, list[int]]
_Finder = Callable[[str, Span, _Wanted], Iterator[Place]]


class Marker(NamedTuple):
    """The marker found for a note, its cost, and what the next best reading costs more."""

    span: Span
    cost: float
    margin: float
    form: str


def marked(text: str, body: Sequence[Span], notes: Sequence[NoteText]) -> dict[int, Marker]:
    """The markers of the notes, by index, in the cheapest reading of the whole text in which they stand in order."""
    found = places(text, body, notes, Clues(text, body, notes))
    by_candidate = {Candidate(p.spans[0].start, p.item, p.cost, len(p.spans) - 1): p for p in found}
    candidates = list(by_candidate)
    chosen = cheapest(candidates, len(notes), ABSENT)
    doubtful = sum(c.cost < _DOUBTFUL for c in candidates) > len(chosen) or any(c.cost >= APART for c in chosen.values())
    sure = margins(candidates, len(notes), ABSENT, chosen) if doubtful else {}
    made: dict[int, Marker] = {}
    end = 0
    for i in sorted(chosen):
        place = by_candidate[chosen[i]]
        span = place.spans[i - place.item]
        if span.start >= end:
            made[i] = Marker(span, place.cost, sure.get(i, ABSENT), place.form)
            end = span.end
    return _unordered(found, made)


def _unordered(found: Sequence[Place], made: dict[int, Marker]) -> dict[int, Marker]:
    """With the markers that are out of order, but plain and free."""
    used = {m.span for m in made.values()}
    for p in found:
        if p.item not in made and p.form in _PLAIN and p.cost <= APART and p.spans[0] not in used:
            made[p.item] = Marker(p.spans[0], p.cost, ABSENT, p.form)
            used.add(p.spans[0])
    return made


def places(text: str, body: Sequence[Span], notes: Sequence[NoteText], clues: Clues) -> list[Place]:
    """All places for the markers of `notes` in the paragraphs `body`; those that cost more than leaving the note without are left out."""
    wanted: _Wanted = {}
    for i, note in enumerate(notes):
        if len(same := wanted.setdefault(note.n, [])) < _MANY:
            same.append(i)
    if not body or not wanted:
        return []
    digits = any(n.isdigit() for n in wanted)
    region = Span(body[0].start, body[-1].end)
    finders: list[_Finder] = [_bracketed]
    if digits:
        finders += [f for f, sign in ((_superscript, _SUPERSCRIPT), (_round, _ROUND)) if sign.search(text, *region)]
    if not all(n.isdigit() for n in wanted):
        finders += [_sign, _letter]
    found = [p for find in finders for span in body for p in find(text, span, wanted)]
    if digits:
        front = min(body[min(2, len(body) - 1)].end, region.start + _FRONT)
        bare = [Place(spans, i, cost, "glued") for spans, i, cost in glued(text, body, wanted, clues, front)]
        found += [_closed(text, body, p) for p in bare] if _are_closed(text, notes) else bare
    if text.find("PAGE ", *region) >= 0:
        found = [p for p in found if not _FURNITURE.match(text, text.rfind("\n", 0, p.spans[0].start) + 1)]
    return [p for p in _weighed(found, len(notes), clues, region.start + _FRONT) if p.cost < ABSENT * len(p.spans)]


def bracket_cost(text: str, mark: Span) -> float:
    """What it costs that a number in square brackets is a marker."""
    if not text[mark.start - 1 : mark.start].isspace():
        return 0.0
    return CORRECTS if _CORRECTED.search(text[max(0, mark.start - 2) : mark.start]) else APART


def _weighed(found: Sequence[Place], notes: int, clues: Clues, front: int) -> list[Place]:
    """The places with what the others say of them: most markers of a text have one form, and a source note stands at the heading."""
    cheap: dict[str, set[int]] = {}
    for p in found:
        if p.cost < APART:
            cheap.setdefault(p.form, set()).add(p.item)
    main = max(cheap, key=lambda form: len(cheap[form]), default="")
    strict = main and len(cheap[main]) * 2 > notes
    made = []
    for p in found:
        cost = p.cost
        if strict and p.form != main and p.form not in _PLAIN:
            # numbers in round brackets mostly count the parts of a sentence
            cost += ASTRAY if p.form == "round" else ODD
        astray = p.item == clues.source and p.spans[0].start > front
        made.append(p._replace(cost=cost + ASTRAY if astray else cost))
    return made


def _bracketed(text: str, span: Span, wanted: _Wanted) -> Iterator[Place]:
    for m in _BRACKETED.finditer(text, *span):
        if m[1] in wanted:
            where = Span(*m.span())
            yield from _each(wanted[m[1]], where, bracket_cost(text, where), "bracketed")


def _superscript(text: str, span: Span, wanted: _Wanted) -> Iterator[Place]:
    for m in _SUPERSCRIPT.finditer(text, *span):
        n = m[0].translate(SUPERSCRIPTS)
        unit = n in ("2", "3") and _UNIT.search(text, max(span.start, m.start() - 4), m.start())
        cost = EXPONENT if unit else APART if text[m.start() - 1].isspace() else 0.0
        if n in wanted:
            yield from _each(wanted[n], Span(*m.span()), cost, "superscript")
        for cut in range(1, len(n)):
            first, second = wanted.get(n[:cut], ()), wanted.get(n[cut:], ())
            for i in first:
                if i + 1 in second:
                    yield Place((Span(m.start(), m.start() + cut), Span(m.start() + cut, m.end())), i, cost + ROUND, "superscript")


def _round(text: str, span: Span, wanted: _Wanted) -> Iterator[Place]:
    for m in _ROUND.finditer(text, *span):
        if m[1] in wanted and m.start() > span.start:
            yield from _each(wanted[m[1]], Span(*m.span()), _round_cost(text, *m.span()), "round")


def _round_cost(text: str, start: int, end: int) -> float:
    """As in "Paris(1)" and "Paris (1)."; what counts ("for these reasons: (1) the port") stands after a sign or begins a line."""
    before = text[start - 1]
    if not before.isspace():
        return APART if before.isdigit() else ROUND
    if before == "\n" or text[start - 2] in ".,:;([\u2013\u2014-" or text[start - 2].isspace():
        return ASTRAY
    return APART if text[end : end + 1] in ("", ".", ",", ";", ":", ")", "\n") else _INSIDE


def _are_closed(text: str, notes: Sequence[NoteText]) -> bool:
    """Whether the labels of the notes are numbers with a bracket behind: "1)"."""
    return notes[0].label is not None and text[notes[0].label.start].isdigit() and text[notes[0].label.end - 1] == ")"


def _closed(text: str, body: Sequence[Span], place: Place) -> Place:
    """The place with the bracket behind its digits, when no bracket before is open: "Paris2) and"."""
    start, end = place.spans[-1]
    low = max(s.start for s in body if s.start <= start)
    if text[end : end + 1] != ")" or text.count("(", low, start) > text.count(")", low, start):
        return place
    return place._replace(spans=(*place.spans[:-1], Span(start, end + 1)))


def _sign(text: str, span: Span, wanted: _Wanted) -> Iterator[Place]:
    for m in _SIGN.finditer(text, *span):
        if m[0] not in wanted or m.start() == span.start:
            continue
        before, after = text[m.start() - 1], text[m.end() : m.end() + 1]
        cost = 0.0 if not before.isspace() else CORRECTS if after.isalnum() else APART
        yield from _each(wanted[m[0]], Span(*m.span()), cost, "sign")


def _letter(text: str, span: Span, wanted: _Wanted) -> Iterator[Place]:
    for m in _LETTER.finditer(text, *span):
        if m[1] in wanted:
            yield from _each(wanted[m[1]], Span(*m.span()), ROUND, "letter")


def _each(items: Sequence[int], where: Span, cost: float, form: str) -> Iterator[Place]:
    return (Place((where,), i, cost, form) for i in items)
