"""Lines that are no words of the telegram: headings of pages, repeated classes, declassification stamps, ends of transmission."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tei_cable.model import Mention, Span
from tei_cable.text.layout import hyphens
from tei_cable.text.regex import regex


def spaced(words: str) -> str:
    """A pattern for words in capitals that may be printed with blanks between the letters ("S E C R E T")."""
    return r"\s{1,4}".join(" {0,2}".join(word) for word in words.split())


CLASSES = (
    "TOP SECRET",
    "SECRET",
    "CONFIDENTIAL",
    "LIMITED OFFICIAL USE",
    "FOR OFFICIAL USE ONLY",
    "OFFICIAL USE ONLY",
    "RESTRICTED",
    "UNCLASSIFIED",
    "UNCLAS",
)
_ANY_CLASS = rf"(?:{'|'.join(map(spaced, CLASSES))})"
CLASS = rf"{_ANY_CLASS}(?![A-Z])"
CAVEATS = r"(?:EXDIS|NODIS|LIMDIS|STADIS|NOFORN|NOCONTRACT|ORCON|NOTAL|SPECAT|CHEROKEE|EYES ONLY|ROGER CHANNEL|DISSEMINATION|HANDLING|ONLY)"
_CLASS_LINE = regex(rf"{_ANY_CLASS}(?:\s*{_ANY_CLASS})?(?:\s+{CAVEATS})*\s*(?![A-Z])")
_STATION = r"[A-Z][A-Z .'-]{1,18}?"
_HEADING = regex(rf"{_STATION}\s{{1,6}}\d{{4,6}}(?:\s+\d\d\s?OF\s?\d\d)?(?:\s+\d{{6}}\s?Z)?")
_PAGE = regex(rf"PAGE {{1,4}}\d\d(?P<more>\s{{1,30}}{_HEADING.pattern}| OF \d\d\b.{{0,60}}|\s{{1,30}}[A-Z].{{0,20}}\d{{6}}\s?Z)?")
# a heading whose "PAGE 02" is lost, glued to the class
_GLUED = regex(rf"(?:{_ANY_CLASS})?{_STATION}\s{{1,6}}\d{{5,6}}(?:\s+\d\d\s?OF\s?\d\d)?\s+\d{{6}}\s?Z")
_STAMP = regex(r"(?:[A-Z][\w.]*\s){0,4}Declassified/Released\b.{0,120}|EO Systematic Review\b.{0,40}|DECLASSIFIED\b.{0,60}\b\d{4}", re.IGNORECASE)
_MORE_STAMP = regex(r"(?:US|U\.S\.) Department of State|\d{1,2} [A-Z]{3} \d{4}|(?:[A-Z]\w+ ){1,2}[A-Z]\. [A-Z]\w+", re.IGNORECASE)
_END = regex(r"N{3,5}(?:[A-Z]{4,10})?|<<\s*END OF DOCUMENT\s*>>|\*{3}.*|BT|#\d{3,5}")
_LONGEST = 160


class Line(NamedTuple):
    """A line of the text without the white space round it, how many blank lines stand before it, and its type when it is furniture."""

    span: Span
    blanks: int
    mark: str


_WIDE = regex(r"(?<=[^\W\d_])-[^\S\n]*\n[^\S\n]*\n\s*(?=[^\W\d_])")
_ROW = regex(r"\S[^\n]*")


def lines(text: str, region: Span) -> list[Line]:
    """The lines of a region that are not blank; `mark` is `header`, `class`, `stamp` or `footer` for furniture, otherwise ""."""
    spans: list[tuple[Span, int]] = []
    last = region.start
    for m in _ROW.finditer(text, *region):
        end = m.end()
        while text[end - 1].isspace():
            end -= 1
        blanks = text.count("\n", last, m.start()) - 1 if spans else 0
        spans.append((Span(m.start(), end), max(0, blanks)))
        last = end
    marks = [_mark(text, span) for span, _ in spans]
    _in_context(text, [span for span, _ in spans], marks)
    return [Line(span, blanks, mark) for (span, blanks), mark in zip(spans, marks, strict=True)]


def _mark(text: str, span: Span) -> str:
    if span.end - span.start > _LONGEST or text[span.start].islower():
        return ""
    if _CLASS_LINE.fullmatch(text, *span):
        return "class"
    if text.startswith("PAGE", span.start) and _PAGE.fullmatch(text, *span):
        return "header"
    if text[span.end - 1] == "Z" and _GLUED.fullmatch(text, *span):
        return "header"
    if _END.fullmatch(text, *span):
        return "footer"
    return "stamp" if _STAMP.fullmatch(text, *span) else ""


def _in_context(text: str, spans: Sequence[Span], marks: list[str]) -> None:
    """Lines that are furniture beside other furniture: the station under "PAGE 02", the office, the date and the officer of a stamp."""
    for i, span in enumerate(spans):
        if marks[i] or span.end - span.start > _LONGEST:
            continue
        before = marks[i - 1] if i else ""
        if before == "header" and _bare(text, spans[i - 1]) and _HEADING.fullmatch(text, *span):
            marks[i] = "header"
        elif (before == "stamp" or "stamp" in marks[i + 1 : i + 2]) and _MORE_STAMP.fullmatch(text, *span):
            marks[i] = "stamp"


def _bare(text: str, span: Span) -> bool:
    """Whether a page's heading is nothing but "PAGE 02"."""
    m = _PAGE.fullmatch(text, *span)
    return m is not None and m["more"] is None


def cut_words(text: str, span: Span) -> list[Mention]:
    """Words cut at line ends, as `lb` mentions (see `layout.hyphens`), also where a blank line follows each line."""
    wide = [Mention(Span(*m.span()), "lb", attrs={"break": "no"}) for m in _WIDE.finditer(text, *span)]
    return [*hyphens(text, span), *wide]


def station(text: str, rows: Sequence[Line]) -> Span | None:
    """Station and number in the first heading of a page: "ABIDJA 01234"."""
    for row in rows:
        if row.mark == "header" and (m := _STATED.search(text, *row.span)):
            return Span(*m.span("stated"))
    return None


_STATED = regex(rf"(?:^|PAGE {{1,4}}\d\d\s+)(?P<stated>{_STATION}\s{{1,6}}\d{{4,6}})\b")
