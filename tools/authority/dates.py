"""Dates as the notes of the FRUS lists print them."""

import re
from dataclasses import dataclass

from tei_cable.text.dates import MONTH_NAMES

MONTH = rf"(?:{'|'.join(MONTH_NAMES)})"
FULL = rf"(?:{MONTH}(?: \d{{1,2}})?,? ?\d{{4}}|(?:spring|summer|fall|autumn|winter|early|late|mid)?[- ]?\d{{4}})"
PART = rf"{MONTH}(?: \d{{1,2}})?"  # a date whose year the second date of the range gives
DASH = r"\s?[–—-]\s?"
RANGE = re.compile(rf"(?:from |between )?(?P<start>{FULL}|{PART})(?:{DASH}| to | until | through )(?P<end>{FULL})$")
START = re.compile(rf"(?:beginning|from|after|since|as of|effective) (?P<start>{FULL})(?: on(?:ward)?)?$")
END = re.compile(rf"(?:until|to|through|till|before) (?:his death (?:on|in) |her death (?:on|in) )?(?P<end>{FULL})$")


@dataclass(frozen=True)
class Period:
    """A start and an end as YYYY, YYYY-MM or YYYY-MM-DD; empty where nothing is said."""

    start: str = ""
    end: str = ""


def split(clause: str) -> tuple[str, Period]:
    """Return a clause without the date at its end, and that date: "Prime Minister until May 1960" -> "Prime Minister"."""
    for form in (RANGE, START, END):
        for found in re.finditer(r"(?:^|[\s,(])", clause):
            if match := form.match(clause.rstrip(" .)"), found.end()):
                parts = match.groupdict()
                end = iso(parts.get("end") or "", "")
                start = iso(parts["start"], end[:4]) if parts.get("start") else ""
                return clause[: found.start()].rstrip(" ,("), Period(start, end)
    return clause.rstrip(" .,"), Period()


def iso(words: str, year: str) -> str:
    """Write an English date as ISO 8601; `year` completes a date without a year."""
    number = re.search(r"\d{4}", words)
    year = number[0] if number else year
    month = re.search(MONTH, words)
    if not year or not month:
        return year
    day = re.search(r"[a-z] (\d{1,2})(?!\d)", words)
    made = f"{year}-{MONTH_NAMES.index(month[0]) + 1:02d}"
    return f"{made}-{int(day[1]):02d}" if day else made
