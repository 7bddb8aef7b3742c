"""A digital archive's page round a telegram, in four forms: printed, as a PDF's text, saved from the old site, saved from the new one."""

from tei_cable.model import Cable, Source, Span
from tei_cable.readers import Claim, Reading
from tei_cable.readers.archive_page import front, labels, site
from tei_cable.readers.archive_page.page import Page
from tei_cable.text.layout import trim
from tei_cable.text.regex import regex

_DATE = regex(r"(?:Skip to content\s+)?(?:[A-Z][a-z]{2,8} \d{1,2}, \d{4}|Undated)[^\S\n]*\n\s*(?P<title>[^\n]{10,300})")
_TITLE = regex(r"\b(?:[Tt]elegram|[Cc]able|[Cc]iphergram|[Mm]essage|[Ll]etter|[Rr]eport|[Dd]ispatch|TELEGRAM|CABLE)\b.*\b(?i:from|to)\b|,\s.*\bto\b")
_DATED = regex(r"\s*(?:Skip to content\s+)?[A-Z][a-z]{2,8} \d{1,2}, \d{4} (?=(?P<title>[A-Z][^\n]{10,300}))")
_SUPPORT = "made possible with support from"
_REFUSED = Claim(
    0,
    "There is nothing of an archive's page: no labels (“Citation:”, “Summary:”, “Contents:”), no words of its site, no date above a title.",
)
_BELOW = ("Author(s)", "Associated ", "Document Information", "welcomes reuse")
_KEY = "-----BEGIN PGP"
# Characters in which words of the site are looked for above a document and below it.
_FIRST, _BOTTOM = 3000, 2500


class ArchivePage:
    """Reads the page and leaves the document on it to another reader."""

    name = "archive-page"

    def claim(self, source: Source, region: Span) -> Claim:
        """Sure when there are labels or words of the site, likely when a date stands above a title."""
        text, (start, end) = source.text, region
        if text.startswith(_KEY, start):
            start = max(start, text.find("-----END PGP", start, end))
        first = text[start : min(end, start + _FIRST)]
        if ("Citation" in first or "Contents:" in first) and (rows := labels.labelled(text, region)):
            told = ", ".join(sorted(text[slice(*row.label)].strip() for row in rows))
            return Claim(0.97, f"The page has the labels {told}.")
        if "get citation" in first and site.bullets(text, region):
            return Claim(0.97, "The page has the old site's list (“get citation”, “share document”).")
        last = text[max(start, end - _BOTTOM) : end]
        if any(word in last for word in _BELOW) and site.below(text, region) < end:
            return Claim(0.97, "The page has the new site's labels or rights below the document.")
        dated = _DATE.match(text, *trim(text, start, min(end, start + _FIRST)))
        if dated is None and (dated := _DATED.match(text, start, end)) and not front.RUN_ON.match(text, dated.end(), end):
            dated = None
        if dated and (_SUPPORT in first or _TITLE.search(dated["title"])):
            return Claim(0.95, "A date alone stands above a title.")
        return _REFUSED

    def read(self, source: Source, region: Span) -> Reading:
        """The page's facts; `inner` is the document."""
        text, page = source.text, Page(source.text)
        end = region.end
        if rows := labels.labelled(text, region):
            front.closed(page, Span(region.start, rows[0].label.start))
            at = labels.read(page, rows)
        elif bullets := site.bullets(text, region):
            front.closed(page, Span(region.start, bullets.start))
            site.read_bullets(page, bullets)
            at = bullets.end
        else:
            end = site.below(text, region)
            at = front.opened(page, Span(region.start, end))
        if end < region.end:
            site.read_below(page, Span(end, region.end))
            if not page.has("abstract"):
                end = site.read_summary(page, Span(at, end))
        page.finish()
        lang = next((f.attrs["ident"] for f in page.fields if f.name == "language" and f.attrs.get("ident")), "und") if page.entry else "und"
        cable = Cable(source, self.name, lang, tuple(page.fields), tuple(page.blocks), mentions=tuple(page.mentions), furniture=tuple(page.furniture))
        return Reading(cable, tuple(page.found), trim(text, at, end))


part = ArchivePage()
