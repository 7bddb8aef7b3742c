"""Times of sending and receipt as header lines note them beside the dateline: "[Received 6:13 p. m.]", "R. 4.20 p.m., 5 June"."""

import re
from calendar import monthrange
from collections.abc import Iterable

from tei_cable.model import Field, Span
from tei_cable.text.dates import FULL_DAY, match
from tei_cable.text.regex import regex

_TIME = regex(
    r"\b(?:(?P<hour>1?\d)(?:[.:](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?\s?m\b\.?|(?P<word>noon|midnight)\b|"
    r"(?P<clock>(?:[01]\d|2[0-3])[0-5]\d)(?:\s?(?:hours|hrs)\b|(?=[\s,.)\]]|$))|"
    r"(?P<h>[01]?\d|2[0-3])(?:\s?(?:h\b\.?|Uhr\b)\s?(?P<past>[0-5]?\d\b)?|[:.](?P<after>[0-5]\d)\b))",
    re.IGNORECASE,
)
_START = regex(r"\b(?=\d|[^\W\d_])")
_DAY = regex(r"\b(?:le|am|den|the)\s+(?P<day>[12]\d|3[01]|[1-9])(?:er|th|st|nd|rd|\.)?\b(?!\s?h\b)")


def sent_on(fields: Iterable[Field]) -> str:
    """The day on which a telegram was sent, as its fields say (ISO 8601), or ""."""
    days = (day for f in fields if f.name in ("created", "sent/date") for key in ("when", "from") if (day := f.attrs.get(key)))
    return next(days, "")[:FULL_DAY]


def moment(text: str, span: Span, near: str) -> tuple[int, dict[str, str]]:
    """The end of a note of day and time, in any order, and its dating attributes; {} when it is none.

    What it leaves open is that of the day `near` (ISO 8601, or "" when nobody knows it): a time alone is of that day.
    """
    day, begin, end = _day(text, span, near)
    if len(day) > FULL_DAY:
        return end, {"when": day}
    time = _TIME.search(text, end, span.end) or _TIME.search(text, span.start, begin)
    if time is None and not day:
        return span.end, {}
    end = max(end, time.end() if time else 0)
    day = day or near
    if len(day) != FULL_DAY or day.startswith("-"):
        return span.end, {}
    return end, {"when": day + (clock(time) if time else "")}


def _day(text: str, span: Span, near: str) -> tuple[str, int, int]:
    """The day in a note (ISO 8601, with its time if that follows; or ""), where it begins and where it ends."""
    for m in _START.finditer(text, *span):
        found = match(text, m.start(), near)
        value = found.attrs.get("when", "") if found else ""
        if found and found.end <= span.end and len(value) >= FULL_DAY and not value.startswith("-"):
            return value, m.start(), found.end
    if near and (said := _DAY.search(text, *span)):
        return _after(near, int(said["day"])), said.start(), said.end()
    return "", span.start, span.start


def _after(near: str, day: int) -> str:
    """The first day of that number on or after the day `near`, in its month or the next; "" when there is none."""
    year, month = int(near[:4]), int(near[5:7])
    if day < int(near[8:10]):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return f"{year}-{month:02}-{day:02}" if day <= monthrange(year, month)[1] else ""


def clock(m: re.Match[str]) -> str:
    """The time of day that was found, as ISO 8601 writes it after a day."""
    if whole := m["clock"]:
        return f"T{whole[:2]}:{whole[2:]}:00"
    if word := m["word"]:
        return "T12:00:00" if word.lower() == "noon" else "T00:00:00"
    hour, minute = int(m["hour"] or m["h"]), m["minute"] or m["past"] or m["after"] or "00"
    if half := m["half"]:
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    return f"T{hour:02}:{minute:0>2}:00"
