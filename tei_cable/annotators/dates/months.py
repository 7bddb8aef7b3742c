"""Dates with the name of a month in them, found in running text."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from tei_cable.authority.lexicon import Hit
from tei_cable.authority.scene import Scene
from tei_cable.model import Span
from tei_cable.text.dates import ENGLISH, FULL_DAY, Found, match
from tei_cable.text.regex import regex

_BARE = frozenset(names.split()[0].capitalize() for names in ENGLISH)
# These are other words too, or abbreviations: alone they count after a word that goes with a month.
_UNSURE = frozenset("May March Feb Aug Sept Oct Nov Dec".split())
_MONTHLY = regex(
    r"(?:\b(?:in|of|by|since|until|till|during|from|to|early|late|mid|last|next|this|before|after|through|the|a|and|or)\s+|[-\u2013(\u201c\"])$",
    re.IGNORECASE,
)
_NAMED_AFTER = regex(r"\s+(?:Revolution|War)\b")
# What may stand before a month: a day, a range of days, a date-time group, a weekday.
_WEEKDAY = r"\b(?:Mon|Tues?|Wed|Wednes|Thur?s?|Fri|Sat|Satur|Sun)(?:day)?\.?,?\s+"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|[ºª°])?"
_BEFORE = regex(
    rf"(?:{_WEEKDAY}(?:the\s+)?)?(?<![\w.,/$-])(?:{_DAY}\s?[-\u2010-\u2015]\s?)?{_DAY}\.?\s+(?:(?:of|de|di|do)\s+)?$|(?<!\d)\d{{6}}Z\s*$|{_WEEKDAY}$",
    re.IGNORECASE,
)
_REACH = 30
_OF = frozenset({"of", "de", "di", "do"})
_WEEKDAYS = frozenset({"mon", "tue", "wed", "thu", "fri", "sat", "sun"})
_LABEL = regex(r"\d+\.\s")
# "last March" and "next March" are looked for from a date half a year and half a month before or after the telegram's.
_SHIFTED = {"last": -1, "next": 1}
_SHIFT = 198
# Further days of the month just named ("June 12 and 13"): what follows must not be what they count.
_NEXT_DAY = regex(
    r"(?:,\s+(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+)(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w\u2013/:-])"
    r"(?=\s*[.;:)\]]|\s*,\s+(?!\d{4})|,?\s+(?:and|or)\s|\s+(?:at|in|to|on|with|from|by|for|as|is|was|were|are|respectively|which)\b|,\s+\d{4}\b)",
    re.IGNORECASE,
)
# After "between" or "from" it needs no more evidence ("between March 9 and 12 the Ambassador …").
_UNTIL_DAY = regex(
    r"\s+(?:and|to|through|until)\s+(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w\u2013/:-]|\s+(?:per|hours|percent|%)|[.,]\d)", re.IGNORECASE
)
# The day after the one just named, before a name: "On July 6 and 7 Rusk spoke".
_DAY_AFTER = regex(r"\s+and\s+(?P<day>\d{1,2})(?=\s+[A-Z][a-z])")
_ON = regex(r"\b[Oo]n\s+$")
# "December and January" are of two years.
_TURN = regex(r"\s+(?:and|to|through|or)\s+(?=Jan\b|January\b)")
_RANGE = regex(r"\b(?:between|from)\s+$", re.IGNORECASE)
_LIST_YEAR = regex(r",\s+(1[5-9]\d\d)(?![\w/])")
_EARLIER_DAY = regex(r"(?<![\w.,/$-])(?P<all>(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?)\s+(?:and|or|&|to|through|until)\s+$")


def months(scene: Scene, taken: Sequence[Span], ordinal_dot: bool) -> Iterable[tuple[int, Found]]:
    """Where dates with a month's name begin, and what they are, in order.

    `taken`, sorted, are the places that are known to be something else. `ordinal_dot` is whether "3." before a month is its day, as in German.
    """
    text, last = scene.text, 0
    ends = [span.end for span in taken]
    for hit in scene.hits("cue:dates"):
        i = bisect_right(ends, hit.start)
        if hit.start < last or (i < len(taken) and taken[i].start <= hit.start):
            continue
        start, found = _around(scene, hit, max(last, ends[i - 1] if i else 0), ordinal_dot)
        if found is None or not _is_date(text, start, found):
            continue
        if (turn := _TURN.match(text, found.end)) and (next_year := _inside(scene, turn.end(), turn.end())):
            found = _of_the_year_before(text, start, found, next_year)
        if start < hit.start and (earlier := _earlier(text, start, last, found)):
            yield earlier
        for at, day in _further(text, start, found):
            yield at, day
            last = day.end


def _may_begin_before(word: str) -> bool:
    """Whether the word before a month may belong to the date: a day, a date-time group, a weekday, "of"."""
    return word[-1:].isdigit() or word[:1].isdigit() or word in _OF or word[:3].lower() in _WEEKDAYS


def _around(scene: Scene, hit: Hit, last: int, ordinal_dot: bool) -> tuple[int, Found | None]:
    """The expression that holds the month's name at `hit`, and where it begins; it begins after `last`."""
    text, month = scene.text, hit.start
    start, before = month, text[max(last, month - _REACH) : month]
    word = (before.split() or [""])[-1]
    if _may_begin_before(word) and (m := _BEFORE.search(before)) and (ordinal_dot or not _LABEL.match(m[0])):
        start -= len(before) - m.start()
    found = _inside(scene, start, hit.end)
    # "Article 1 of Jan 28 draft": the number belongs to something else
    if start < month and (found is None or (text[month - 3 : month] == "of " and text[found.end : found.end + 2].strip().isdigit())):
        start, found = month, _inside(scene, month, hit.end)
    if found and found.end == hit.end and (way := _SHIFTED.get(text[start - 5 : start - 1].lower())) and len(scene.date) == FULL_DAY:
        return start, match(text, start, (date.fromisoformat(scene.date) + timedelta(way * _SHIFT)).isoformat())
    return start, found


def _inside(scene: Scene, start: int, least: int) -> Found | None:
    """The date at `start`, up to `least` or beyond but not beyond its paragraph."""
    found = match(scene.text, start, scene.date)
    if found and not scene.inside(start, found.end):
        region = scene.region(start)
        cut = match(scene.text[start : region.end], 0, scene.date) if region else None
        found = cut._replace(end=start + cut.end) if cut else None
    return found if found and found.end >= least else None


def _is_date(text: str, start: int, found: Found) -> bool:
    """Whether a month that stands alone is meant as one."""
    words = text[start : found.end].rstrip(".")
    if not words.isalpha():
        return True
    words = words.capitalize() if words.isupper() else words
    if words in _UNSURE:
        return bool(_MONTHLY.search(text, max(0, start - 12), start))
    return words in _BARE and not _NAMED_AFTER.match(text, found.end)


def _of_the_year_before(text: str, start: int, found: Found, january: Found) -> Found:
    """A December that says no year and is followed by a January: it is of the year before that."""
    when, other = found.attrs.get("when", ""), january.attrs.get("when", "")
    if when[4:7] != "-12" or when[:4] in text[start : found.end] or not other[:4].isdigit():
        return found
    return found._replace(attrs={**found.attrs, "when": f"{int(other[:4]) - 1}{when[4:]}"})


def _earlier(text: str, start: int, last: int, found: Found) -> tuple[int, Found] | None:
    """The day before "and 6 November" in "5 and 6 November"."""
    value = found.attrs.get("when", "")[:10]
    m = _EARLIER_DAY.search(text, max(last, start - 12), start)
    if m is None or not value[-2:].isdigit() or not text[start].isdigit():
        return None
    day = f"{int(m['day']):02}"
    return (m.start(), Found(m.end("all"), {"when": value[:-2] + day})) if day < value[-2:] else None


def _further(text: str, start: int, found: Found) -> list[tuple[int, Found]]:
    """A full date with the days of the same month that follow it; a year after the last of them is that of all."""
    value = found.attrs.get("when", "")
    days, end, after = [(start, found)], found.end, value[-2:]
    if len(value) != 10:
        return days
    if _RANGE.search(text, max(0, start - 9), start) and (m := _UNTIL_DAY.match(text, end)) and (day := f"{int(m['day']):02}") > after:
        end, after = m.end(), day
        days.append((m.start("day"), Found(end, {"when": value[:-2] + day})))
    while any(map(str.isdigit, text[end : end + 7])) and (m := _NEXT_DAY.match(text, end)) and (day := f"{int(m['day']):02}") > after:
        end, after = m.end(), day
        days.append((m.start("day"), Found(end, {"when": value[:-2] + day})))
    if len(days) == 1 and (m := _DAY_AFTER.match(text, end)) and int(m["day"]) == int(after) + 1 and _ON.search(text, max(0, start - 4), start):
        days.append((m.start("day"), Found(m.end(), {"when": f"{value[:-2]}{m['day']:0>2}"})))
    if len(days) > 1 and (m := _LIST_YEAR.match(text, end)):
        days = [(at, Found(d.end, {"when": m[1] + d.attrs["when"][4:]})) for at, d in days]
        days[-1] = (days[-1][0], days[-1][1]._replace(end=m.end()))
    return days
