"""Tenures: a person in an office for a time, those of the core's tables, and how well one fits a day.

`offices.tsv` holds those of the persons on `persons.tsv`. `tenures.tsv` holds the American ones of all others, who are not looked for in texts; it is
read when somebody asks for an office that it has.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from tei_cable.authority.entries import spoken_order
from tei_cable.authority.office_names import Office, canonical
from tei_cable.authority.people import Person, read_name
from tei_cable.authority.tables import lines, table


class Tenure(NamedTuple):
    """A person in an office: dates as YYYY, YYYY-MM or YYYY-MM-DD, "" where unknown; `first` and `last` are years in which it is attested.

    `start` is the day on which the office was taken up (an ambassador's credentials presented), `appointed` that of the appointment.
    """

    person: str
    start: str
    end: str
    first: str
    last: str
    source: str
    appointed: str = ""


# An office with one tenure of it.
Held = tuple[Office, Tenure]

# How well a tenure fits a day; the better first.
EXACT, COVERS, ATTESTED, NO = range(4)


def fit(t: Tenure, date: str) -> int:
    """How well a tenure fits a day (YYYY-MM-DD): EXACT or COVERS by its dates, ATTESTED by the years of its source, or NO."""
    if t.start and t.start > date[: len(t.start)] or t.end and t.end < date[: len(t.end)]:
        return NO
    if t.start and t.end:
        return EXACT if len(t.start) > 4 and len(t.end) > 4 and t.start <= date and t.end[: len(date)] >= date[: len(t.end)] else COVERS
    year = date[:4]
    if t.first <= year <= t.last or not t.first:
        return COVERS if t.start or t.end else ATTESTED
    return NO


def served(t: Tenure) -> bool:
    """Whether the office was ever taken up: one who was only appointed has neither a start nor an end."""
    return bool(t.start or t.end or t.first or not t.appointed)


def dates(t: Tenure, posted: bool) -> str:
    """The dates of a tenure in words; the start of one at a post is the day of the accreditation."""
    said = [f"appointed {t.appointed}"] if t.appointed else []
    said += [f"{'accredited' if posted and t.appointed else 'from'} {t.start}"] if t.start and t.start != t.appointed else []
    said += [f"until {t.end}"] if t.end else []
    if not t.start and not t.end:
        said += [f"attested {t.first} to {t.last}"] if t.first else ["took no office up"] if t.appointed else ["undated"]
    return ", ".join(said)


COLUMNS = ("office", "state", "post", "person", "appointed", "started", "ended", "seen_from", "seen_to", "source")


@cache
def known() -> Mapping[str, Sequence[Held]]:
    """The tenures of the persons that are looked for in texts, by the name of their office, the same for every authority."""
    found: dict[str, list[Held]] = {}
    for title, state, post, *row in table("offices").cells(*COLUMNS):
        name = canonical(title)
        found.setdefault(name, []).append((Office(name, state, post), tenure(*row)))
    return found


@cache
def _rows() -> Mapping[Office, Sequence[str]]:
    """The rows of `tenures.tsv` by their office, the rest not yet divided into cells: of two thousand a telegram asks for some ten."""
    found: dict[Office, list[str]] = {}
    for row in lines("tenures")[1:]:
        title, state, post, rest = row.split("\t", 3)
        found.setdefault(Office(canonical(title), state, post), []).append(rest)
    return found


@cache
def _by_person() -> Mapping[str, str]:
    """A row of each person, by id."""
    return {row.partition("\t")[0]: row for rows in _rows().values() for row in rows}


@lru_cache(maxsize=4096)
def others(office: Office) -> Sequence[tuple[Person, Tenure]]:
    """The tenures of an office of persons who are not looked for in texts, each with its person."""
    return [_other(row) for row in _rows().get(office, ())]


def all_others() -> Iterator[Held]:
    """All tenures of persons who are not looked for in texts."""
    return ((office, _other(row)[1]) for office, rows in _rows().items() for row in rows)


def _other(row: str) -> tuple[Person, Tenure]:
    id, name, birth, death, number, *times = row.split("\t")
    printed = read_name(name)
    kind, _, value = number.partition(":")
    idno = ((kind, value),) if value else ()
    person = Person(id, spoken_order(name), printed.surname, printed.forename, birth=birth, death=death, idno=idno, core=True)
    return person, tenure(id, *times)


@lru_cache(maxsize=4096)
def person(id: str) -> Person | None:
    """The record of a person whom only `tenures.tsv` knows."""
    row = _by_person().get(id)
    return _other(row)[0] if row else None


def tenure(person: str, appointed: str, started: str, ended: str, first: str, last: str, source: str) -> Tenure:
    """The tenure of a row of COLUMNS, without the office's."""
    # a row without a start but with an end is of one whose appointment was the beginning
    return Tenure(person, started or (appointed if ended else ""), ended, first, last, source, appointed)
