"""Dates as telegrams write them, to the values of TEI's dating attributes (ISO 8601).

English in every order and abbreviation; French, German, Spanish, Italian, Portuguese and romanised Russian with the names of their
months. All-number dates of which nobody knows whether day or month comes first are left alone.
"""

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from tei_cable.text.regex import regex

# TEI's dating attributes.
DATING = ("when", "from", "to", "notBefore", "notAfter")
# Characters of a full day.
FULL_DAY = len("1962-11-01")
# The names of the months; those of other languages need a day before or a year after them.
ENGLISH = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun",
    "july jul", "august aug", "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip
FOREIGN = (
    "janvier januar jänner enero gennaio janeiro yanvarya", "février fevrier februar febrero febbraio fevereiro fevralya",
    "mars märz marz marzo março marco marta", "avril abril aprile aprelya", "mai mayo maggio maio maya", "juin juni junio giugno junho iyunya",
    "juillet juli julio luglio julho iyulya", "août aout agosto avgusta", "septembre septiembre setiembre settembre setembro sentyabrya",
    "octobre oktober octubre ottobre outubro oktyabrya", "novembre noviembre novembro noyabrya",
    "décembre dezember diciembre dicembre dezembro dekabrya",
)  # fmt: skip
MONTHS = {word: n for names in (FOREIGN, ENGLISH) for n, words in enumerate(names, 1) for word in words.split()}
MONTH_NAMES = tuple(words.split()[0].capitalize() for words in ENGLISH)
_ENGLISH = frozenset(word for words in ENGLISH for word in words.split())
# English months that are also words: lower case does not count.
_WORDS = frozenset({"may", "march", "mar", "dec", "jan", "sep"})
_ROMAN = {r: n for n, r in enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], 1)}
_WEEK = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}

_WEEKDAY = r"(?:(?P<week>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|nes|rs|ur|urs)?(?:day)?\.?,?\s+(?:the\s+)?)?"
# any word: `MONTHS` says which are months
_MONTH = r"(?P<month>[^\W\d_]{3,10})(?![^\W\d_])(?:(?:(?<=\bSept)|(?<=\b\w\w\w)(?<!May))\.)?"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|[ºª°])?(?![\w/])(?!:\d)(?!\s?%)(?!\.\d)(?!,\d(?!\d{3}(?!\d)))"
_YEAR = r"(?P<year>1[5-9]\d\d|20[0-4]\d)(?![\w/])"
_DASH = r"\s?[-\u2010-\u2015]\s?"
_TIME = r"""(?:(?:,?\s+(?:at\s+)?|,?\s?[-\u2010-\u2015]\s?)(?:
    (?P<hour>1?\d)(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])(?:\.\s?m\b\.?|m\b\.?) |
    (?P<word>noon|midnight)\b |
    (?P<clock>(?:[01]\d|2[0-3])[0-5]\d)\s?(?:(?P<zulu>Z|GMT)\b | (?:hours|hrs|local)\b(?:\s(?:[A-Z]D?ST|[A-Z]{2}D?[ST]T|local\stime))?) |
    (?P<h>[01]?\d|2[0-3])(?:\s?h(?:\.|\b)|(?=[h:][0-5]\d))(?:[h:]?\s?(?P<hmin>[0-5]\d))?(?:\sUhr\b)?
))?"""
# A year of two digits: with an apostrophe, or too high for a day and at the end of its phrase.
_SHORT = r"['\u2019](?P<short>\d\d)\b|(?P<bare>3[2-9]|[4-9]\d)(?=\s*(?:[.,;:)\]]|$)|\s+(?:when|and|to|in|at|by|from|was|is)\b)"
_FLAGS = re.IGNORECASE | re.VERBOSE
_LETTERS = regex(rf"{_WEEKDAY}{_MONTH}(?:\s+{_DAY})?(?:(?:,\s*|\s+){_YEAR}|,?\s+(?:{_SHORT}))?{_TIME}", _FLAGS)
_USUAL = regex(r"([A-Z][a-z]{2,8}) (0?[1-9]|1\d|2[0-8])(?:, (1[5-9]\d\d))?(?=[.;)\[\]](?!\d)|,? (?!at |noon|midnight)[a-z(]|, [A-Z])")
_DIGITS = regex(
    rf"{_WEEKDAY}(?:(?P<first>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?{_DASH})?{_DAY}\.?\s+(?:(?:of|de|di|do)\s+)?{_MONTH}"
    rf"(?:,?(?:\s+del?|\s+do)?\s+{_YEAR}|\s+(?:{_SHORT}))?{_TIME}",
    _FLAGS,
)
_YEARS = regex(rf"{_YEAR}(?:\s?[-\u2010-\u2015]\s?(?P<until>1[5-9]\d\d|20[0-4]\d|\d\d)(?![\w/\u2013-]))?")
_GROUP = regex(
    rf"(?P<day>[0-3]\d)(?P<clock>(?:[01]\d|2[0-3])[0-5]\d)\s?(?P<zulu>Z)\s*{_MONTH}(?:\s*(?:(?P<year>19\d\d)|(?P<short>\d\d))(?!\w))?", _FLAGS
)
_ISO = regex(r"(?P<year>1[5-9]\d\d|20[0-4]\d)-(?P<mm>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?![\w-])")
_SLASHED = regex(r"(?P<a>\d\d?)([./-])(?P<b>\d\d?|[IVX]{1,4})\2(?P<year>19\d\d|\d\d)(?![\w/.-]*\d)")
_TO = regex(_DASH)
_UNTIL = regex(rf"{_DAY}(?:,\s*{_YEAR})?", _FLAGS)


# Every month has the days before this one.
_SURE_DAY = 29
# Months of one year that are fewer apart are nearer than those of the next.
_HALF_A_YEAR = 6
# Days within which a weekday may decide for a year that is not the nearest.
_OPEN_CHOICE = 245
_NEAR = regex(r"(?:1[5-9]|20)\d\d(?:$|-\d\d(?:$|-\d\d))")


class Found(NamedTuple):
    """A date expression: where it ends, its TEI attributes, and whether the weekday it names is another day's."""

    end: int
    attrs: dict[str, str]
    doubt: bool = False


class _Day(NamedTuple):
    """What an expression says; 0 or "" is what it leaves open."""

    year: int
    month: int
    day: int
    time: str = ""
    week: int = -1


def when(words: str, near: str = "") -> dict[str, str]:
    """TEI dating attributes (`when`, or `from` and `to`) of one date expression; {} when it is none.

    `near` is an ISO date (or its beginning): an expression without a year means the nearest such day to it; with no `near` the value is
    one without a year ("--11-01").
    """
    words = words.strip()
    found = match(words, 0, near)
    return found.attrs if found and not words[found.end :].strip(" .") else {}


def match(text: str, at: int, near: str = "") -> Found | None:
    """The longest date expression that begins at `at`, or None. For `near` see `when`."""
    digit = text[at : at + 1].isdigit()
    if not digit and (m := _USUAL.match(text, at)) and (found := _usual(m, near)):
        return found
    read = _begin(text, at, digit)
    if read is None:
        return None
    end, first, second = read
    if second is None:
        end, second = _rest(text, end, first)
    return _resolve(end, first, second, near)


def match_years(text: str, at: int) -> Found | None:
    """The year or range of years that begins at `at`, or the day that a date in figures begins there with; None when neither does."""
    if m := _ISO.match(text, at):
        return _resolve(m.end(), _Day(int(m["year"]), int(m["mm"]), int(m["day"])), None, "")
    read = _years(text, at)
    return _resolve(*read, "") if read else None


def _usual(m: re.Match[str], near: str) -> Found | None:
    """The short way for nine dates of ten: a month, a day below 29, and a year or one that is plain."""
    month, day = MONTHS.get(m[1].lower()), m[2]
    if month is None or m[1].lower() not in _ENGLISH:
        return None
    year = m[3] or (near[:4] if len(near) == FULL_DAY and abs(month - int(near[5:7])) < _HALF_A_YEAR else "")
    return Found(m.end(), {"when": f"{year}-{month:02}-{day:0>2}"}) if year else None


def _begin(text: str, at: int, digit: bool) -> tuple[int, _Day, _Day | None] | None:
    """The expression at `at`: its end, its day, and the last day when it is a range of one month or of years."""
    if not digit:
        return _named(_LETTERS.match(text, at)) or _named(_DIGITS.match(text, at))
    if found := _named(_DIGITS.match(text, at)):
        return found
    if found := _named(_GROUP.match(text, at)):
        return found
    if m := _ISO.match(text, at):
        return m.end(), _Day(int(m["year"]), int(m["mm"]), int(m["day"])), None
    if (m := _SLASHED.match(text, at)) and (day := _slashed(m)):
        return m.end(), day, None
    return _years(text, at)


def _named(m: re.Match[str] | None) -> tuple[int, _Day, _Day | None] | None:
    """The day of a match with a month's name in it."""
    if m is None:
        return None
    word, number, year = m.group("month", "day", "year")
    lower = word.lower()
    month, day = MONTHS.get(lower), int(number or 0)
    if month is None or word in _WORDS or (lower not in _ENGLISH and not year and (m.re.pattern != _DIGITS.pattern or not day)):
        return None
    if number and m.re.pattern != _GROUP.pattern and m.lastgroup in ("day", "month", "year") and m["week"] is None:
        time, week, first = "", -1, m["first"] if m.re.pattern == _DIGITS.pattern else None
    else:
        parts = m.groupdict()
        year = year or _century(parts.get("short") or parts.get("bare"))
        time, week, first = _time(parts), _WEEK.get((parts.get("week") or "").lower(), -1), parts.get("first")
        if not day and (time or week >= 0):
            return None
    found = _Day(int(year or 0), month, day, time, week)
    return (m.end(), found._replace(day=int(first), time=""), found) if first else (m.end(), found, None)


def _century(short: str | None) -> str:
    return f"19{short}" if short else ""


def _time(parts: dict[str, str | None]) -> str:
    """The time of day in an expression, as ISO 8601 with seconds: "T20:00:00", "T14:30:00Z", or ""."""
    if clock := parts.get("clock"):
        return f"T{clock[:2]}:{clock[2:]}:00{'Z' if parts.get('zulu') else ''}"
    hour, minute = parts.get("hour") or parts.get("h"), parts.get("minute") or parts.get("hmin") or "0"
    if word := parts.get("word"):
        hour = "12" if word.lower() == "noon" else "0"
    if half := parts.get("half"):
        hour = str(int(hour or 0) % 12 + (12 if half.lower() == "p" else 0))
    return f"T{int(hour):02}:{int(minute):02}:00" if hour else ""


def _slashed(m: re.Match[str]) -> _Day | None:
    """An all-number date, if one of its numbers can only be the day or the month is in Roman numerals."""
    year = int(m["year"]) + (1900 if len(m["year"]) == 2 else 0)
    a, b = int(m["a"]), _ROMAN.get(m["b"], 0)
    if b:
        return _Day(year, b, a)
    if not m["b"].isdigit():
        return None
    b = int(m["b"])
    if a <= 12 < b:
        return _Day(year, a, b)
    return _Day(year, b, a) if b <= 12 < a else None


def _years(text: str, at: int) -> tuple[int, _Day, _Day | None] | None:
    m = _YEARS.match(text, at)
    if m is None:
        return None
    year, until = int(m["year"]), m["until"]
    if until is None:
        return m.end(), _Day(year, 0, 0), None
    last = int(until) if len(until) == 4 else year // 100 * 100 + int(until)
    if last > year:
        return m.end(), _Day(year, 0, 0), _Day(last, 0, 0)
    return m.end("year"), _Day(year, 0, 0), None


def _rest(text: str, end: int, first: _Day) -> tuple[int, _Day | None]:
    """What follows a dash after an expression, when it is the end of a range: a day of the same month, or a second expression."""
    dash = _TO.match(text, end) if first.month and not first.time else None
    if dash is None:
        return end, None
    at = dash.end()
    second = _begin(text, at, text[at : at + 1].isdigit())
    if second and second[2] is None and bool(second[1].day) == bool(first.day) and second[1].month:
        return second[0], second[1]
    if first.day and (m := _UNTIL.match(text, at)) and not (first.year and m["year"]):
        return m.end(), _Day(int(m["year"] or 0), first.month, int(m["day"]))
    return end, None


def _resolve(end: int, first: _Day, second: _Day | None, near: str) -> Found | None:
    if second is None:
        day, doubt = _complete(first, near)
        return Found(end, {"when": _iso(day)}, doubt) if _exists(day) else None
    last, doubt = _complete(second if second.year else second._replace(year=first.year), near)
    start = first if first.year else first._replace(year=last.year - (first.month > last.month) if last.year else 0)
    if not _exists(start) or not _exists(last) or (last.year and start[:3] >= last[:3]):
        return None
    return Found(end, {"from": _iso(start), "to": _iso(last)}, doubt)


def _complete(day: _Day, near: str) -> tuple[_Day, bool]:
    """The day with its year, and whether its weekday is wrong.

    Of the years about `near` the nearest counts; a weekday may choose another one only where the choice is open (half a year away, give or
    take two months).
    """
    if day.year or not _NEAR.match(near):
        return day, bool(day.year) and day.week >= 0 and _exists(day) and date(*day[:3]).weekday() != day.week
    year = int(near[:4])
    if day.week < 0 and day.day < _SURE_DAY and len(near) == FULL_DAY and abs(day.month - int(near[5:7])) < _HALF_A_YEAR:
        return day._replace(year=year), False
    middle = _ordinal(near)
    choices = [c for y in (year - 1, year, year + 1) if _exists(c := day._replace(year=y))]
    choices.sort(key=lambda c: abs(date(c.year, c.month, c.day or 15).toordinal() - middle))
    if not choices or day.week < 0:
        return (choices[0] if choices else day), False
    fit = [c for c in choices if abs(date(*c[:3]).toordinal() - middle) < _OPEN_CHOICE and date(*c[:3]).weekday() == day.week]
    return (fit or choices)[0], not fit


def _ordinal(near: str) -> int:
    """The day number of an ISO date; the middle of what it leaves open."""
    year, month, day = (*map(int, near[:10].split("-")), 0, 0)[:3]
    return date(year, month or 7, day or (15 if month else 1)).toordinal()


def _exists(day: _Day) -> bool:
    return day.day < _SURE_DAY or day.day <= monthrange(day.year or 2000, day.month)[1]


def _iso(day: _Day) -> str:
    if not day.year:
        return f"--{day.month:02}" + (f"-{day.day:02}" if day.day else "")
    return f"{day.year}" + (f"-{day.month:02}" if day.month else "") + (f"-{day.day:02}{day.time}" if day.day else "")
