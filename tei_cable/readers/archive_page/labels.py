"""A page whose labels have their values behind them ("Citation:", "Summary:" … "Contents:"): as printed, or as a PDF's text."""

import re
from typing import NamedTuple

from tei_cable.model import Span
from tei_cable.readers.archive_page.page import Page
from tei_cable.text.language import code
from tei_cable.text.layout import paragraphs, trim
from tei_cable.text.regex import regex

# The labels by what they stand for, in their order.
_LABELS = {
    "citation": "citation",
    "summary": "abstract",
    "credits": "credit",
    "credit": "credit",
    "original language": "language",
    "contents": "contents",
}
_NAMES = "Citation|Summary|Credits?|Original Language|Contents"
_LABEL = regex(rf"^[^\S\n]*(?P<label>{_NAMES})[^\S\n]*:[^\S\n]*", re.MULTILINE)
# Labels inside a line: the citation's, which a quotation mark follows, and those after it.
_FIRST = regex(r"(?<!\S)(?P<label>Citation)\s*:\s*(?=[\"\u201c\u00ab])")
_INLINE = regex(rf"(?<!\S)(?P<label>{_NAMES})\s*:\s*")
_LANGUAGE = r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
# "Translation - English", "Original", "English Translation": what the page has of the document.
_ENTRY = regex(
    rf"(?:(?:Translation|Original|Transcript(?:ion)?|Scan)(?:\s*[-\u2013\u2014]\s*{_LANGUAGE}(?:\s\([^()\n]*\))?)?|"
    rf"{_LANGUAGE}\s(?:Translation|Original|Transcript(?:ion)?))(?=\s|$)"
)
_WORD = regex(r"\w+(?:-\w+)?")
# Characters in which the labels are looked for.
FRONT = 20000
_ENOUGH = 2


class Labelled(NamedTuple):
    """One label of the page and the paragraphs that are its value."""

    name: str
    label: Span
    value: Span | None


def labelled(text: str, region: Span) -> list[Labelled]:
    """The labels in order, each once, up to the contents' entry, after which the document begins; none when there are not two."""
    found, inline = _found(text, region)
    rows = []
    for i, m in enumerate(found):
        last = i + 1 == len(found)
        value = trim(text, m.end(), region.end if last else found[i + 1].start())
        name = _LABELS[m["label"].lower()]
        if last:
            value = _last(text, name, value, inline)
        rows.append(Labelled(name, trim(text, *m.span()), value if value.start < value.end else None))
    return rows


def read(page: Page, rows: list[Labelled]) -> int:
    """Take the labels' values; returns where the document begins."""
    for row in rows:
        page.aside("label", row.label)
        if row.value:
            page.value(row.name, row.value)
    return max([*(row.label.end for row in rows), *(row.value.end for row in rows if row.value)])


def _found(text: str, region: Span) -> tuple[list[re.Match[str]], bool]:
    """The matches of the labels, and whether they stand inside lines."""
    end = min(region.end, region.start + FRONT)
    found: list[re.Match[str]] = []
    for m in _LABEL.finditer(text, region.start, end):
        if m["label"] not in {x["label"] for x in found}:
            found.append(m)
        if m["label"] == "Contents":
            break
    if len(found) >= _ENOUGH or text.find("Citation", region.start, end) < 0:
        return (found, False) if len(found) >= _ENOUGH else ([], False)
    first = _FIRST.search(text, region.start, end)
    found = [first] if first else []
    order = list(_LABELS)
    for m in _INLINE.finditer(text, first.end(), end) if first else ():
        if order.index(m["label"].lower()) > order.index(found[-1]["label"].lower()):
            found.append(m)
    return (found, True) if len(found) >= _ENOUGH else ([], False)


def _last(text: str, name: str, value: Span, inline: bool) -> Span:
    """The value of the last label: the contents' entry, the language's name, or one paragraph."""
    entry = _ENTRY.match(text, *value)
    if name in ("contents", "language"):
        line = text.find("\n", *value)
        word = _WORD.match(text, *value)
        if entry:
            return Span(value.start, entry.end())
        if inline or line < 0:
            return Span(value.start, word.end() if word and code(word[0]) else value.start)
        return Span(value.start, value.start if name == "contents" else line)
    return next(iter(paragraphs(text, value)), Span(value.start, value.start))
