"""What a heading says for the header: title, numbers, who writes to whom."""

import re
from collections.abc import Iterable, Sequence

from tei_cable.model import Field, Mention, Note, Span
from tei_cable.text.dates import match
from tei_cable.text.filing import filed_on
from tei_cable.text.headings import Heading
from tei_cable.text.headings.sides import Sides, destined, parts
from tei_cable.text.layout import MARKER, phrase
from tei_cable.text.moments import moment, sent_on
from tei_cable.text.parties import parties
from tei_cable.text.regex import regex

_MARKERS = regex(MARKER)
# A range of numbers that a line end cuts.
_WRAPPED = regex(r"(?<=\d)([-\u2013])\s(?=\d)")
_FILE = regex(r"\s*:\s(?:[A-Z][a-z]+\s(?:of\s)?)?(?:[Tt]ele|[Aa]ir|[Rr]adio|[Cc]able)\w*gram\b.*$")
_STYLED = regex(r"(?P<style>Sir|Lord|Lady|Viscount|Earl|Mr\.?|Mrs\.?|Miss|Dr\.?|M\.|Mme)\s", re.IGNORECASE)
_DATED = regex(r",\s+(?=(?:\d{1,2}\s)?[A-Z][a-z]+\s[\d, ]{4,9}\Z)")
_EDGES = " .[]\n"


def facts(text: str, head: Heading, notes: Iterable[Note]) -> tuple[list[Field], list[Mention]]:
    """Header fields and mentions of a heading; the markers of `notes` in it are no part of its words."""
    start, end = head.title
    words = _blanked(text, head.title, notes)
    fields = [Field("title", phrase(words, 0, len(words)), Span(start, end), "heading")]
    mentions = []
    if head.label:
        mentions.append(Mention(head.label, "label"))
        number = text[slice(*head.label)].strip(_EDGES).removeprefix("No.").strip(_EDGES)
        fields.append(Field("document", number, head.label, "heading"))
    if head.above:
        fields += _kept(text, head.above, head.label)
    if head.number:
        fields.append(Field("number", _WRAPPED.sub(r"\1", phrase(text, *head.number)), head.number, "heading"))
    if head.sender:
        found = list(parts(words, start, Sides(head.sender, head.recipients)))
        mentions += _persons(text, found)
    else:
        found = list(destined(words, start)) or parties(words, start, "heading")
    fields += found
    fields += (Field("author", f.value, f.span, f.origin) for f in found if f.name == "sent/persName")
    return fields, mentions


def _persons(text: str, found: Iterable[Field]) -> Iterable[Mention]:
    """The persons that a heading names by its form, with their styles: also where they are in capitals."""
    for f in found:
        if f.name.endswith("/persName") and f.span:
            yield Mention(f.span, "persName")
            if style := _STYLED.match(text, *f.span):
                yield Mention(Span(f.span.start, style.end("style")), "roleName")


def _blanked(text: str, title: Span, notes: Iterable[Note]) -> str:
    """The words of the title with blanks for markers of notes: every character keeps its place."""
    start, end = title
    words = _MARKERS.sub(lambda m: " " * len(m[0]), text[start:end])
    for n in notes:
        if n.marker and start <= n.marker.start and n.marker.end <= end:
            a, b = n.marker.start - start, n.marker.end - start
            words = words[:a] + " " * (b - a) + words[b:]
    return words


def _kept(text: str, above: Span, label: Span | None) -> Iterable[Field]:
    """The file in which the telegram is kept, from the line above the heading."""
    start = label.end if label and above.start <= label.start < above.end else above.start
    file = _FILE.sub("", text[start : above.end]).strip(" .\n")
    if file:
        at = text.index(file, start)
        yield Field("shelfmark", phrase(file, 0, len(file)), Span(at, at + len(file)), "file number")


def day_of_file(text: str, head: Heading | None) -> str:
    """The day (ISO 8601) that the file number above a heading ends in, or ""."""
    return filed_on(text[slice(*head.above)]) if head and head.above else ""


def _day(text: str, where: Span) -> list[Field]:
    """The day with which a title ends: "Telegram from A to B, 23 October 1962"."""
    found = match(text, where.start)
    if found is None or found.end != where.end or len(found.attrs.get("when", "")) < len("1962-10-23"):
        return []
    return [Field("created", phrase(text, *where), where, "heading", found.attrs), Field("sent/date", "", None, "heading", found.attrs)]


def times(text: str, head: Heading, known: Sequence[Field]) -> list[Field]:
    """The day of sending by the file number, where no other place gives it; the receipt that the heading notes."""
    fields = []
    filed = day_of_file(text, head)
    if filed and not sent_on(known):
        attrs = {"when": filed, "cert": "medium"}
        fields += [Field("created", filed, None, "file number", attrs), Field("sent/date", "", None, "file number", attrs)]
    elif filed:
        fields.append(Field("sent/date", "", None, "file number", {"when": filed, "cert": "medium"}))
    if not sent_on([*known, *fields]) and (dated := _DATED.search(text, *head.title)):
        fields += _day(text, Span(dated.end(), head.title.end))
    if head.received:
        _, attrs = moment(text, head.received, sent_on([*known, *fields]))
        fields += [Field("received/date", "", None, "heading", attrs)] if attrs else []
    return fields
