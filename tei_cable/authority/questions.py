"""Who held an office on a day: one question of a person's, with the tenure and all that speaks for and against it.

Stricter than what is asked while a telegram is read (`offices.Roll`): where two fit, or the office has just changed hands, nobody is named.
"""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from tei_cable.authority import office_names
from tei_cable.authority.lists import Authority
from tei_cable.authority.office_names import Office
from tei_cable.authority.offices import called, roll
from tei_cable.authority.tenures import NO, Tenure, fit, served

# Days after a change of hands in which telegrams bear the name of either holder; in FRUS a telegram still did after two days, none after five.
HANDOVER = 3
# Offices that pass at once.
_AT_ONCE = frozenset({"President", "Vice President", "Secretary of State", "king", "queen", "shah", "emperor", "pope"})


class Holding(NamedTuple):
    """A tenure with the display name of its person."""

    name: str
    tenure: Tenure


class Answer(NamedTuple):
    """The holder's id and name ("" for nobody), whether that is certain, why, the tenure, and others who come into question, by time."""

    office: Office | None
    person: str = ""
    name: str = ""
    certain: bool = False
    why: str = ""
    tenure: Tenure | None = None
    others: Sequence[Holding] = ()

    @property
    def called(self) -> str:
        """The office in words."""
        return called(self.office) if self.office else ""


class BadQuestion(ValueError):
    """A date that is not valid, or a state that is not known. The message is a sentence."""


def day(words: str) -> str:
    """A date as YYYY-MM-DD. Raises BadQuestion for what is no date, or not exact to the day."""
    try:
        return dt.date.fromisoformat(words.strip()[:10]).isoformat()
    except ValueError:
        raise BadQuestion(f'"{words.strip()[:40]}" is no date; give year, month and day, as 1962-11-01') from None


def state(words: str) -> str:
    """The id of the state that a code, a name or an adjective names. Raises BadQuestion for none."""
    found = office_names.state_of(words.strip())
    if not found:
        raise BadQuestion(f'"{words.strip()[:40]}" is no state that is known; give its code (FR) or name (France)')
    return found


def ask(authority: Authority, title: str, date: str, state: str = "united-states") -> Answer:
    """Who held the office that a title names, on a day (YYYY-MM-DD). `state` is whose office it is when the title does not say."""
    office = office_names.read(title, state)
    if office is None:
        return Answer(None, why="these words name no office")
    known = roll(authority, True)
    tenures = known.tenures(office)
    holders = known.holders(office, date) or (() if tenures else known.titled(title, date))
    others = _others(authority, tenures, date, {h.person for h in holders})
    if len(holders) != 1:
        held = [Holding(_name(authority, h.person), t) for h in holders for t in tenures if t.person == h.person and fit(t, date) != NO]
        why = " or ".join(h.evidence for h in holders)
        return Answer(office, why=f"two fit: {why}" if why else _unknown(office, tenures), others=(*held, *others))
    (h,) = holders
    tenure = next((t for t in tenures if t.person == h.person and fit(t, date) != NO), None)
    if tenure and (before := _handed_over(office, tenure, tenures, date)):
        why = f"the office changed hands on {tenure.start}, and telegrams of the first days bear either name"
        both = (Holding(_name(authority, before.person), before), Holding(_name(authority, h.person), tenure))
        return Answer(office, why=why, others=both)
    return Answer(office, h.person, _name(authority, h.person), h.certain, h.evidence, tenure, others)


def _handed_over(office: Office, tenure: Tenure, tenures: Sequence[Tenure], date: str) -> Tenure | None:
    """The holder before, when the office has just passed to this one."""
    if office.name in _AT_ONCE or len(tenure.start) < 10 or _days(tenure.start, date) >= HANDOVER:
        return None
    ended = (t for t in tenures if t.person != tenure.person and len(t.end) == 10 and served(t))
    return next((t for t in ended if 0 <= _days(t.end, date) <= HANDOVER), None)


def _days(first: str, last: str) -> int:
    return (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days


def _others(authority: Authority, tenures: Sequence[Tenure], date: str, holders: set[str]) -> Sequence[Holding]:
    """The tenure before the day, the one after it, and those who were then appointed and not yet, or never, accredited."""
    rest = [t for t in tenures if t.person not in holders]
    past = max((t for t in rest if t.end and t.end < date), key=lambda t: t.end, default=None)
    coming = min((t for t in rest if t.start and t.start > date), key=lambda t: t.start, default=None)
    waiting = [t for t in rest if t.appointed and t.appointed <= date and (t.start > date or (not served(t) and t.appointed[:4] == date[:4]))]
    found = [t for t in dict.fromkeys((past, *waiting, coming)) if t]
    return [Holding(_name(authority, t.person), t) for t in found]


def _unknown(office: Office, tenures: Sequence[Tenure]) -> str:
    return f"nobody is known to have been {called(office)} " + ("on that day" if tenures else "at any time")


def _name(authority: Authority, id: str) -> str:
    entity = authority.entity(id)
    return entity.name if entity else id
