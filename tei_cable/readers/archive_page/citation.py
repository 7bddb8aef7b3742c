"""The parts of an archive's citation: title, date, archive, book with volume, place, publisher, year and pages, translator, address."""

import re
from collections.abc import Iterator

from tei_cable.model import Mention, Span
from tei_cable.text.dates import when
from tei_cable.text.layout import phrase, trim
from tei_cable.text.regex import regex

_QUOTED = regex(r"\s*(?:\"(?P<straight>.*)\"|\u201c(?P<curly>.*)\u201d|\u00ab\s?(?P<angle>.*?)\s?\u00bb)(?=[,.\s])", re.DOTALL)
_PIECE = regex(r"(?:[^,()]|\([^()]*\))+")
_UPPER = r"[A-ZÀ-ÖØ-Þ]"
_NAME = rf"(?:(?:{_UPPER}\.|{_UPPER}[\w'\u2019-]+|de|von|van|der|la)\s)*{_UPPER}[\w'\u2019-]+"
_IMPRINT = regex(r"\((?P<place>[^():,]+):\s*(?P<publisher>[^()]+?),\s*(?P<year>1[5-9]\d\d|20\d\d)\)")
_VOLUME = regex(r"(?:Tome|Vol(?:ume|\.)|Band|Bd\.|T\.|Tom)\s+(?:[IVXLC]+|\d+)\b(?:\s*\([^()]*\))?")
_PAGES = regex(r"\b(?:pp?\.|pages?|S\.)\s*(?P<first>\d+)(?:\s?[-\u2013]\s?(?P<last>\d+))?")
_DOCUMENT = regex(r"\b(?:[Dd]ocument|[Dd]oc\.|[Nn]o\.)\s+(?P<n>\d+)\b")
_TRANSLATOR = regex(rf"\b[Tt]ranslat(?:ion|ed)\s+(?:from\s+\w+\s+)?(?:for\s+\w+\s+)?by\s+(?P<name>{_NAME})")
_AND = regex(rf",?\s+and\s+(?P<name>{_NAME})")
_ARCHIVE = regex(r"\b(?:[Aa]rchiv|Librar|Library|National Records)")
_EDITOR = regex(rf"\b(?:eds?\.|[Ee]dited by)\s+(?P<name>{_NAME})")
_UNDATED = regex(r"[Uu]ndated|[Nn]\. ?d\.|[Nn]o date")
# An address that XML Schema takes for one; others stay words of the citation.
_ADDRESS = regex(
    r"<(?P<url>https?://[A-Za-z0-9.-]+(?::\d+)?(?:[/?#](?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*(?:#[\w\-.]*)?)?)>",
    re.ASCII,
)


def parts(text: str, span: Span) -> list[Mention]:
    """The parts of the citation in `span`, as mentions inside it."""
    found: list[Mention] = []
    at = span.start
    quoted = False
    if m := _QUOTED.match(text, *span):
        title = next(trimmed(text, *m.span(g)) for g in ("straight", "curly", "angle") if m[g] is not None)
        found.append(Mention(title, "title", attrs={"level": "a"}))
        at, quoted = m.end(), True
    end = span.end
    if address := next(_ADDRESS.finditer(text, at, end), None):
        found.append(Mention(Span(*address.span()), "ptr", attrs={"target": address["url"]}))
        end = address.start()
    book = list(_book(text, Span(at, end)))
    found += book
    if quoted:
        found += _archive(text, Span(at, min((m.span.start for m in book), default=end)), bool(book))
    if m := _TRANSLATOR.search(text, at, end):
        found += (Mention(Span(*name), "editor", attrs={"role": "translator"}) for name in _translators(text, m, end))
    found.sort(key=lambda m: m.span)
    return [m for i, m in enumerate(found) if not i or found[i - 1].span.end <= m.span.start]


def trimmed(text: str, start: int, end: int) -> Span:
    """The words of a title without the comma that American use puts into its quotation marks."""
    span = trim(text, start, end)
    return Span(span.start, span.end - (text[span.end - 1 : span.end] == ","))


def kept(text: str, span: Span) -> Span | None:
    """The archive among what a citation without a title names."""
    return next((piece for m in _PIECE.finditer(text, *span) if _ARCHIVE.search(text, *(piece := trim(text, *m.span())))), None)


def _translators(text: str, first: re.Match[str], end: int) -> Iterator[tuple[int, int]]:
    """The names after "translated by"."""
    yield first.span("name")
    at = first.end("name")
    while m := _AND.match(text, at, end):
        yield m.span("name")
        at = m.end("name")


def _book(text: str, span: Span) -> Iterator[Mention]:
    """Volume, editor, imprint, pages or number of what the archive took the document from."""
    if m := _VOLUME.search(text, *span):
        yield Mention(Span(*m.span()), "biblScope", attrs={"unit": "volume"})
    if m := _EDITOR.search(text, *span):
        yield Mention(Span(*m.span("name")), "editor")
    if m := _IMPRINT.search(text, *span):
        yield Mention(Span(*m.span("place")), "pubPlace")
        yield Mention(Span(*m.span("publisher")), "publisher")
        yield Mention(Span(*m.span("year")), "date", attrs={"when": m["year"]})
    if m := _PAGES.search(text, *span):
        last = m["last"] or m["first"]
        # "358-60" ends on page 360
        full = m["first"][: max(0, len(m["first"]) - len(last))] + last
        yield Mention(Span(*m.span()), "biblScope", attrs={"unit": "page", "from": m["first"], "to": full})
    elif m := _DOCUMENT.search(text, *span):
        yield Mention(Span(*m.span()), "biblScope", attrs={"unit": "document"})


def _archive(text: str, span: Span, book: bool) -> Iterator[Mention]:
    """Date and archive, and the title of the book when parts of one follow."""
    pieces = [trim(text, *m.span()) for m in _PIECE.finditer(text, *span) if m[0].strip(" .\n")]
    at = 0
    # a date has commas of its own
    for size in (2, 1, 3):
        if at == 0 and len(pieces) >= size:
            words = Span(pieces[0].start, pieces[size - 1].end)
            if attrs := when(phrase(text, *words)):
                yield Mention(words, "date", attrs=attrs)
                at = size
    if at == 0 and pieces and _UNDATED.fullmatch(text, *pieces[0]):
        at = 1
    if at < len(pieces) and (at or not book):
        yield Mention(pieces[at], "publisher")
    rest = [p for p in pieces[at + 1 :] if not text[slice(*p)].lower().startswith(("ed.", "eds.", "edited", "translat"))]
    if at and book and rest:
        yield Mention(Span(rest[0].start, rest[-1].end), "title", attrs={"level": "m"})
