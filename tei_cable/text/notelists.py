"""Lists at the end of a document that may be its notes."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from tei_cable.model import Code, Diagnostic, Furniture, Severity, Span
from tei_cable.text.layout import trim
from tei_cable.text.notelabels import BULLETS, Label, chains, labels
from tei_cable.text.regex import regex

CONTINUED = Code("N006", "note-continued", Severity.INFO)

_HEADLINE = regex(r"(?:(?:Foot|End)?[Nn]otes?|(?:FOOT|END)?NOTES?|Anmerkungen|Fu(?:ß|ss)noten|Примечания|Przypisy|Notas)\s?[:.]?")
_SOURCE = regex(r"\[?Source\s?[:;]")
# How notes of editors begin.
_TYPICAL = regex(
    r"[\[(\"\u201c]*(?:Source\s?[:;]|Not (?:printed|found|further|identified|declassified|attached|reproduced|published)|"
    r"See\b|[Ii]bid|Documents?\s\d|"
    r"Reference|Dated\b|Printed\b|In (?:this |that )?(?:tele|cable|cipher)gram|(?:Tele|Cable|Air|Cipher)grams?\b|Footnotes?\b|Presumably|Apparently|"
    r"[Ii]\.e\.|For (?:the )?text|Text (?:of|in|not)|Drafted|Attached|According|A copy|This (?:tele|cable|message|document|sentence|paragraph)|Below|"
    r"Marginal|Handwritten|Sic\b|So in|Editor|Same|Also|Repeated|Sent\b|Transmitted|Omission|Voir\b|Non (?:reproduit|publié)|Cf\.)"
)
# Lines of archives and stations, which stand behind the notes too.
_ARCHIVE = regex(
    r"\[[A-Z]{2,5}\s?:\s?[^\]]+\]|[A-Z]{2,8}(?: RF)?[,.].{0,30}\b(?:[FfLlDd]\.|[Oo]p\.|[Ff]ond|[Oo]pis|[Ll]ist|[Dd]elo)\s?\d.*|N{3,4}", re.DOTALL
)
_ARROWS = "\u21a9\u21b5\u2191\ufe0e\ufe0f"
_ARROW = regex(rf"\s*[{_ARROWS}]+$")
_BACK = regex(rf"[{_ARROWS}]+[^\S\n]*(?:\n|$)")
_INLINE = regex(r"(?<=\s)\[([0-9]{1,3})\](?=\s\S)")
_BULLET = regex(rf"^[^\S\n]*([{BULLETS}])[^\S\n]+", re.MULTILINE)
# The number of the next note inside a line.
_NEXT = r"(?<=[.!?)\]0-9\"\u201d\u21a9])\s+(\[?{}[\].)]?)\s+(?=[A-ZÀ-ÖØ-ÞА-Я\"\u201c(\[])"
# How surely a form of label is that of notes; what else says so.
_FORM = {"bracketed": 1.0, "raised": 1.5, "sign": 1.0, "bullet": 0.5, "letter": -1.5}
_OTHER, _HEADED, _BACKED, _WORDED, _SIGNED_OVER, _SIGNED_UNDER, _ALONE = -1.0, 1.5, 2.0, 2.0, 1.0, -3.0, -1.0
# Paragraphs a note may have after its first; the chains of numbers that are tried; the characters of a signature.
_MORE, _TRIED, _SHORT = 3, 4, 60


class NoteText(NamedTuple):
    """The text of one note: its number, what prints the number (if anything does), and its words."""

    n: str
    label: Span | None
    spans: tuple[Span, ...]


class Listing(NamedTuple):
    """A list that may be the notes, the paragraphs without it, and how surely its form is that of notes (above 0: more likely than not)."""

    body: list[Span]
    notes: list[NoteText]
    furniture: list[Furniture]
    found: list[Diagnostic]
    form: str
    score: float


def is_source(text: str, note: NoteText) -> bool:
    """Whether a note says where the document is kept."""
    return _SOURCE.match(text, *note.spans[0]) is not None


def listings(text: str, chunks: Sequence[Span]) -> Iterator[Listing]:
    """The lists that may be the notes, the one that begins last first."""
    if text[chunks[-1].start] == "[" and (tail := _bracketed(text, chunks)):
        yield tail
    for chain in chains(text, list(labels(text, chunks)))[:_TRIED]:
        if listing := _listing(text, chunks, _near(chain)):
            yield listing
    if (run := _inline(text, chunks)) and (listing := _listing(text, chunks, run)):
        yield listing
    if text[chunks[-1].end - 1] in _ARROWS and (listing := _unnumbered(text, chunks)):
        yield listing
        if is_source(text, listing.notes[0]):
            # print counts the source note as none
            yield listing._replace(notes=[n._replace(n=str(i)) for i, n in enumerate(listing.notes)])


def _bracketed(text: str, chunks: Sequence[Span]) -> Listing | None:
    """The list in the last paragraphs that begin with a bracket: most notes look so, and the others need not be asked for."""
    first = len(chunks) - 1
    while first > 0 and text[chunks[first - 1].start] == "[":
        first -= 1
    found = chains(text, list(labels(text, chunks, first)))
    return _listing(text, chunks, found[0]) if len(found) == 1 else None


def _near(chain: list[Label]) -> list[Label]:
    """The last part of a chain in which no note has too many paragraphs."""
    for k in range(len(chain) - 1, 0, -1):
        if chain[k].chunk - chain[k - 1].chunk > 1 + _MORE:
            return chain[k:]
    return chain


def _inline(text: str, chunks: Sequence[Span]) -> list[Label]:
    """Bracketed numbers inside the last line, in order and each met before: a document whose line ends are lost."""
    last = len(chunks) - 1
    found = [Label(m[1], "bracketed", Span(*m.span()), m.end() + 1, last, None) for m in _INLINE.finditer(text, *chunks[last])]
    k = len(found) - 1
    while k > 0 and int(found[k].n) - int(found[k - 1].n) == 1:
        k -= 1
    run = found[max(k, 0) :]
    met = sum(text.find(f"[{label.n}]", chunks[0].start, run[0].span.start) >= 0 for label in run)
    return run if run and run[0].n in ("0", "1") and met * 2 > len(run) else []


def _listing(text: str, chunks: Sequence[Span], chain: Sequence[Label]) -> Listing | None:
    """The notes of a chain; None when other paragraphs follow it."""
    first, last = chain[0], chain[-1]
    under = chunks[last.chunk + 1 :]
    if len(under) > 2 * _MORE:
        return None
    after = [c for c in under if _ARCHIVE.fullmatch(text, *c)]
    if len(under) - len(after) > _MORE:
        return None
    starts = [label.bullet.start if label.bullet else label.span.start for label in chain]
    found: list[Diagnostic] = []
    notes = []
    for label, stop, upto in zip(chain, [*starts[1:], chunks[-1].end], [*(x.chunk for x in chain[1:]), len(chunks) - 1], strict=True):
        rest = (trim(text, c.start, min(stop, c.end)) for c in chunks[label.chunk + 1 : upto + 1] if c not in after)
        more = [r for r in rest if r.start < r.end]
        found += (CONTINUED.at(r, f"This paragraph stands after note {label.n} and was read as part of it.") for r in more)
        notes.append(NoteText(label.n, label.span, (trim(text, label.words, min(stop, chunks[label.chunk].end)), *more)))
    archived = _cut(text, notes)
    if archived:
        after = [archived, *after]
    notes = _parted(text, notes)
    head = trim(text, chunks[first.chunk].start, starts[0])
    body = [*chunks[: first.chunk], *([head] if head.start < head.end else [])]
    bullets = [Furniture(label.bullet, "bullet") for label in chain if label.bullet]
    return _weighed(text, Listing(body, notes, bullets, found, first.form, 0.0), after)


def _cut(text: str, notes: list[NoteText]) -> Span | None:
    """The last line of the last note when it is an archive's: it is taken off the note."""
    *others, words = notes[-1].spans
    line = text.rfind("\n", *words) + 1
    if others or not line or not _ARCHIVE.fullmatch(text, line, words.end):
        return None
    notes[-1] = notes[-1]._replace(spans=(trim(text, words.start, line),))
    return Span(line, words.end)


def _parted(text: str, notes: Sequence[NoteText]) -> list[NoteText]:
    """The notes, with those parted that stand on one line: a number is missing, and stands inside the note before."""
    made = []
    for note, follows in zip(notes, [*(n.n for n in notes[1:]), ""], strict=True):
        made.append(note)
        while (n := made[-1].n).isdigit() and not (follows.isdigit() and int(follows) <= int(n) + 1):
            *others, words = made[-1].spans
            m = _next(text, words, str(int(n) + 1))
            # behind the last note nothing but the words can tell
            if m is None or not (follows or _TYPICAL.match(text, m.end(), words.end)):
                break
            made[-1] = made[-1]._replace(spans=(*others, trim(text, words.start, m.start())))
            made.append(NoteText(str(int(n) + 1), Span(*m.span(1)), (Span(m.end(), words.end),)))
    return made


def _next(text: str, words: Span, n: str) -> re.Match[str] | None:
    """A number inside the words of a note that begins another."""
    if text.find(f" {n}", *words) < 0 and text.find(f" [{n}", *words) < 0:
        return None
    return re.compile(_NEXT.format(n)).search(text, *words)


def _unnumbered(text: str, chunks: Sequence[Span]) -> Listing | None:
    """Notes without numbers, each ended by an arrow: the position is the number."""
    first = len(chunks)
    while first and text[chunks[first - 1].end - 1] in _ARROWS:
        first -= 1
    body = list(chunks[:first])
    notes: list[NoteText] = []
    for chunk in chunks[first:]:
        start = chunk.start
        for m in _BACK.finditer(text, *chunk):
            row = trim(text, start, m.end())
            start = m.end()
            bullet = _BULLET.search(text, *row)
            # without a bullet the first is one line: the lines above it are text
            at = bullet.start() if bullet else row.start if notes else max(row.start, text.rfind("\n", *row) + 1)
            above = trim(text, row.start, at)
            if above.start < above.end:
                if notes:
                    notes[-1] = notes[-1]._replace(spans=(*notes[-1].spans, above))
                else:
                    body.append(above)
            words = trim(text, bullet.end() if bullet else at, row.end)
            if words.start < words.end:
                notes.append(NoteText(str(len(notes) + 1), Span(*bullet.span(1)) if bullet else None, (words,)))
    numbered = sum(text[n.spans[0].start].isdigit() for n in notes)
    return _weighed(text, Listing(body, notes, [], [], "bullet", 0.0), []) if numbered * 2 < len(notes) else None


def _weighed(text: str, listing: Listing, after: Collection[Span]) -> Listing:
    """The list with headline and arrows put aside, and what its form says."""
    body, notes, furniture = listing.body, listing.notes, listing.furniture
    score = _FORM.get(listing.form, _OTHER) + (_ALONE if len(notes) == 1 else 0.0)
    if body and _HEADLINE.fullmatch(text, *body[-1]):
        furniture.append(Furniture(body.pop(), "label"))
        score += _HEADED
    arrows = 0
    for i, note in enumerate(notes):
        *others, last = note.spans
        if text[last.end - 1] in _ARROWS and (arrow := _ARROW.search(text, max(last.start, last.end - 4), last.end)) and arrow.start() > last.start:
            arrows += 1
            furniture.append(Furniture(trim(text, *arrow.span()), "arrow"))
            notes[i] = note._replace(spans=(*others, Span(last.start, arrow.start())))
    typical = sum(_TYPICAL.match(text, *n.spans[0]) is not None for n in notes)
    score += _BACKED * (arrows * 2 > len(notes)) + _WORDED * typical / len(notes)
    if body and _signs(text, body[-1]):
        score += _SIGNED_OVER
    if len(notes[-1].spans) > 1 and _signs(text, notes[-1].spans[-1]):
        score += _SIGNED_UNDER
    return listing._replace(body=[*body, *after], score=score)


def _signs(text: str, span: Span) -> bool:
    """Whether a paragraph may be a signature."""
    return span.end - span.start < _SHORT and text[span.end - 1] not in ".,:;?!"
