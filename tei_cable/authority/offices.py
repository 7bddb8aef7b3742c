"""Who held which office when: the core's table of tenures, and the notes of a volume's list of persons.

`Roll.holders` answers for one office of one state on one day. The table gives starts and ends as far as its sources do (a day, a month, a
year, nothing) and the years in which a source attests the tenure; so an answer is either certain (one tenure whose two dates are exact to
the month covers the day, and no other fits) or likely (one person fits better than all others). When two fit alike there is no answer.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from tei_cable.authority import core, states
from tei_cable.authority.lists import Authority
from tei_cable.authority.office_names import BODIES, Office, canonical, several


class Tenure(NamedTuple):
    """A person in an office: dates as YYYY, YYYY-MM or YYYY-MM-DD, "" where unknown; `first` and `last` are years in which it is attested."""

    person: str
    start: str
    end: str
    first: str
    last: str
    source: str


class Holder(NamedTuple):
    """The person who held an office on a day, whether that is certain, and how we know."""

    person: str
    certain: bool
    evidence: str


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


class Roll:
    """All tenures that one authority knows."""

    def __init__(self, authority: Authority):
        self._tenures: dict[Office, list[Tenure]] = {}
        if authority.core:
            self._read_table(authority)
        for listed in authority._persons.values():
            for office, tenure in read_note(listed.id, listed.note):
                self._tenures.setdefault(office, []).append(tenure)

    def _read_table(self, authority: Authority) -> None:
        columns = ("office", "state", "post", "person", "appointed", "started", "ended", "seen_from", "seen_to", "source")
        for name, state, post, person, appointed, started, ended, first, last, source in core.table("offices").cells(*columns):
            tenure = Tenure(authority.resolve(person), started or appointed, ended, first, last, source)
            self._tenures.setdefault(Office(canonical(name), state, post), []).append(tenure)

    def tenures(self, office: Office) -> Sequence[Tenure]:
        """All tenures of an office, also those listed under the state's other name."""
        keys = (Office(office.name, s, p) for s in states.names(office.state) for p in states.names(office.post))
        return [t for key in keys for t in self._tenures.get(key, ())]

    def holders(self, office: Office, date: str) -> Sequence[Holder]:
        """Who may have held an office on a day, the best first; empty when nobody is known. One holder is an answer, two are a doubt."""
        if not date:
            return ()
        fits = sorted(((fit(t, date), i, t) for i, t in enumerate(self.tenures(office))), key=lambda f: f[:2])
        fits = [f for f in fits if f[0] != NO]
        if not fits:
            return ()
        best = fits[0][0]
        first = {t.person: t for how, _, t in reversed(fits) if how == best}
        sure = best == EXACT and len(first) == 1
        return [Holder(p, sure, _evidence(office, t)) for p, t in first.items()]

    def titled(self, words: str, date: str) -> Sequence[Holder]:
        """Those whose office a list states in these words, among others or with more ("Commander in Chief, Pacific" of "…, Pacific Command")."""
        wanted = re.compile(rf"(?:^|and ){re.escape(canonical(words))}\b")
        found = {t.person: (o, t) for o, ts in self._tenures.items() if wanted.search(o.name) for t in ts if date and fit(t, date) != NO}
        return [Holder(person, False, _evidence(o, t)) for person, (o, t) in found.items()]

    def held_by(self, person: str, name: str, date: str) -> Sequence[Office]:
        """The offices of this name that a person held on a day, whatever the state."""
        return [o for o, ts in self._tenures.items() if o.name == name and any(t.person == person and fit(t, date) != NO for t in ts)]


@lru_cache(maxsize=8)
def roll(authority: Authority) -> Roll:
    """The roll of an authority, made when first asked for."""
    return Roll(authority)


def _evidence(office: Office, t: Tenure) -> str:
    place = " in ".join(core.facts("place", s).get("name", s) for s in (office.state, office.post) if s)
    dates = f"{t.start or '?'} to {t.end or '?'}" if t.start or t.end else f"attested {t.first} to {t.last}" if t.first else "undated"
    return f"{office.name} ({place}), {dates}: {t.source}" if place else f"{office.name}, {dates}: {t.source}"


_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_DATE = rf"(?:(?:{'|'.join(_MONTHS)})(?: \d{{1,2}})?(?:,? \d{{4}})?|\d{{4}})"
_RANGE = re.compile(rf",?(?: from| between)? ({_DATE})\s?(?:[–—-]|to|until|through|and)\s?({_DATE})$")
_START = re.compile(rf",?(?: again)? (?:from|after|since|beginning|as of) ({_DATE})(?: onward)?$")
_END = re.compile(rf",? (?:until|to|through|till) ({_DATE})$")
# "Chancellor, and until May 1955 Foreign Minister": the date stands before its office
_INNER = re.compile(rf",? and,? (until|to|from|after) ({_DATE}),? ([A-Z][^;]*)")
_THEN = re.compile(r"^(?:and )?(?:thereafter|subsequently|afterwards?|then|later),? (?:as )?", re.I)
_NEVER = re.compile(r"\b(?:former|formerly|designate|elect|son|brother|wife|aide|adviser|assistant) ?(?:to|of)?\b", re.I)
_RANKS = re.compile(r"^(?:(?:USA|USN|USAF|USMC|RN|RAF|General|Generalissimo|Marshal|Admiral|Colonel|Lieutenant|Prince|Senator|Sir)\b,? ?)+(?=\S)")
SOURCE = "the volume's list of persons"


def read_note(person: str, note: str) -> Iterable[tuple[Office, Tenure]]:
    """The tenures that a note of an American edition's list states: "Premier of X until May 1960; thereafter President"."""
    ended, state = "", "united-states"
    for clause in _clauses(note):
        words = clause.strip(" .;")
        follows = _THEN.match(words)
        words, start, end = _period(words[follows.end() :] if follows else words)
        if follows and not start:
            start = ended
        ended = end
        if _NEVER.search(words):
            continue
        for office in several(_RANKS.sub("", words), state):
            state = office.state if office.state not in BODIES else state
            yield office, Tenure(person, start, end, "", "", SOURCE)


def _clauses(note: str) -> Iterable[str]:
    text = re.sub(r" \([^)]*\)", "", note)
    text = re.sub(r"[,;]? (?=thereafter,? (?:as )?[A-Z])", "; ", re.sub(r"([^;]+?),? thereafter(?=;|$)", r" thereafter \1", text))
    return re.split(r"; |\. (?=[A-Z])", _INNER.sub(r"; \3 \1 \2", text))


def _period(clause: str) -> tuple[str, str, str]:
    """A clause without the dates at its end, and these."""
    if m := _RANGE.search(clause):
        end = _iso(m[2], "")
        return clause[: m.start()], _iso(m[1], end[:4]), end
    if m := _START.search(clause):
        return clause[: m.start()], _iso(m[1], ""), ""
    if m := _END.search(clause):
        return clause[: m.start()], "", _iso(m[1], "")
    return clause, "", ""


def _iso(words: str, year: str) -> str:
    """An English date as YYYY, YYYY-MM or YYYY-MM-DD; `year` completes a date without one; "" when the year is unknown."""
    if m := re.search(r"\d{4}", words):
        year = m[0]
    month = next((i for i, name in enumerate(_MONTHS, 1) if words.startswith(name)), 0)
    day = re.search(r" (\d{1,2})(?!\d)", words)
    return "" if not year else f"{year}-{month:02}-{int(day[1]):02}" if month and day else f"{year}-{month:02}" if month else year
