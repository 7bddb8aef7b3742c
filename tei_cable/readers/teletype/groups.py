"""Date-time groups: "051530Z FEB 75", also with blanks inside ("251346 Z JUN 7 3")."""

import re
from calendar import monthrange
from typing import NamedTuple

from tei_cable.model import Span
from tei_cable.text.regex import regex

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_DIGIT = r"\d {0,2}"
GROUP = (
    rf"(?P<clock>{_DIGIT * 6})Z {{0,4}}(?P<month>{'|'.join(' {0,2}'.join(m) for m in _MONTHS)})\.? {{0,4}}"
    r"(?P<year>(?:1 {0,2}9 {0,2})?\d {0,2}\d)(?!\d)"
)
_LINE = regex(rf"(?P<precedence>[ZOPRYW](?:[ ,]+[ZOPRYW])*\s+)?(?P<group>{GROUP})(?P<rest>.{{0,60}})")


class Group(NamedTuple):
    """A line with a date-time group: where precedence and group stand, and the instant (ISO 8601; "" when there is no such day or hour)."""

    precedence: Span | None
    span: Span
    when: str


def group(text: str, line: Span) -> Group | None:
    """The date-time group that a line consists of, with the precedence before it; None when it is another line."""
    m = _LINE.fullmatch(text, *line)
    if m is None:
        return None
    precedence = Span(m.start("precedence"), m.start("precedence") + len(m["precedence"].rstrip())) if m["precedence"] else None
    return Group(precedence, Span(*m.span("group")), _instant(m))


def _instant(m: re.Match[str]) -> str:
    clock, month, year = ("".join(m[name].split()) for name in ("clock", "month", "year"))
    day, hour, minute, number = int(clock[:2]), int(clock[2:4]), int(clock[4:]), _MONTHS.index(month) + 1
    # of two digits: the form is younger than 1950
    full = int(year) if len(year) == 4 else int(year) + (1900 if int(year) >= 50 else 2000)
    if not (1 <= day <= monthrange(full, number)[1] and hour < 24 and minute < 60):
        return ""
    return f"{full}-{number:02}-{day:02}T{hour:02}:{minute:02}:00Z"
