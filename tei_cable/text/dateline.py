"""The line with the place and the time of sending: "Washington, December 7, 1955—3:39 p.m."."""

import re
from typing import NamedTuple

from tei_cable.model import Field, Mention, Span
from tei_cable.text.dates import match, when
from tei_cable.text.layout import MARKER, phrase

_CUE = re.compile(
    r"(?<!\w)(?:\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|"
    r"[Uu]ndated\b|\[undated\])"
)
_WORD = r"[A-ZÀ-ÖØ-Þ][\w.'\u2019-]*"
_PLACE = re.compile(
    rf"[\"\u201c\u00ab\s]*(?:(?:[Dd]ispatched|[Ss]ent|[Gg]iven)\s+from\s+)?"
    rf"(?P<place>{_WORD}(?:,?\s+(?:{_WORD}|de|del|la|le|am|of|the))*?)??[\s,]*(?:\b(?:le|den|the|on)\s+)?"
)
_CLOCK = re.compile(r"\s+at\s+(?P<h>[01]?\d|2[0-3])[:.](?P<m>[0-5]\d)\b")
_RECEIVED = re.compile(r"[\s,;(\[]*(?:and\s+)?(?:[Rr]eceived|[Rr]eçu)\b:?\s*(?:on|le|at)?\s*")
_REST = re.compile(
    rf"(?:[\s.,;:()\[\]\"\u201d\u00bb\u2014-]|\d{{1,4}}(?:\s?(?:[ap]\.?\s?m\b\.?|Z|h)\b)?|[lI]?\s?[ap]\.?\s?m\b\.?|(?:local|time|GMT|EST|[Nn]oon|[Mm]idnight)\b|{MARKER})*"
)
# "August 22,1956", "1961,2 p.m.": a blank is missing; "Noon". "July 9/10, 1957—midnight": the night between two days.
_UNTIDY = re.compile(r",(?=\d)|\b(?:Noon|Midnight)\b")
_NIGHT = re.compile(r"(?P<month>[A-Z][a-z]+) (?P<first>\d\d?)/(?P<last>\d\d?), (?P<year>\d{4})(?:\s?[-\u2013\u2014]\s?midnight)?")
# Characters: a dateline, and a date with its day.
_LONGEST, _DAY = 160, 10


class Dateline(NamedTuple):
    """What a dateline says: its mentions (`placeName`, `date`) and header fields."""

    mentions: list[Mention]
    fields: list[Field]


def dateline(text: str, span: Span) -> Dateline | None:
    """What the words of `span` say as a dateline; None when they are none."""
    if span.end - span.start > _LONGEST:
        return None
    cue = _CUE.search(text, *span)
    place = _PLACE.fullmatch(text, span.start, cue.start()) if cue else None
    if cue is None or place is None:
        return None
    end, attrs = _date(text, cue.start(), span.end)
    undated = text[cue.start()].lower() == "u" or text[cue.start()] == "["
    if not undated and not any(len(day) >= _DAY for day in attrs.values()):
        return None
    made = Dateline([], [])
    if place["place"]:
        where = Span(*place.span("place"))
        made.mentions.append(Mention(where, "placeName"))
        made.fields.append(Field("sent/placeName", phrase(text, *where), where, "dateline"))
    if undated:
        end = cue.end()
    else:
        _dated(text, Span(cue.start(), end), attrs, made)
    if received := _RECEIVED.match(text, end, span.end):
        last, attrs = _date(text, received.end(), span.end)
        if attrs:
            made.mentions.append(Mention(Span(received.end(), last), "date", attrs=attrs))
            made.fields.append(Field("received/date", "", None, "dateline", attrs))
            end = last
    return made if _REST.fullmatch(text, end, span.end) else None


def _dated(text: str, where: Span, attrs: dict[str, str], made: Dateline) -> None:
    made.mentions.append(Mention(where, "date", attrs=attrs))
    made.fields.append(Field("created", phrase(text, *where), where, "dateline", attrs))
    made.fields.append(Field("sent/date", "", None, "dateline", attrs))


def _date(text: str, at: int, end: int) -> tuple[int, dict[str, str]]:
    """The end and the dating attributes of the date at `at`; no attributes when there is none."""
    if _UNTIDY.search(text, at, end):
        words = text[at:end].rstrip()
        if attrs := when(_UNTIDY.sub(lambda m: ", " if m[0] == "," else m[0].lower(), words)):
            return at + len(words), attrs
    if text.find("/", at, end) > 0 and (night := _NIGHT.match(text, at, end)):
        return night.end(), when(f"{night['month']} {night['first']}-{night['last']}, {night['year']}")
    found = match(text, at)
    if found is None or found.end > end:
        return end, when(text[at:end]) if found else {}
    if clock := _CLOCK.match(text, found.end, end):
        day = found.attrs.get("when", "")
        if len(day) == 10:
            return clock.end(), {"when": f"{day}T{int(clock['h']):02}:{clock['m']}:00"}
    return found.end, found.attrs
