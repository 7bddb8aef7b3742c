"""The top of an archive's page: the site's own words, date, title, credit, sometimes a summary."""

import re
from collections.abc import Iterator
from itertools import islice

from tei_cable.model import Block, Span
from tei_cable.readers.archive_page.page import CREDIT, Page
from tei_cable.readers.archive_page.summary import evidence
from tei_cable.text import forms
from tei_cable.text.dates import when
from tei_cable.text.layout import lines, trim
from tei_cable.text.regex import regex

# What sites and their mirrors print of their own.
_CHROME = (
    r"(?:Digital Archive|International History Declassified|digitalarchive\.\S+|(?:The )?Wilson Center(?! Digital)|"
    r"Skip to (?:main )?content|Search in|"
    r"ADD SEARCH FILTER|CANCEL SEARCH FILTER|CITATION\s+SHARE\s+DOWNLOAD|VIEW DOCUMENT IN|get citation|share document|\u2022|<<|Print|"
    r"(?:Total )?Pages?:\s?\d+|File Type:\s?\w+|Size:\s?[\d.,]+\s?[KM]?b|Download (?:full-text )?PDF|(?:Download|View) Original)"
)
_SITE = regex(rf"(?:[^\w\"\u201c]*{_CHROME}(?!\w))+(?:[^\w\"\u201c(\[]*)", re.IGNORECASE)
HEADER = regex(r"(?:Digital Archive\s+(?:digitalarchive\.\S+\s+)?)?International History Declassified")
_KEY = regex(r"-----BEGIN PGP [A-Z ]+-----.*?-----END PGP [A-Z ]+-----", re.DOTALL)
_DATE = regex(r"(?:[A-Z][a-z]{2,8} \d{1,2}, \d{4}|[A-Z][a-z]{2,8} \d{4}|\d{4})(?=\s+\S)")
_UNDATED = regex(r"Undated|\[?[Nn]\. ?d\.\]?|Date unknown")
# What begins a telegram and no title.
_CAPITALS = regex(
    r"[^a-z]{0,40}(?:SECRET|CONFIDENTIAL|TELEGRAM|URGENT)[^a-z]{0,40}|(?:Top )?Secret|(?:Ciphergram|Telegram) (?:[Nn]o\.?|[Nn]umber)\s?\d.{0,20}"
)
# A page in one line: the title ends where the credit or the telegram begins.
RUN_ON = regex(
    r"(?P<title>[^\n]{8,400}?)\s+(?:(?P<credit>(?:This|The translation of this) document was made possible\b[^\n]{0,40}?\bsupport from (?:the )?"
    r"(?:[A-Z][\w.&'\u2019-]+\s){1,5}?(?:Foundation|Fund|Corporation|Endowment|Institute|Trust|Society)\b\.?)(?=\s)|"
    r"(?=(?:TOP SECRET|SECRETARY OF STATE FOR|Of Special Significance|Ciphergram No|Telegram number|CIPHER(?:ED)? TELEGRAM|Telegram for coding)\b))"
)
_WORD = regex(r"\w+")
# Characters of a title; how many units a top has; among how many first lines and units its date is.
_LONG_TITLE, _UNITS, _DATED_LINES, _DATED_UNITS = 500, 12, 3, 4


def units(text: str, region: Span) -> Iterator[Span]:
    """Runs of lines that belong together: paragraphs, or lines where no blank lines part them."""
    for chunk in forms.units(text, region):
        rows = lines(text, chunk)
        first = [text[slice(*row)] for row in rows[:_DATED_LINES]] if len(rows) > 1 else []
        yield from rows if any(when(words) or _SITE.fullmatch(words) for words in first) else [chunk]


def closed(page: Page, region: Span) -> None:
    """Read a top that ends where the page's labels begin: what is nothing else is the title."""
    titles: list[Span] = []
    rest = _hosted(page, region)
    for unit in units(page.text, rest):
        for part in _parts(page, unit):
            if titles and part.end - part.start > _LONG_TITLE:
                page.value("abstract", part)
            else:
                titles.append(part)
    if titles:
        page.titled(Span(titles[0].start, titles[-1].end))


def opened(page: Page, region: Span) -> int:
    """Read a top that the document follows without a sign; returns where the document begins."""
    rest = _hosted(page, region)
    found = list(islice(units(page.text, rest), _UNITS))
    # what stands above the date: the summary or, without another title, the title
    date = next((i for i, unit in enumerate(found[:_DATED_UNITS]) if _is_dated(page, unit)), 0)
    before: list[Span] = []
    at = rest.start
    for i, unit in enumerate(found):
        for part in _parts(page, unit):
            if i < date:
                before.append(part)
            elif page.title is None and _is_title(page, part):
                page.titled(part)
            elif page.title and _again(page, part):
                page.blocks.append(Block("head", (part,)))
            else:
                at = part.start
                break
        else:
            at = unit.end
            continue
        break
    for part in before:
        if page.title or evidence(page.text, part, None) > 0:
            page.value("abstract", part)
        else:
            page.titled(part)
    return at


def _is_dated(page: Page, unit: Span) -> bool:
    """Whether a unit is a date, or begins with one behind the site's words."""
    site = _SITE.match(page.text, *unit)
    start = site.end() if site else unit.start
    words = page.words(Span(start, unit.end)) if unit.end - start <= _LONG_TITLE else ""
    return bool(when(words) or _UNDATED.fullmatch(words) or (m := _DATE.match(page.text, start, unit.end)) and when(m[0]))


def _hosted(page: Page, region: Span) -> Span:
    """Put aside what a host prints above the site's own header, and a key; the rest of the region."""
    start = region.start
    if key := _KEY.match(page.text, *trim(page.text, *region)):
        page.aside("site", Span(*key.span()))
        start = key.end()
    if header := HEADER.search(page.text, start, min(region.end, start + 2000)):
        above = trim(page.text, start, header.start())
        if not any(when(page.text[slice(*row)]) for row in lines(page.text, above)):
            page.aside("site", above)
            start = header.start()
    return Span(start, region.end)


def _parts(page: Page, unit: Span) -> Iterator[Span]:
    """What of a unit is neither the site's, nor the date, nor the credit."""
    text = page.text
    if (site := _SITE.match(text, *unit)) and (site.end() == unit.end or _DATE.match(text, site.end(), unit.end)):
        page.aside("site", trim(text, *site.span()))
        unit = trim(text, site.end(), unit.end)
    if unit.start == unit.end:
        return
    if not page.has("created") and unit.end - unit.start <= _LONG_TITLE:
        words = page.words(unit)
        if when(words) or _UNDATED.fullmatch(words):
            page.created(unit)
            return
    if not page.has("created") and (date := _DATE.match(text, *unit)) and when(date[0]):
        ahead = RUN_ON.match(text, date.end(), unit.end)
        if ahead or unit.end - unit.start <= _LONG_TITLE:
            page.created(Span(*date.span()))
            unit = trim(text, date.end(), unit.end)
        if ahead:
            yield trim(text, *ahead.span("title"))
            if ahead["credit"]:
                page.value("credit", Span(*ahead.span("credit")))
            unit = trim(text, ahead.end(), unit.end)
    if not page.has("credit") and unit.end - unit.start <= _LONG_TITLE and CREDIT.search(text, *unit):
        page.value("credit", unit)
        return
    if unit.start < unit.end:
        yield unit


def _is_title(page: Page, part: Span) -> bool:
    return part.end - part.start <= _LONG_TITLE and not _CAPITALS.fullmatch(page.text, *part)


def _again(page: Page, part: Span) -> bool:
    """Whether the words are the title's once more, perhaps with a date after them."""
    if page.title is None or part.end - part.start > _LONG_TITLE or page.text[part.end - 1] == ":":
        return False
    title, words = ([w.lower() for w in _WORD.findall(page.text, *span)] for span in (page.title, part))
    return words[: len(title)] == title and len(words) <= len(title) + 4 or len(words) > 4 and title[: len(words)] == words
