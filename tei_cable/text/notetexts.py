"""The texts of notes told from the text: of the lists at the end of a document the one that its form and the markers in the text bear out."""

from collections.abc import Sequence
from typing import NamedTuple

from tei_cable.model import Diagnostic, Furniture, Span
from tei_cable.text.feet import pages
from tei_cable.text.markers import ABSENT, APART, Marker, marked
from tei_cable.text.notelists import Listing, NoteText, is_source, listings
from tei_cable.text.regex import regex

_MARK = regex(r"\[(?:\d{1,5}[a-z]?|[a-z]|[*†‡§]{1,3})\]")
# A list is taken for the notes when its form and the markers found for it weigh more than this together. A list whose notes all
# have a sure marker gains `_MARKED`, one without any loses `_UNMARKED`; above `_SURE` no other list is tried.
_ENOUGH, _MARKED, _UNMARKED, _SURE = 0.5, 3.0, 1.5, 4.0


class Apart(NamedTuple):
    """A document's paragraphs with its notes taken out.

    `marks` are the bracketed numbers in the paragraphs, in order; `markers` the markers of the notes by index, as far as they were looked for:
    None when the bracketed ones are just those of the notes. Headlines over the notes and arrows behind them are furniture. `pages` are the
    indexes of the notes with which a new page begins.
    """

    body: list[Span]
    marks: list[Span]
    notes: list[NoteText]
    furniture: list[Furniture]
    found: list[Diagnostic]
    markers: dict[int, Marker] | None = None
    pages: tuple[int, ...] = ()


def apart(text: str, chunks: Sequence[Span]) -> Apart:
    """Take the notes at the end of a document, or at the foot of its pages, out of its paragraphs."""
    if not chunks:
        return Apart([], [], [], [], [])
    at_end, found = _apart(text, chunks), pages(text, chunks)
    if len(found) == 1:
        return at_end
    by_page: Apart | None = None
    above: list[Span] = []
    for page in found[:-1]:
        above += page
        taken = _apart(text, above)
        if taken.notes and _sure(taken) == len(taken.notes):
            by_page = _with(by_page, taken)
            above = []
    by_page = _with(by_page, _apart(text, [*above, *found[-1]]))
    # a page may also cut the list at the end, whose markers stand on the pages before
    return by_page if _sure(by_page) > _sure(at_end) else at_end


def _sure(taken: Apart) -> int:
    """How many notes have a marker that leaves no doubt."""
    return len(taken.notes) if taken.markers is None else sum(m.cost < APART for m in taken.markers.values())


def _with(whole: Apart | None, page: Apart) -> Apart:
    """The pages read so far with another."""
    if whole is None:
        return page
    n = len(whole.notes)
    markers = None if whole.markers is None and page.markers is None else {**_found(whole), **{n + i: m for i, m in _found(page).items()}}
    return Apart(
        whole.body + page.body,
        whole.marks + page.marks,
        whole.notes + page.notes,
        whole.furniture + page.furniture,
        whole.found + page.found,
        markers,
        (*whole.pages, n),
    )


def _found(page: Apart) -> dict[int, Marker]:
    """The markers of a page's notes by index."""
    if page.markers is not None:
        return page.markers
    return {i: Marker(m, 0.0, ABSENT, "bracketed") for i, m in enumerate(page.marks)} if page.notes else {}


def _apart(text: str, chunks: Sequence[Span]) -> Apart:
    """Take the notes at the end of these paragraphs out of them."""
    best, most = None, _ENOUGH
    for listing in listings(text, chunks):
        taken = _taken(text, listing)
        if taken.markers is None:
            return taken
        share = sum(1.0 - m.cost / ABSENT for m in taken.markers.values()) / len(taken.notes)
        score = listing.score + (_MARKED + _UNMARKED) * share - _UNMARKED
        if score >= most and (taken.body or is_source(text, taken.notes[0])):
            best, most = taken, score
        if most > _SURE and listing.form != "bullet":
            break
    return best or Apart(list(chunks), _marks(text, chunks), [], [], [], {})


def _taken(text: str, listing: Listing) -> Apart:
    """A list as the notes, with their markers."""
    marks = _marks(text, listing.body)
    numbers = [text[m.start + 1 : m.end - 1] for m in marks]
    agree = bool(marks) and numbers == [n.n for n in listing.notes] and (listing.form == "bracketed" or len(marks) > 1)
    markers = None if agree else marked(text, listing.body, listing.notes)
    return Apart(listing.body, marks, listing.notes, listing.furniture, listing.found, markers)


def _marks(text: str, chunks: Sequence[Span]) -> list[Span]:
    return [Span(*m.span()) for chunk in chunks for m in _MARK.finditer(text, *chunk)]
