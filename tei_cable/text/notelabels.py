"""What begins the lines of a list of notes: numbers, letters and signs, and which of them go on with one another."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from tei_cable.model import Span
from tei_cable.text.regex import regex

SUPERSCRIPTS = str.maketrans("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", "0123456789")
RAISED = "\u2070\u00b9\u00b2\u00b3\u2074-\u2079"
SIGNS = "*\u2020\u2021\u00a7\u00b6"
BULLETS = "-\u2013\u2014\u2022\u2191^"
_WORDS = r"(?=[A-ZÀ-ÖØ-ÞА-Я\"\u201c\u2018\u00ab(\[])"
_FORMS = {
    "bracketed": rf"\[\^?(?P<bracketed>[0-9]{{1,5}}[a-z]?|[a-z]|[{SIGNS}]{{1,3}})\]:?(?=\s)",
    "raised": rf"(?P<raised>[{RAISED}]{{1,3}})",
    "round": r"\((?P<round>[0-9]{1,3}|[a-z])\)(?=\s)",
    "pointed": r"(?P<pointed>[0-9]{1,3})\.(?=\s)",
    "closed": r"(?P<closed>[0-9]{1,3}|[a-z])\)(?=\s)",
    "plain": rf"(?P<plain>[0-9]{{1,3}})(?:[^\S\n]+{_WORDS}|(?=[A-Z][a-z]|[\u201c\[]))",
    "sign": rf"(?P<sign>[{SIGNS}]{{1,3}})(?=\s*[^\s{SIGNS}])",
    "letter": rf"(?P<letter>[a-z])(?:\.(?=\s)|[^\S\n]+{_WORDS})",
}
_LABEL = regex(rf"[^\S\n]*(?:(?P<bullet>[{BULLETS}])[^\S\n]+)?(?:{'|'.join(_FORMS.values())})")
_FIRSTS = frozenset(f"0123456789[({BULLETS}{SIGNS}\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079 \t")
# The greatest step between the numbers of two notes that stand together; the runs of numbers that may go on at one time.
_STEP, _OPEN = 10, 8


class Label(NamedTuple):
    """What begins a line of a list: its number and form.

    `words` is where the text begins, `chunk` the index of the paragraph it stands in.

    `heads` is whether it begins the paragraph.
    """

    n: str
    form: str
    span: Span
    words: int
    chunk: int
    bullet: Span | None
    heads: bool = True


def labels(text: str, chunks: Sequence[Span], first: int = 0) -> Iterator[Label]:
    """The labels at the beginnings of lines, in the paragraphs from the one with the index `first` on; one without words after it is none."""
    for i, chunk in enumerate(chunks[first:], first):
        waiting: Label | None = None
        at = chunk.start
        while at < chunk.end:
            if _may_begin(text, at) and (label := _label(text, at, chunk, i)):
                if waiting and waiting.words < label.span.start:
                    yield waiting
                waiting = label
            at = text.find("\n", at, chunk.end) + 1 or chunk.end
        if waiting:
            yield waiting


def _may_begin(text: str, at: int) -> bool:
    return text[at] in _FIRSTS or text[at].islower() and text[at + 1 : at + 2] in (".", ")", " ")


def _label(text: str, at: int, chunk: Span, i: int) -> Label | None:
    m = _LABEL.match(text, at, chunk.end)
    if m is None:
        return None
    form = m.lastgroup or ""
    words = m.end()
    while words < chunk.end and text[words].isspace():
        words += 1
    bullet = Span(*m.span("bullet")) if m["bullet"] else None
    start = m.end("bullet") if bullet else at
    while text[start].isspace():
        start += 1
    return Label(m[form].translate(SUPERSCRIPTS), form, Span(start, m.end()), words, i, bullet, at == chunk.start) if words < chunk.end else None


def chains(text: str, found: Sequence[Label]) -> list[list[Label]]:
    """Labels of one form in the order of their numbers, the chain that begins last first.

    A number out of order belongs to the words of the note above it.
    """
    made: list[list[Label]] = []
    open_: dict[tuple[str, bool], list[list[Label]]] = {}
    for label in found:
        runs = open_.setdefault((label.form, label.n.isdigit()), [])
        run = _numbered(text, runs, label) if label.n.isdigit() else _lettered(runs, label.n)
        if run is None:
            made.append([label])
            runs.append(made[-1])
            del runs[:-_OPEN]
        else:
            run.append(label)
    return made[::-1]


def _numbered(text: str, runs: Sequence[list[Label]], label: Label) -> list[Label] | None:
    """The run that a number goes on with; None when it begins one, as 0 and 1 do."""
    n = int(label.n)
    if n < 2 and not (n and runs and runs[-1][-1].n in ("0", "1" if label.form == "bracketed" else "0")):
        return None
    last = [(n - int(run[-1].n), run) for run in reversed(runs)]
    if not label.heads:
        # where notes are paragraphs, a number out of order inside one only begins a wrapped line
        last = [(step, run) for step, run in last if step == 1 or not run[-1].heads or len(run) == 1 and step == 0]
    near = [(step, run) for step, run in last if run[-1].chunk == label.chunk]
    for candidates, (least, most) in product((near, last), ((1, 1), (0, 0), (2, _STEP))):
        if run := next((run for step, run in candidates if least <= step <= most), None):
            return run
    known = label.form == "bracketed" and text.find(f"[{label.n}]", 0, label.span.start) >= 0
    return next((run for run in reversed(runs) if n > int(run[-1].n)), None) if known else None


def _lettered(runs: Sequence[list[Label]], n: str) -> list[Label] | None:
    """The same for letters and signs."""
    if not runs or n == "a":
        return None
    last = runs[-1][-1].n
    if n[0].islower():
        return runs[-1] if 0 <= ord(n[0]) - ord(last[0]) <= 2 else None
    return runs[-1]
