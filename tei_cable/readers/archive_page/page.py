"""Collects what an archive's page says of the document on it: header fields, parts of the citation, furniture."""

import re
from collections.abc import Iterable

from tei_cable.model import Block, Diagnostic, Field, Furniture, Mention, Span
from tei_cable.readers.archive_page.citation import kept, parts
from tei_cable.text.dates import when
from tei_cable.text.language import code
from tei_cable.text.layout import phrase, trim
from tei_cable.text.parties import parties, party
from tei_cable.text.regex import regex

CREDIT = regex(r"\b(?:support|grant|funding) from (?:the )?(?P<name>[A-Z].*?)\s*[.]?$", re.DOTALL)
_BOLD = regex(r"\*\*(?P<title>.*)\*\*", re.DOTALL)
_BARE_ADDRESS = regex(r"https?://[^\s<>]+")
# The archive's number of the document; that of a page of its site ("/node/91388") is none.
_NUMBER = regex(r"(?<!/node)/(?P<n>\d+)/?$")
# What a title says after the parties: a subject in quotation marks, day or hour, a number in brackets.
_AFTER = regex(
    r"(?:,?\s+['\"\u2018\u201c].*|,\s+(?:[A-Z][a-z]+day\b.*|\d{1,2}(?::\d\d)?\s[ap]\.?m\..*|noon.*|midnight.*|regarding\b.*|Report\b.*|"
    r"\d{1,2}\s[A-Z][a-z]+\s\d{4}|[A-Z][a-z]+\s\d{1,2},\s\d{4})|\s+\(\d+\))\s*$",
    re.DOTALL,
)

# A title that is a post with its head's name: "Hungarian Embassy in Havana (Beck)".
_POST = regex(r"[A-Z](?:(?!\b(?:[Ff]rom|to)\b)[^(),])*\([^()\d]{2,40}\)", re.DOTALL)


class Page:
    """Fields, mentions and furniture of one page, and what was noticed."""

    def __init__(self, text: str):
        self.text = text
        self.fields: list[Field] = []
        self.mentions: list[Mention] = []
        self.blocks: list[Block] = []
        self.furniture: list[Furniture] = []
        self.found: list[Diagnostic] = []
        self.title: Span | None = None
        # whether the page says which version of the document it has
        self.entry = False

    def words(self, span: Span) -> str:
        """The words of a span, blanks squeezed."""
        return phrase(self.text, *span)

    def has(self, name: str) -> bool:
        """Whether the page has said this already."""
        return any(f.name == name for f in self.fields)

    def add(self, name: str, span: Span, origin: str, attrs: dict[str, str] | None = None) -> None:
        """A field with the words of a span."""
        self.fields.append(Field(name, self.words(span), span, origin, attrs or {}))

    def aside(self, kind: str, *spans: Span) -> None:
        """Words that are the page's and not the document's."""
        self.furniture += [Furniture(span, kind) for span in spans if span.start < span.end]

    def created(self, span: Span) -> None:
        """The date of the document."""
        attrs = when(self.words(span))
        self.add("created", span, "page", attrs)
        if attrs:
            self.fields.append(Field("sent/date", "", None, "page", attrs))

    def titled(self, span: Span) -> None:
        """The title, without the asterisks that print it bold."""
        if m := _BOLD.fullmatch(self.text, *span):
            self.aside("bold", Span(span.start, span.start + 2), Span(span.end - 2, span.end))
            span = trim(self.text, *m.span("title"))
        if span.start < span.end:
            self.title = span
            self.add("title", span, "title of the page")

    def value(self, name: str, span: Span) -> None:
        """The value of a label, or of words that need none."""
        if name == "contents":
            self.entry = True
            self.fields.insert(0, Field("language", self.words(span), span, "contents", {"ident": code(self.words(span)) or "und"}))
        elif name == "language":
            self.add("language", span, "original language", {"ident": code(self.words(span)) or "und"})
        elif name == "citation":
            self.cited(span)
        elif name in ("abstract", "rights") and self.has(name):
            self._more(name, span)
        elif name == "rights":
            self.add(name, span, name, {"status": "unknown"})
        else:
            self.add(name, span, name)
            if name == "credit" and (m := CREDIT.search(self.text, *span)):
                self.add("funder", Span(*m.span("name")), "credit")

    def _more(self, name: str, span: Span) -> None:
        """Further words of a field that the header has once."""
        i = next(i for i, f in enumerate(self.fields) if f.name == name)
        self.fields[i] = self.fields[i]._replace(value=f"{self.fields[i].value} {self.words(span)}")
        self.aside(name, span)

    def cited(self, span: Span) -> None:
        """The citation; archive, address, document number and translator as it gives them."""
        if self.has("citation"):
            self.aside("citation", span)
            return
        self.add("citation", span, "citation")
        found = parts(self.text, span)
        self.mentions += found
        if not self.has("publisher") and (publisher := next((m.span for m in found if m.kind == "publisher"), None)):
            self.add("publisher", publisher, "citation")
        if not any(m.kind == "title" for m in found) and (archive := kept(self.text, span)):
            self.add("institution", archive, "citation")
        bare = _BARE_ADDRESS.search(self.text, *span)
        if bare and not any(m.kind == "ptr" for m in found):
            self.address(bare[0].rstrip(".,;)"))
        for m in found:
            if m.kind == "ptr":
                self.address(m.attrs["target"])
            elif m.attrs.get("role") == "translator":
                self.add("translator", m.span, "citation")

    def address(self, url: str, span: Span | None = None) -> None:
        """The address of the document; its number in the archive ends it."""
        if any(f.name == "uri" and f.value == url for f in self.fields):
            if span:
                self.aside("address", span)
            return
        self.fields.append(Field("uri", url, span, "page" if span else "citation"))
        if not self.has("document") and (number := _NUMBER.search(url)):
            self.fields.append(Field("document", number["n"], None, "address"))

    def finish(self) -> None:
        """Sender and recipient from the title; an original is in the original's language."""
        if found := list(self._parties()):
            self.fields += [Field("author", f.value, f.span, f.origin) for f in found if f.name == "sent/persName"]
            # a party's date comes last
            dates = [f for f in self.fields if f.name == "sent/date"]
            self.fields = [f for f in self.fields if f.name != "sent/date"] + found + dates
        known = [f.attrs["ident"] for f in self.fields if f.name == "language" and f.attrs["ident"] != "und"]
        self.fields = [
            Field(f.name, f.value, f.span, f.origin, {"ident": known[0]}) if f.name == "language" and f.attrs["ident"] == "und" and known else f
            for f in self.fields
        ]

    def _parties(self) -> Iterable[Field]:
        """The parties of the title, or of that in the citation where the page prints none or prints capitals."""
        cited = next((m.span for m in self.mentions if m.kind == "title" and m.attrs.get("level") == "a"), None)
        title, origin = self.title, "title of the page"
        if cited and (title is None or self.text[slice(*title)].isupper()):
            title, origin = cited, "citation"
            if not self.has("title"):
                self.add("title", cited, "citation")
        if title is None:
            return ()
        words = self.text[slice(*title)]
        after = _AFTER.search(words)
        words = words[: after.start()] if after else words
        if _POST.fullmatch(words):
            return party("sent", words, title.start, origin, seats=True)
        return parties(words, title.start, origin, seats=True)
