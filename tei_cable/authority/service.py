"""Whether a person held an office on a day, as far as it is known: what an editor asks who doubts a link or a title.

`offices.Roll` asks who held an office; here the person is known: by an id of the core authority, by a number in another list, or by the note of an
entry.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from tei_cable.authority import core, tenures
from tei_cable.authority.office_names import Office
from tei_cable.authority.offices import read_note
from tei_cable.authority.tenures import Held, Tenure, served

# Days before and after a tenure in which a title is no fault: of appointment, leave-taking, news that travels.
_NEAR = 31
_FULL = len("1962-11-02")


class Outside(NamedTuple):
    """A tenure of the person that does not hold the day, the nearest to it; its office; and the name of who held this on the day."""

    office: Office
    tenure: Tenure
    holder: str


def held(ids: Iterable[str], note: str) -> Sequence[Held]:
    """The offices of the person whom ids of the core or numbers ("hsg:105858") name, and those that the note of an entry states."""
    known = [h for id in ids for h in _by_person().get(id, ())]
    return (*known, *(h for h in read_note("", note) if not any(_same(h, k) for k in known)))


def outside(offices: Sequence[Held], wanted: Office, day: str) -> Outside | None:
    """How the day (YYYY, YYYY-MM or YYYY-MM-DD) is outside the tenures of a person who held the office; None if it may be inside, or is near one.

    What `wanted` leaves open, the state or the post, may be any. Two things must agree: nothing known of the person lets the day in, unknown ends
    being open and dates compared as far as both are exact; and somebody else is known, by dates exact to the day, to have held the office then.
    """
    of = [(o, t) for o, t in offices if _may_be(o, wanted) and served(t)]
    if not day or any(not _gap(t, day) for _, t in of):
        return None
    found = [(o, t, who) for o, t in of if _exact(t) and (who := _holder(o, day, t.person))]
    return Outside(*min(found, key=lambda f: _gap(f[1], day))) if found else None


def _may_be(office: Office, wanted: Office) -> bool:
    return office.name == wanted.name and all(not a or not b or a == b for a, b in zip(office[1:], wanted[1:], strict=True))


def _holder(office: Office, day: str, person: str) -> str:
    """The name of another who held an office on the whole day, month or year, by dates exact to the day; "" for nobody."""
    others = (t for t in _by_office().get(office, ()) if t.person != person and _exact(t))
    holder = next((t.person for t in others if _ordinal(t.start) <= _ordinal(day) and _last(day) <= _ordinal(t.end)), "")
    known = core.person(holder) or tenures.person(holder)
    return known.name if known else ""


def _exact(t: Tenure) -> bool:
    return len(t.start) == len(t.end) == _FULL


def _gap(t: Tenure, day: str) -> int:
    """By how many days a day is outside a tenure; 0 when it may be inside, or is near."""
    first = min(filter(None, (t.start, t.appointed)), default="")
    gap = max(_ordinal(first) - _last(day) if first else 0, _ordinal(day) - _last(t.end) if t.end else 0)
    return gap if gap > _NEAR else 0


def _ordinal(day: str) -> int:
    """The number of the first day that a date may mean."""
    year, month, on = (*map(int, day.split("-")), 1, 1)[:3]
    return date(year, month, on).toordinal()


def _last(day: str) -> int:
    """The number of the last day that a date may mean."""
    if len(day) == _FULL:
        return _ordinal(day)
    year, month = (*map(int, day.split("-")), 12)[:2]
    return date(year + month // 12, month % 12 + 1, 1).toordinal() - 1


def _same(stated: Held, known: Held) -> bool:
    """Whether a note states, less exactly, the tenure that the core knows: the same office at a time that meets."""
    (office, a), (other, b) = stated, known
    meets = not (a.start and b.end and a.start[:4] > b.end[:4]) and not (a.end and b.start and a.end[:4] < b.start[:4])
    return meets and office == other


@cache
def _by_office() -> Mapping[Office, Sequence[Tenure]]:
    """The core's tenures."""
    found: dict[Office, list[Tenure]] = {}
    for office, tenure in _core():
        found.setdefault(office, []).append(tenure)
    return found


@cache
def _by_person() -> Mapping[str, Sequence[Held]]:
    """The core's tenures by the ids and the numbers of their persons."""
    found: dict[str, list[Held]] = {}
    for office, tenure in _core():
        known = core.principal(tenure.person) or tenures.person(tenure.person)
        for id in (tenure.person, *(f"{kind}:{number}" for kind, number in (known.idno if known else ()))):
            found.setdefault(id, []).append((office, tenure))
    return found


def _core() -> Iterator[Held]:
    for office_of in tenures.known().values():
        yield from office_of
    yield from tenures.all_others()
