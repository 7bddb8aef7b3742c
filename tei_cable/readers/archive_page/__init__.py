"""A digital archive's page round a telegram: date, title, then labels ("Citation:", "Summary:" …) with their values, then the document."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from tei_cable.model import Cable, Field, Furniture, Mention, Source, Span
from tei_cable.readers import Claim, Reading
from tei_cable.readers.archive_page.citation import parts
from tei_cable.text.dates import when
from tei_cable.text.language import code
from tei_cable.text.layout import paragraphs, phrase, trim
from tei_cable.text.parties import parties

# The labels by what they stand for.
_LABELS = {
    "citation": "citation",
    "summary": "abstract",
    "credits": "credit",
    "credit": "credit",
    "original language": "language",
    "contents": "contents",
}
_LABEL = re.compile(r"^[^\S\n]*(?P<label>Citation|Summary|Credits?|Original Language|Contents)[^\S\n]*:[^\S\n]*", re.MULTILINE)
_LANGUAGE = r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
# "Translation - English", "Original", "English Translation": what the page has of the document.
_ENTRY = re.compile(
    rf"(?:(?:Translation|Original|Transcript(?:ion)?|Scan)(?:\s*[-\u2013\u2014]\s*{_LANGUAGE}(?:\s\([^()\n]*\))?)?|{_LANGUAGE}\s(?:Translation|Original|Transcript(?:ion)?))(?=\s|$)"
)
_TITLE = re.compile(r"\*\*(?P<title>.*)\*\*", re.DOTALL)
_FUNDER = re.compile(r"\b(?:support|grant|funding) from (?:the )?(?P<name>[A-Z].*?)\s*[.]?$", re.DOTALL)
_SITE = re.compile(
    r"(?:\W*(?:Digital Archive|International History Declassified|digitalarchive\.\S+|Wilson Center|Skip to content|Search in|\u2022))+\W*"
)
_BARE_ADDRESS = re.compile(r"https?://[^\s<>]+")
_NUMBER = re.compile(r"(\d+)/?$")
# Characters in which the labels are looked for.
_FRONT = 20000
# Characters: a title, and an entry of the contents.
_LONG_TITLE = 500
_ENOUGH = 2


class _Labelled(NamedTuple):
    """One label of the page and the paragraphs that are its value."""

    name: str
    label: Span
    value: Span | None


class ArchivePage:
    """Reads the page and leaves the document on it to another reader."""

    name = "archive-page"

    def claim(self, source: Source, region: Span) -> Claim:
        """Sure when there are two labels of such a page or more."""
        found = {m["label"] for m in _LABEL.finditer(source.text, region.start, min(region.end, region.start + _FRONT))}
        if len(found) >= _ENOUGH:
            return Claim(0.95, f"The page has the labels {', '.join(sorted(found))}.")
        return Claim(0, "There are no labels of an archive's page (“Citation:”, “Summary:”, “Contents:” …) before the text.")

    def read(self, source: Source, region: Span) -> Reading:
        """The page's facts; `inner` is the document."""
        text = source.text
        page = _Page(text)
        rows = _rows(text, region)
        front = Span(region.start, rows[0].label.start if rows else region.start)
        page.front(paragraphs(text, front))
        for row in rows:
            page.furniture.append(Furniture(row.label, "label"))
            if row.value:
                page.value(row.name, row.value)
        at = max([region.start, *(row.label.end for row in rows), *(row.value.end for row in rows if row.value)])
        inner = trim(text, at, region.end)
        page.finish()
        lang = next((f.attrs["ident"] for f in page.fields if f.name == "language" and f.attrs.get("ident")), "und") if page.entry else "und"
        cable = Cable(source, self.name, lang, tuple(page.fields), mentions=tuple(page.mentions), furniture=tuple(page.furniture))
        return Reading(cable, (), inner)


def _rows(text: str, region: Span) -> list[_Labelled]:
    """The labels in order, each once, up to the contents' entry, after which the document begins."""
    found: list[re.Match[str]] = []
    for m in _LABEL.finditer(text, region.start, min(region.end, region.start + _FRONT)):
        if m["label"] not in {x["label"] for x in found}:
            found.append(m)
        if m["label"] == "Contents":
            break
    rows = []
    for i, m in enumerate(found):
        last = i + 1 == len(found)
        value = trim(text, m.end(), region.end if last else found[i + 1].start())
        name = _LABELS[m["label"].lower()]
        if last:
            value = _last(text, name, value)
        rows.append(_Labelled(name, trim(text, *m.span()), value if value.start < value.end else None))
    return rows


def _last(text: str, name: str, value: Span) -> Span:
    """The value of the last label: the contents' entry, or one paragraph."""
    entry = _ENTRY.match(text, *value)
    if name in ("contents", "language"):
        line = text.find("\n", *value)
        end = entry.end() if entry else value.start if name == "contents" or line < 0 else line
        return Span(value.start, end)
    return next(iter(paragraphs(text, value)), Span(value.start, value.start))


class _Page:
    """Collects fields, mentions and furniture."""

    def __init__(self, text: str):
        self.text = text
        self.fields: list[Field] = []
        self.mentions: list[Mention] = []
        self.furniture: list[Furniture] = []
        self.entry = False
        self.title: Span | None = None

    def words(self, span: Span) -> str:
        """The words of a span, blanks squeezed."""
        return phrase(self.text, *span)

    def add(self, name: str, span: Span, origin: str, attrs: dict[str, str] | None = None) -> None:
        """A field with the words of a span."""
        self.fields.append(Field(name, self.words(span), span, origin, attrs or {}))

    def front(self, chunks: Sequence[Span]) -> None:
        """What stands before the labels: date, title, and what else a site prints there."""
        titles: list[Span] = []
        dated = False
        for chunk in chunks:
            words = self.words(chunk) if chunk.end - chunk.start <= _LONG_TITLE else ""
            attrs = when(words) if words and not dated else {}
            if attrs or words == "Undated":
                dated = True
                self.add("created", chunk, "page", attrs)
                if attrs:
                    self.fields.append(Field("sent/date", "", None, "page", attrs))
            elif words and _SITE.fullmatch(words):
                self.furniture.append(Furniture(chunk, "site"))
            elif words and _FUNDER.search(words):
                self.value("credit", chunk)
            elif not words and titles:
                self.value("abstract", chunk)
            else:
                titles.append(chunk)
        if titles:
            self._titled(Span(titles[0].start, titles[-1].end))

    def _titled(self, span: Span) -> None:
        """The title, without the asterisks that print it bold."""
        if m := _TITLE.fullmatch(self.text, *span):
            self.furniture += [Furniture(Span(span.start, span.start + 2), "bold"), Furniture(Span(span.end - 2, span.end), "bold")]
            span = trim(self.text, *m.span("title"))
        if span.start < span.end:
            self.title = span
            self.add("title", span, "title of the page")

    def value(self, name: str, span: Span) -> None:
        """The value of a label."""
        if name == "contents":
            self.entry = True
            self.fields.insert(0, Field("language", self.words(span), span, "contents", {"ident": code(self.words(span)) or "und"}))
        elif name == "language":
            self.add("language", span, "original language", {"ident": code(self.words(span)) or "und"})
        elif name == "citation":
            self.add("citation", span, "citation")
            self._cited(span)
        else:
            self._more(name, span) if any(f.name == name == "abstract" for f in self.fields) else self.add(name, span, name)
            if name == "credit" and (m := _FUNDER.search(self.text, *span)):
                self.add("funder", Span(*m.span("name")), "credit")

    def _more(self, name: str, span: Span) -> None:
        """Further words of a field that the header has once."""
        i = next(i for i, f in enumerate(self.fields) if f.name == name)
        self.fields[i] = replace(self.fields[i], value=f"{self.fields[i].value} {self.words(span)}")
        self.furniture.append(Furniture(span, name))

    def _cited(self, span: Span) -> None:
        """Archive, address, document number and translator as the citation gives them."""
        found = parts(self.text, span)
        self.mentions += found
        if publisher := next((m.span for m in found if m.kind == "publisher"), None):
            self.add("publisher", publisher, "citation")
        bare = _BARE_ADDRESS.search(self.text, *span)
        if bare and not any(m.kind == "ptr" for m in found):
            self._address(bare[0].rstrip(".,;)"))
        for m in found:
            if m.kind == "ptr":
                self._address(m.attrs["target"])
            elif m.attrs.get("role") == "translator":
                self.add("translator", m.span, "citation")

    def _address(self, url: str) -> None:
        self.fields.append(Field("uri", url, None, "citation"))
        if number := _NUMBER.search(url):
            self.fields.append(Field("document", number[1], None, "citation"))

    def finish(self) -> None:
        """Sender and recipient from the title; an original is in the original's language."""
        if self.title:
            found = parties(self.text[slice(*self.title)], self.title.start, "title of the page", seats=True)
            self.fields += [Field("author", f.value, f.span, f.origin) for f in found if f.name == "sent/persName"]
            # a party's date comes last
            dates = [f for f in self.fields if f.name == "sent/date"]
            self.fields = [f for f in self.fields if f.name != "sent/date"] + found + dates
        known = [f.attrs["ident"] for f in self.fields if f.name == "language" and f.attrs["ident"] != "und"]
        self.fields = [
            Field(f.name, f.value, f.span, f.origin, {"ident": known[0]}) if f.name == "language" and f.attrs["ident"] == "und" and known else f
            for f in self.fields
        ]


part = ArchivePage()
