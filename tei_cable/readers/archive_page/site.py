"""A page saved from the archive's site: the old one, with bullets above the document, and the new one, with labels without values below it."""

import re
from typing import NamedTuple

from tei_cable.model import Span
from tei_cable.readers.archive_page import summary
from tei_cable.readers.archive_page.front import units
from tei_cable.readers.archive_page.page import Page
from tei_cable.text.dates import when
from tei_cable.text.language import code
from tei_cable.text.layout import lines, trim
from tei_cable.text.regex import regex

_BULLET = r"(?:[\u2022\u00b7*o-]\s*)?"
BULLETS = regex(rf"(?:CITATION\s+SHARE\s+DOWNLOAD\s*)?(?:{_BULLET}Citation\s+)?{_BULLET}get citation\b")
_SHARE = regex(rf"{_BULLET}share document\b\s*(?P<url>https?://[^\s<>]+)?")
_VIEW = regex(r"\s*(?P<view>VIEW DOCUMENT IN\b)?\s*(?P<entry>(?:[A-Z][a-z]+\s(?:HTML|PDF|Text|Original|Transcript)\b\s*){0,4})")
_QUOTE = regex(r"(?<!\S)[\"\u201c](?=[^\s\"\u201d])")
_CITING = regex(r"[\"\u201d],?\s.{0,20}\d{4}|Digital Archive|https?://", re.DOTALL)
_LETTERS = regex(r"[\W_]+")

# The labels below a document on the new site. Those of the second row are words that a telegram may have on a line too.
_SURE = (
    r"Author\(s\)|Associated (?:People(?: (?:&|and) Organizations)?|Organizations|Places|Topics)|Subjects Discussed|Document Information|"
    r"Original Uploaded Date|Record ID"
)
_MORE = r"Source|Original Archive|Original Classification|Rights|Donors?|Language|Related Documents|Download(?:s)?|Share"
_LABEL = regex(rf"(?:{_SURE})\s*:?|(?:{_MORE})\s*:?")
_LABEL_BEFORE = regex(rf"(?:{_SURE}|{_MORE})\s*:?\s+")
_START = regex(rf"(?<!\S)(?:{_SURE})(?:\s*:)?(?=\s|$)")
_RIGHTS = regex(
    r"(?:The\s+)?(?:[A-Z][\w&]+\s+|(?:and|of|for|the)\s+){1,10}welcomes\s+reuse\b|"
    r"(?:This|Some|The)\s+documents?\s+(?:is|are|may be)\s.{0,40}copyright"
)
_ENQUIRY = regex(r"To\s+enquire\s+about\b|When\s+possible,\s+rights\s+holders")
_ACTIONS = {
    "rights": "rights",
    "source": "citation",
    "original archive": "institution",
    "author(s)": "author",
    "donors": "credit",
    "donor": "credit",
}
# Characters of the words before a label that is surely one.
_LONGEST = 200


class Bullets(NamedTuple):
    """Where the old site's list begins and ends, and what is in it."""

    start: int
    end: int
    inside: Span
    url: Span | None
    entry: Span | None
    chrome: tuple[Span, ...]


def bullets(text: str, region: Span) -> Bullets | None:
    """The list "Citation … share document" above a document on the old site; None when there is none."""
    begin = BULLETS.search(text, *region) if text.find("get citation", *region) >= 0 else None
    if begin is None:
        return None
    share = _SHARE.search(text, begin.end(), region.end)
    chrome = [trim(text, *begin.span())]
    if share:
        inside, at = trim(text, begin.end(), share.start()), share.end()
        url = Span(*share.span("url")) if share["url"] else None
        chrome.append(trim(text, share.start(), url.start if url else share.end()))
    else:
        inside, url = _to_citation(text, Span(begin.end(), region.end)), None
        at = inside.end
    view = _VIEW.match(text, at, region.end)
    entry = None
    if view:
        entry = trim(text, *view.span("entry")) if view["entry"] else None
        chrome += [Span(*view.span("view"))] if view["view"] else []
        at = view.end()
    return Bullets(begin.start(), at, inside, url, entry, tuple(chrome))


def _to_citation(text: str, region: Span) -> Span:
    """The lines up to the end of the first that cites."""
    for line in lines(text, Span(region.start, min(region.end, region.start + 6000))):
        if _QUOTE.match(text, *line) and _CITING.search(text, *line):
            return trim(text, region.start, line.end)
    return Span(region.start, region.start)


def read_bullets(page: Page, found: Bullets) -> None:
    """Take summary, citation, address and language out of the list."""
    text, inside = page.text, found.inside
    page.aside("site", *found.chrome)
    starts = [m.start() for m in _QUOTE.finditer(text, *inside) if _CITING.search(text, m.start(), inside.end)]
    title = _letters(text[slice(*page.title)])[:20] if page.title else ""
    alike = [at for at in starts if title and _letters(text[at : at + 80]).startswith(title)]
    on_lines = [at for at in starts if not text[max(inside.start, text.rfind("\n", 0, at)) : at].strip() or at == inside.start]
    at = (alike or on_lines[-1:] or starts[:1] or [inside.end])[0]
    above, citation = trim(text, inside.start, at), Span(at, inside.end)
    if above.start < above.end:
        page.value("abstract", above)
    if citation.start < citation.end:
        page.value("citation", citation)
    if found.url:
        page.address(text[slice(*found.url)], found.url)
    if found.entry:
        page.value("contents", found.entry)


def _letters(words: str) -> str:
    return _LETTERS.sub("", words).lower()


def below(text: str, region: Span) -> int:
    """Where the labels and rights begin that the new site prints below a document; the region's end when it prints none."""
    for m in _START.finditer(text, *region):
        rest = text[m.end() : m.end() + _LONGEST]
        alone = text[text.rfind("\n", 0, m.start()) + 1 : m.start()].strip() == "" and rest.partition("\n")[0].strip(" :") == ""
        if alone and (m[0].startswith("Author") or _another(text, m.end(), region.end)) or not alone and _START.match(rest.lstrip(" :\n")):
            return m.start()
    if (text.find("welcomes", *region) >= 0 or text.find("copyright", *region) >= 0) and (rights := _RIGHTS.search(text, *region)):
        above = lines(text, Span(max(region.start, rights.start() - _LONGEST), rights.start()))
        start = rights.start()
        while above and _LABEL.fullmatch(text, *above[-1]):
            start = above.pop().start
        return start
    return region.end


def _another(text: str, at: int, end: int) -> bool:
    """Whether nothing follows, or another label or the rights do."""
    return not text[at:end].strip(" :\n") or any(
        _LABEL.fullmatch(text, *line) or _RIGHTS.match(text, *line) for line in lines(text, Span(at, min(end, at + 4000)))
    )


def read_below(page: Page, region: Span) -> None:
    """Labels are furniture; what stands behind them is rights, citation, archive or author, or names what the header has no place for."""
    text, name = page.text, ""
    for line in lines(text, region):
        if _LABEL.fullmatch(text, *line):
            page.aside("label", line)
            name = text[slice(*line)].rstrip(" :").lower()
        elif _RIGHTS.search(text, *line) or _ENQUIRY.match(text, *line) or name == "rights":
            _rights(page, line)
            name = "rights"
        elif name in ("source", "document information") and not page.has("citation"):
            page.value("citation", line)
        elif name in ("original archive", "author(s)", "donors", "donor") and not page.has(_ACTIONS[name]):
            page.value(_ACTIONS[name], line)
        elif name == "language" and code(text[slice(*line)]):
            page.value("language", line)
        else:
            page.aside("keywords", line)


def _rights(page: Page, line: Span) -> None:
    """What the page says of rights; labels before it on the line are labels."""
    start = line.start
    if _RIGHTS.search(page.text, *line):
        while label := _LABEL_BEFORE.match(page.text, start, line.end):
            start = label.end()
    page.aside("label", trim(page.text, line.start, start))
    page.value("rights", Span(start, line.end))


def read_summary(page: Page, region: Span) -> int:
    """Take the summary off the end of a document; returns where the document ends."""
    text = page.text
    found = list(units(text, region))
    if len(found) == 1:
        # neither blank lines nor lines too long for hard-wrapped text
        found = lines(text, region)
    if len(found) < 2:
        return region.end
    *above, last = found
    place, form = summary.after(text, above[-1]), summary.evidence(text, last, page.title)
    if form < 0 or place + form < 1 or when(page.words(last)):
        if form >= 0:
            page.found.append(
                summary.DOUBTFUL.at(
                    last,
                    "The last paragraph may be the archive's summary; it was left in the text.",
                    "Look at the page.",
                )
            )
        return region.end
    if place + form < 3:
        page.found.append(
            summary.SUPPOSED.at(
                last,
                "The last paragraph was taken for the archive's summary.",
                "See whether it belongs to the telegram.",
            )
        )
    # a summary of several paragraphs: those above tell of the document as well
    first = len(above)
    while first > 1 and not place and summary.evidence(text, above[first - 1], page.title) > 1 and summary.after(text, above[first - 2]):
        first -= 1
        place = 1
    for part in found[first:]:
        page.value("abstract", part)
    return above[first - 1].end
