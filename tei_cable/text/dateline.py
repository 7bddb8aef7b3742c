"""The line with the place and the time of sending: "Washington, December 7, 1955—3:39 p.m."."""

import re
from typing import NamedTuple

from tei_cable.model import Field, Mention, Span
from tei_cable.text.dates import match, when
from tei_cable.text.layout import MARKER, phrase
from tei_cable.text.moments import moment, sent_on
from tei_cable.text.regex import regex

_CUE = regex(
    r"(?<!\w)(?:\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|"
    r"[Uu]ndated\b|\[undated\]|n\.\s?d\.)"
)
_WORD = r"[A-ZÀ-ÖØ-Þ][\w.'\u2019-]*"
_PLACE = regex(
    rf"[\"\u201c\u00ab\s\[]*(?:(?:[Dd]ispatched|[Ss]ent|[Gg]iven)\s+from\s+)?"
    rf"(?P<place>{_WORD}(?:,?\s+(?:{_WORD}|de|del|la|le|am|of|the))*?)??[\s,\[\]]*(?:\b(?:le|den|the|on)\s+)?"
)
_CLOCK = regex(r"\s+at\s+(?P<h>[01]?\d|2[0-3])[:.](?P<m>[0-5]\d)\b")
_RECEIVED = regex(r"[\s,;.(\[]*(?:and\s+)?(?:[Rr]eceived|RECEIVED|[Rr]eçu|Ankunft)\b\s?:?\s*(?:(?:on|le|at|à|am)\s+)?")
_REST = regex(
    rf"(?:[\s.,;:()\[\]\"\u201d\u00bb\u2014-]|\d{{1,4}}(?:\s?(?:[ap]\.?\s?m\b\.?|Z|h)\b)?|[lI]?\s?[ap]\.?\s?m\b\.?|(?:local|time|GMT|EST|[Nn]oon|[Mm]idnight)\b|{MARKER})*"
)
# What is put right before a date is read: "August 22,1956" (a blank is missing), "Noon", "12 noon", "5 January [1940]", "18.10 Uhr", "ore 22",
# "1936 - XIV" (the year of an era). "July 9/10, 1957—midnight": the night between two days.
_UNTIDY = regex(
    r",(?=\d)|\b(?:12\s+)?(?:Noon|Midnight)\b|\b12\s+(?:noon|midnight)\b|[\[\]]|(?P<hour>[012]?\d)[.:](?P<minute>[0-5]\d)\sUhr\b|"
    r"(?P<full>[012]?\d)\s(?:Uhr|h\.?(?=\s\d\b))(?:\s(?P<past>[0-5]?\d)\b)?|\bore\s(?P<ore>[012]?\d)(?:[.,:](?P<minuti>[0-5]\d))?|\s?[-\u2013]\s?[IVX]+\b"
)
_HALF = regex(r"\b[ap]\.\s?m\.$")
_MARKED = regex(r"\s*(?:\[(?:\d{1,3}|[a-z]|[*†‡§]{1,3})\])+\W*$")
_NIGHT = regex(r"(?P<month>[A-Z][a-z]+) (?P<first>\d\d?)/(?P<last>\d\d?), (?P<year>\d{4})(?:\s?[-\u2013\u2014]\s?midnight)?")
# What every dateline has one of, and what everything untidy has one of: each begins with a letter or sign, so that it is found fast.
_YEAR = regex(r"1[5-9]\d\d|20[0-4]\d|/\d\d|\.\d\d|-\d\d|'\d\d|\u2019\d\d|ndated|n\.\s?d\.")
_ODD = regex(r",\d|\[|Noon|Midnight|12\s+[nm]|Uhr|ore\s\d|h\.?\s\d\b|-\s?[IVX]|\u2013\s?[IVX]")
# Characters: a dateline, and a date with its day.
_LONGEST, _DAY = 160, 10


class Dateline(NamedTuple):
    """What a dateline says: its mentions (`placeName`, `date`) and header fields."""

    mentions: list[Mention]
    fields: list[Field]


def dateline(text: str, span: Span) -> Dateline | None:
    """What the words of `span` say as a dateline; None when they are none."""
    if span.end - span.start > _LONGEST or not _YEAR.search(text, *span):
        return None
    cue = _CUE.search(text, *span)
    place = _PLACE.fullmatch(text, span.start, cue.start()) if cue else None
    if cue is None or place is None:
        return None
    end, attrs = _date(text, cue.start(), span.end)
    undated = text[cue.start()] in "uUn["
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
        if not attrs or next(iter(attrs.values()))[0] == "-":
            last, attrs = moment(text, Span(received.end(), span.end), sent_on(made.fields))
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
    if _ODD.search(text, at, end) and (tidied := _tidied(text, at, end)):
        return tidied
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


def _tidied(text: str, at: int, end: int) -> tuple[int, dict[str, str]] | None:
    """The date at `at`, read after what is untidy in it is put right; None when nothing else than a date stands there."""
    end = next((m.start() for m in (_RECEIVED.search(text, at, end), _MARKED.search(text, at, end)) if m), end)
    words = text[at:end].rstrip(" ,;:)\n")
    words = words if _HALF.search(words) else words.rstrip(" .")
    attrs = when(" ".join(_UNTIDY.sub(_tidy, words).split()))
    return (at + len(words), attrs) if attrs else None


def _tidy(m: re.Match[str]) -> str:
    found = m.groupdict()
    if hour := found["hour"] or found["full"] or found["ore"]:
        return f"{hour}:{found['minute'] or found['past'] or found['minuti'] or '00':0>2}"
    if m[0] == ",":
        return ", "
    word = m[0].lower().split()[-1] if m[0].strip() else ""
    return word if word in ("noon", "midnight") else ""
