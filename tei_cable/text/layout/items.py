"""Items of a list on lines of their own, between which no blank line stands: "1) …", "(a) …", "- …"."""

from collections.abc import Sequence
from itertools import pairwise

from tei_cable.model import Span
from tei_cable.text.layout.spans import trim
from tei_cable.text.layout.wrapping import ended
from tei_cable.text.regex import regex

_ITEM = regex(r"(?:(?P<opened>\()?(?P<n>\d{1,2}|[A-Za-z])(?P<closed>[.)])|(?P<bullet>[-\u2013\u2014\u2022\u00b7*]))[^\S\n]+(?=\S)")
# A line that a list goes on from, or one that a marker ends: “rptd Paris 921.1”.
_GOING = regex(r"(?:[,;]|[.!?:;\"\u201d)]\d{1,2}|\b(?:and|or|und|et|y|e))$")

# By how much the number of an item may exceed the last one's: notes leave some out.
_STEP = 10


def parted(text: str, rows: Sequence[Span], wrapped: bool) -> list[Span]:
    """The rows of a run of lines as paragraphs, each item of a list one; one span where there is no list.

    In `wrapped` text lines without a label go on the item above; otherwise a line below one that is ended begins a paragraph.
    """
    labels = [_label(text, row) for row in rows]
    starts = _starts(text, rows, labels)
    if len(starts) < 2:
        return [Span(rows[0].start, rows[-1].end)]
    if not wrapped:
        first = min(starts)
        starts |= {i for i in range(first + 1, len(rows)) if ended(text, rows[i - 1]) and text[rows[i].start].isupper()}
    edges = [rows[i].start for i in sorted(starts | {0})]
    return [trim(text, a, b) for a, b in pairwise([*edges, rows[-1].end])]


def _starts(text: str, rows: Sequence[Span], labels: Sequence[tuple[str, int]]) -> set[int]:
    """The rows that begin an item: two at least of each form, whose numbers go on, each below a line that may end one."""
    runs: dict[str, list[int]] = {}
    found: set[int] = set()
    for i, (form, n) in enumerate(labels):
        last = runs.get(form, [])
        if not form or i and not _may_end(text, rows[i - 1], labels[i - 1]):
            continue
        if last and bool(n) <= n - labels[last[-1]][1] <= (_STEP if "number" in form else 1):
            last.append(i)
        elif n <= 1:
            runs[form] = last = [i]
        if len(last) > 1:
            found.update(last)
    return found


def _label(text: str, row: Span) -> tuple[str, int]:
    """The form of the label that a row begins with, and its number: 0 for a bullet; the form is "" where there is none."""
    m = _ITEM.match(text, *row)
    if m is None:
        return "", 0
    if m["bullet"]:
        return m["bullet"], 0
    n = m["n"]
    kind = "number" if n.isdigit() else "small" if n.islower() else "capital"
    return f"{m['opened'] or ''}{kind}{m['closed']}", int(n) if n.isdigit() else ord(n.lower()) - ord("a") + 1


def _may_end(text: str, row: Span, label: tuple[str, int]) -> bool:
    return bool(label[0]) or ended(text, row) or _GOING.search(text, *row) is not None
