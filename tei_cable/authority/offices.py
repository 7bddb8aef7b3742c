"""Who held which office when: the core's table of tenures, and the notes of a volume's list of persons.

`Roll.holders` answers for one office of one state on one day. The table gives starts and ends as far as its sources do (a day, a month, a
year, nothing) and the years in which a source attests the tenure; so an answer is either certain (one tenure whose two dates are exact to
the month covers the day, and no other fits) or likely (one person fits better than all others). When two fit alike there is no answer.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from tei_cable.authority import core, states
from tei_cable.authority.lists import Authority
from tei_cable.authority.office_names import BODIES, Office, canonical, in_vocabulary, several


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
        self._listed = authority.listed
        self._answers: dict[tuple[Office, str], Sequence[Holder]] = {}
        if authority.core:
            for office, tenure in _table():
                self._tenures.setdefault(office, []).append(tenure._replace(person=authority.resolve(tenure.person)))
        for listed in authority.persons:
            for office, tenure in read_note(listed.id, listed.note):
                self._tenures.setdefault(office, []).append(tenure)

        self._by_name: dict[str, list[Office]] = {}
        for office in self._tenures:
            self._by_name.setdefault(office.name, []).append(office)

    def tenures(self, office: Office) -> Sequence[Tenure]:
        """All tenures of an office, also those listed under the state's other name."""
        keys = (Office(office.name, s, p) for s in states.names(office.state) for p in states.names(office.post))
        return [t for key in keys for t in self._tenures.get(key, ())]

    def holders(self, office: Office, date: str) -> Sequence[Holder]:
        """Who may have held an office on a day, the best first; empty when nobody is known. One holder is an answer, two are a doubt."""
        if not date:
            return ()
        found = self._answers.get((office, date))
        if found is None:
            found = self._answers[office, date] = self._find(office, date)
        return found

    def _find(self, office: Office, date: str) -> Sequence[Holder]:
        fits = sorted(((fit(t, date), i, t) for i, t in enumerate(self.tenures(office))), key=lambda f: f[:2])
        fits = [f for f in fits if f[0] != NO]
        if not fits:
            return ()
        best = fits[0][0]
        first = {t.person: t for how, _, t in reversed(fits) if how == best}
        # the same man may stand on the list and, unrecognised, in the core
        if len(first) > 1 and best == ATTESTED and len(listed := [p for p in first if self._listed(p)]) == 1:
            first = {listed[0]: first[listed[0]]}
        sure = best == EXACT and len(first) == 1
        return [Holder(p, sure, _evidence(office, t)) for p, t in first.items()]

    def titled(self, words: str, date: str) -> Sequence[Holder]:
        """Those whose office a list states in these words, among others or with more ("Commander in Chief, Pacific" of "…, Pacific Command")."""
        if not date:
            return ()
        name = canonical(words)
        found = self._answers.get((Office(name), date))
        if found is None:
            wanted = re.compile(rf"(?:^|and ){re.escape(name)}\b")
            named = (o for title, offices in self._by_name.items() if wanted.search(title) for o in offices)
            people = {t.person: (o, t) for o in named for t in self._tenures[o] if fit(t, date) != NO}
            found = self._answers[Office(name), date] = [Holder(p, False, _evidence(o, t)) for p, (o, t) in people.items()]
        return found

    def held_by(self, person: str, name: str, date: str) -> Sequence[Office]:
        """The offices of this name that a person held on a day, whatever the state."""
        return [o for o in self._by_name.get(name, ()) if any(t.person == person and fit(t, date) != NO for t in self._tenures[o])]


@cache
def _table() -> Sequence[tuple[Office, Tenure]]:
    """The tenures of the core's table, the same for every authority."""
    columns = ("office", "state", "post", "person", "appointed", "started", "ended", "seen_from", "seen_to", "source")
    return [
        (Office(canonical(name), state, post), Tenure(person, started or appointed, ended, first, last, source))
        for name, state, post, person, appointed, started, ended, first, last, source in core.table("offices").cells(*columns)
    ]


@lru_cache(maxsize=8)
def roll(authority: Authority) -> Roll:
    """The roll of an authority, made when first asked for."""
    return Roll(authority)


def _evidence(office: Office, t: Tenure) -> str:
    source, *more = t.source.split(", ") if t.source.startswith("FRUS") else [t.source]
    source += f" and {len(more)} more" if more else ""
    dates = f"{t.start or '?'} to {t.end or '?'}" if t.start or t.end else f"attested {t.first} to {t.last}" if t.first else "undated"
    return f"{called(office)}, {dates}: {source}"


def called(office: Office) -> str:
    """An office in words: "Ambassador (France in USSR)"."""
    place = " in ".join(core.facts("place", s).get("name", s) for s in (office.state, office.post) if s)
    return f"{office.name} ({place})" if place else office.name


_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_DATE = rf"(?:(?:{'|'.join(_MONTHS)})(?: \d{{1,2}})?(?:,? \d{{4}})?|\d{{4}})"
_RANGE = re.compile(rf",?(?: from| between)? ({_DATE})\s?(?:[–—-]|to|until|through|and)\s?({_DATE})$")
_START = re.compile(rf",?(?: again)? (?:from|after|since|beginning|as of) ({_DATE})(?: onward)?$")
_END = re.compile(rf",? (?:until|to|through|till) ({_DATE})$")
# "Chancellor, and until May 1955 Foreign Minister": the date stands before its office
_INNER = re.compile(rf",? and,? (until|to|from|after) ({_DATE}),? ([A-Z][^;]*)")
_THEN = re.compile(r"^(?:and )?(?:thereafter|subsequently|afterwards?|then|later),? (?:as )?", re.IGNORECASE)
_NEVER = re.compile(r"\b(?:former|formerly|designate|elect|son|brother|wife|aide|adviser|assistant) ?(?:to|of)?\b", re.IGNORECASE)
_RANKS = re.compile(r"^(?:(?:USA|USN|USAF|USMC|RN|RAF|General|Generalissimo|Marshal|Admiral|Colonel|Lieutenant|Prince|Senator|Sir)\b,? ?)+(?=\S)")
SOURCE = "the volume's list of persons"


def read_note(person: str, note: str) -> Iterable[tuple[Office, Tenure]]:
    """The tenures that a note of an American edition's list states: "Premier of X until May 1960; thereafter President"."""
    found: list[tuple[str, str, str]] = []
    for clause in _clauses(note):
        follows = _THEN.match(clause)
        words, start, end = _period(clause[follows.end() :] if follows else clause)
        if follows and not start and found:
            start = found[-1][2]
        if clause.startswith("and ") and not follows:
            # "A; B; and C, June 1955-July 1957": the dates are those of all three
            while found and not (found[-1][1] or found[-1][2]) and (start or end):
                words = f"{found.pop()[0]}; {words.removeprefix('and ')}"
        found.append((words.removeprefix("and "), start, end))
    state = "united-states"
    for words, start, end in found:
        for part in words.split("; "):
            for office in several(_RANKS.sub("", part), state) if not _NEVER.search(part) else ():
                if office.state not in BODIES and in_vocabulary(office.name):
                    state = office.state
                yield office, Tenure(person, start, end, "", "", SOURCE)


def _clauses(note: str) -> Iterable[str]:
    text = re.sub(r" \([^)]*\)", "", note)
    text = re.sub(r"[,;]? (?=thereafter,? (?:as )?[A-Z])", "; ", re.sub(r"([^;]+?),? thereafter(?=;|$)", r" thereafter \1", text))
    return [clause.strip(" .;") for clause in re.split(r"; |\. (?=[A-Z])", _INNER.sub(r"; \3 \1 \2", text))]


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
