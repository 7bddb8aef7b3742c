"""Tags calendar dates: days, months, years and ranges of them, completed from the date of the telegram."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from tei_cable.annotators import Annotation, adding
from tei_cable.authority.scene import Scene
from tei_cable.model import Cable, Code, Diagnostic, Mention, Severity, Span
from tei_cable.text.dates import ENGLISH, FOREIGN, Found, match, match_years

WEEKDAY = Code("D001", "wrong-weekday", Severity.WARNING)

_BARE = frozenset(names.split()[0].capitalize() for names in ENGLISH)
# These are other words too, or abbreviations: alone they count after a word that goes with a month.
_UNSURE = frozenset("May March Feb Aug Sept Oct Nov Dec".split())
_MONTHLY = re.compile(
    r"(?:\b(?:in|of|by|since|until|till|during|from|to|early|late|mid|last|next|this|before|after|through|the|a|and|or)\s+|[-\u2013(\u201c\"])$",
    re.IGNORECASE,
)
_NAMED_AFTER = re.compile(r"\s+(?:Revolution|War)\b")
# What may stand before a month: a day, a range of days, a date-time group, a weekday.
_WEEKDAY = r"\b(?:Mon|Tues?|Wed|Wednes|Thur?s?|Fri|Sat|Satur|Sun)(?:day)?\.?,?\s+"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|[ºª°])?"
_BEFORE = re.compile(
    rf"(?:{_WEEKDAY}(?:the\s+)?)?(?<![\w.,/$-])(?:{_DAY}\s?[-\u2010-\u2015]\s?)?{_DAY}\.?\s+(?:(?:of|de|di|do)\s+)?$|(?<!\d)\d{{6}}Z\s*$|{_WEEKDAY}$",
    re.IGNORECASE,
)
_REACH = 30
_OF = frozenset({"of", "de", "di", "do"})
_WEEKDAYS = frozenset({"mon", "tue", "wed", "thu", "fri", "sat", "sun"})
_LABEL = re.compile(r"\d+\.\s")
# "last March" and "next Friday, June 3" are looked for from a date half a year before or after the telegram's.
_SHIFTED = {"last": -1, "next": 1}
_HALF_A_YEAR = 190
# Further days of the month just named ("June 12 and 13"): what follows must not be what they count.
_NEXT_DAY = re.compile(
    r"(?:,\s+(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+)(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w\u2013/:-])"
    r"(?=\s*[.;:)\]]|\s*,\s+(?!\d{4})|,?\s+(?:and|or)\s+\d|\s+(?:at|in|to|on|with|from|by|for|as|is|was|were|are|respectively|which)\b|,\s+\d{4}\b)"
)
_LIST_YEAR = re.compile(r",\s+(1[5-9]\d\d)(?![\w/])")
_EARLIER_DAY = re.compile(r"(?<![\w.,/$-])(?P<all>(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?)\s+(?:and|or|&)\s+$")

_YEAR = re.compile(r"1[5-9]\d\d(?![\w/])")
_COUNTED = re.compile(
    r"(?:['\u2019]s\b|\s?%|[.,:]\d|\s*(?:Z|hours?|hrs?|GMT|local|men|troops|tons|feet|ft|meters|metres|km|kilometers|kilos?|miles|pounds|lbs|dollars|dols"
    r"|percent|per\s+cent|million|billion|persons?|people|votes?|words|aircraft|planes|rounds|soldiers|officers|students|refugees|vehicles|acres|military"
    r"|additional|civilians?|prisoners|villages|items|copies)\b)"
)
# What may stand between a year and the word before it; "mid-1962" has no gap.
_GAP = " \t\n(\u201c\u2018[\"'\u2014,;:"
_HALVED = re.compile(r"\b(?:mid|early|late|end|pre|post)[-\u2013]$", re.IGNORECASE)
_LAST_WORD = re.compile(r"[^\W\d_]+$")
# Small words that come before a number of anything, and before hours of the clock.
_COUNTING = frozenset("at about approximately some over only nearly almost around another exactly no nos number numbers".split())
# Numbers too small for a year of our century need one of these before them.
_SURELY = frozenset("in since during of from by until year".split())
# Between a name and a noun ("UN 1950 resolution") a number counts when it is of the telegram's own time.
_RECENT = 40


class Dates:
    """Wakes at the names of months, and at numbers that may be years."""

    needs = frozenset({"ref"})
    gives = frozenset({"date"})
    cues = tuple(
        dict.fromkeys(
            [form for names in ENGLISH for word in names.split() for form in (word.capitalize(), word.upper())]
            + [form for names in FOREIGN for word in names.split() for form in (word, word.capitalize(), word.upper())]
        )
    )

    def annotate(self, cable: Cable, scene: Scene) -> Annotation:
        """The cable with its dates; a weekday that is not that of its date is reported."""
        mentions, found = [], []
        # where numbers of other things end: references, and the labels of paragraphs
        taken = sorted(m.span.end for m in cable.mentions if m.kind in ("ref", "label"))
        dated = [*_months(scene, taken, cable.lang == "de")]
        for start, day in [*dated, *_years(scene, taken)]:
            mentions.append(Mention(Span(start, day.end), "date", attrs=day.attrs))
            if day.doubt:
                found.append(_wrong(scene.text, start, day))
        return Annotation(adding(cable, mentions), tuple(found))


def _wrong(text: str, start: int, found: Found) -> Diagnostic:
    words = " ".join(text[start : found.end].split())
    day = next(iter(found.attrs.values()))[:10]
    return WEEKDAY.at(Span(start, found.end), f"“{words}” names a weekday that is not that of {day}.", "Check the day and the year.")


def _months(scene: Scene, taken: Sequence[int], ordinal_dot: bool) -> Iterable[tuple[int, Found]]:
    """Dates with a month's name in them, none beginning before the last end in `taken`."""
    text, last = scene.text, 0
    for hit in scene.hits("cue:dates"):
        if hit.start < last:
            continue
        i = bisect_right(taken, hit.start)
        start, found = _around(text, hit.start, max(last, taken[i - 1] if i else 0), scene.date, ordinal_dot)
        if found is None or found.end < hit.end or not scene.inside(start, found.end) or not _is_date(text, start, found):
            continue
        if start < hit.start and (earlier := _earlier(text, start, last, found)):
            yield earlier
        for at, day in _further(text, start, found):
            yield at, day
            last = day.end


def _may_begin_before(word: str) -> bool:
    """Whether the word before a month may belong to the date: a day, a date-time group, a weekday, "of"."""
    return word[-1:].isdigit() or word[:1].isdigit() or word in _OF or word[:3].lower() in _WEEKDAYS


def _around(text: str, month: int, last: int, near: str, ordinal_dot: bool) -> tuple[int, Found | None]:
    """The expression that holds the month's name at `month`, and where it begins."""
    start, before = month, text[max(last, month - _REACH) : month]
    word = (before.split() or [""])[-1]
    if _may_begin_before(word) and (m := _BEFORE.search(before)) and (ordinal_dot or not _LABEL.match(m[0])):
        start -= len(before) - m.start()
    if len(near) == 10 and near[0] != "-" and (way := _SHIFTED.get(text[start - 5 : start - 1].lower())):
        near = (date.fromisoformat(near) + timedelta(way * _HALF_A_YEAR)).isoformat()
    found = match(text, start, near)
    # "Article 1 of Jan 28 draft": the number belongs to something else
    if start < month and (found is None or (text[month - 3 : month] == "of " and text[found.end : found.end + 2].strip().isdigit())):
        return month, match(text, month, near)
    return start, found


def _is_date(text: str, start: int, found: Found) -> bool:
    """Whether a month that stands alone is meant as one."""
    words = text[start : found.end].rstrip(".")
    if not words.isalpha():
        return True
    if words in _UNSURE:
        return bool(_MONTHLY.search(text, max(0, start - 12), start))
    return words in _BARE and not _NAMED_AFTER.match(text, found.end)


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
    while any(map(str.isdigit, text[end : end + 7])) and (m := _NEXT_DAY.match(text, end)) and (day := f"{int(m['day']):02}") > after:
        end, after = m.end(), day
        days.append((m.start("day"), Found(end, {"when": value[:-2] + day})))
    if len(days) > 1 and (m := _LIST_YEAR.match(text, end)):
        days = [(at, Found(d.end, {"when": m[1] + d.attrs["when"][4:]})) for at, d in days]
        days[-1] = (days[-1][0], days[-1][1]._replace(end=m.end()))
    return days


def _years(scene: Scene, taken: Sequence[int]) -> Iterable[tuple[int, Found]]:
    """Years that stand alone, and ranges of them."""
    text, last = scene.text, 0
    for m in _YEAR.finditer(text):
        start = m.start()
        i = bisect_right(taken, start)
        if start < last or (i < len(taken) and taken[i] <= m.end() + 1) or not scene.inside(start, m.end()) or not _is_year(scene, start, int(m[0])):
            continue
        found = match_years(text, start)
        if found and not _COUNTED.match(text, found.end):
            yield start, found
            last = found.end


def _is_year(scene: Scene, start: int, year: int) -> bool:
    """Whether the number at `start` is a year by the word before it."""
    now = int(scene.date[:4]) if scene.date[:4].isdigit() else 0
    before = scene.text[max(0, start - 24) : start]
    known = before.rstrip(_GAP)
    gap = before[len(known) :]
    if (now and year > now + _RECENT) or before.endswith("\n\n"):
        return False
    if not gap or (known.endswith(".") and gap.isspace()):
        return _HALVED.search(before) is not None
    m = _LAST_WORD.search(known)
    word = m[0] if m else ""
    if word.lower() in _SURELY:
        return True
    if year < 1900 or word.lower() in _COUNTING:
        return False
    if not gap.isspace() or word.islower():
        return True
    named = any(start - len(gap) == h.end for kind in ("place", "cue:references") for h in scene.hits(kind))
    return bool(word) and now - _RECENT < year and not named


part = Dates()
