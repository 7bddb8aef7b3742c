"""Who held which office when: the core's table of tenures, and the notes of a volume's list of persons.

`Roll.holders` answers for one office of one state on one day. The table gives starts and ends as far as its sources do (a day, a month, a
year, nothing) and the years in which a source attests the tenure; so an answer is either certain (one tenure whose two dates are exact to
the month covers the day, and no other fits) or likely (one person fits better than all others). When two fit alike there is no answer.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple

from tei_cable.authority import core, states, tenures
from tei_cable.authority.given import compatible
from tei_cable.authority.lists import Authority
from tei_cable.authority.office_names import BODIES, Office, canonical, folded, in_vocabulary, several, spellings, state_of, vocabulary
from tei_cable.authority.people import Person
from tei_cable.authority.tenures import ATTESTED, EXACT, NO, Held, Tenure, fit, served
from tei_cable.text.dates import MONTH_NAMES
from tei_cable.text.regex import regex


class Holder(NamedTuple):
    """The person who held an office on a day, whether that is certain, and how we know."""

    person: str
    certain: bool
    evidence: str


Tenures = dict[Office, list[Tenure]]


class Roll:
    """All tenures that one authority knows. A note is read when somebody asks for an office that its words may name, or for its person.

    One that is not `wide` names nobody of the table of tenures who is not on the lists: for a telegram whose volume has a list, such a holder is
    more often somebody else's ambassador.
    """

    def __init__(self, authority: Authority, wide: bool):
        self._authority = authority
        self._wide = wide
        self._read: dict[str, Sequence[Held]] = {}
        self._named: dict[str, Tenures] = {}
        self._in_core: dict[str, Sequence[Held]] = {}
        self._answers: dict[tuple[Office, str], Sequence[Holder]] = {}
        self._titled: dict[tuple[str, str], Sequence[Holder]] = {}

    def tenures(self, office: Office) -> Sequence[Tenure]:
        """All tenures of an office, also those listed under the state's other name."""
        keys = [Office(office.name, s, p) for s in states.names(office.state) for p in states.names(office.post)]
        named = self._named.get(office.name)
        if named is None:
            named = self._named[office.name] = _grouped(self._held((office.name,)), office.name.__eq__)
        held = [t for key in keys for t in named.get(key, ())]
        if self._authority.core:
            others = [(self._listed_as(p), t) for key in keys for p, t in tenures.others(key)]
            held += [t._replace(person=id) for id, t in others if self._wide or self._authority.listed(id)]
        return held

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
        fits = [f for f in fits if f[0] != NO and served(f[2])]
        if not fits:
            return ()
        best = fits[0][0]
        first = {t.person: t for how, _, t in reversed(fits) if how == best}
        # the same man may stand on the list and, unrecognised, in the core
        if len(first) > 1 and best == ATTESTED and len(listed := [p for p in first if self._authority.listed(p)]) == 1:
            first = {listed[0]: first[listed[0]]}
        sure = best == EXACT and len(first) == 1
        return [Holder(p, sure, _evidence(office, t)) for p, t in first.items()]

    def titled(self, words: str, date: str) -> Sequence[Holder]:
        """Those whose office a list states in these words, among others or with more ("Commander in Chief, Pacific" of "…, Pacific Command")."""
        if not date:
            return ()
        name = canonical(words)
        found = self._titled.get((name, date))
        if found is None:
            wanted = re.compile(rf"(?:^|and ){re.escape(name)}\b").search
            titles = [title for title in (*tenures.known(), *vocabulary()) if wanted(title)]
            held = _grouped(self._held(dict.fromkeys((*titles, name))), wanted)
            people = {t.person: (o, t) for o, tenures in held.items() for t in tenures if fit(t, date) != NO}
            found = self._titled[name, date] = [Holder(p, False, _evidence(o, t)) for p, (o, t) in people.items()]
        return found

    def held_by(self, person: str, name: str, date: str) -> Sequence[Office]:
        """The offices of this name that a person held on a day, whatever the state."""
        held = (*self._core_tenures(name), *self._in_note(person))
        return list(dict.fromkeys(o for o, t in held if t.person == person and o.name == name and fit(t, date) != NO))

    def _held(self, names: Iterable[str]) -> Iterable[Held]:
        """The tenures of the core that have these names, and those of the notes whose words may state an office of such a name."""
        stating: set[int] = set()
        for name in names:
            yield from self._core_tenures(name)
            for words in spellings(name):
                stating |= self._notes.with_words(words)
        for i in sorted(stating):
            yield from self._in_note(self._notes.persons[i])

    def _core_tenures(self, name: str) -> Sequence[Held]:
        found = self._in_core.get(name)
        if found is None:
            resolve = self._authority.resolve
            known = tenures.known().get(name, ()) if self._authority.core else ()
            found = self._in_core[name] = [(o, t._replace(person=resolve(t.person))) for o, t in known]
        return found

    def _listed_as(self, other: Person) -> str:
        """The entry of the lists for a person whom only the table of tenures knows, or that person's own id."""
        same = [p.id for p in self._surnames.get(core.key(other.surname), ()) if compatible(p.given, other.given)] if self._surnames else ()
        return same[0] if len(same) == 1 else other.id

    @cached_property
    def _surnames(self) -> Mapping[str, Sequence[Person]]:
        """The persons of the lists by the key of their surnames."""
        found: dict[str, list[Person]] = {}
        for p in self._authority.persons:
            if p.forename and not p.see:
                found.setdefault(core.key(p.surname), []).append(p)
        return found

    def _in_note(self, person: str) -> Sequence[Held]:
        found = self._read.get(person)
        if found is None:
            listed = self._authority.person(person) if self._authority.listed(person) else None
            found = self._read[person] = (*read_note(person, listed.note), *_stated(listed)) if listed else ()
        return found

    @cached_property
    def _notes(self) -> "_Notes":
        said = ((p.id, "; ".join((p.note, *(h.title for h in p.offices))) if p.offices else p.note) for p in self._authority.persons)
        return _Notes([(id, note) for id, note in said if note])


class _Notes:
    """The notes of the lists, as names of offices are compared, in one text: what has a word is found faster in it than note by note."""

    def __init__(self, said: Sequence[tuple[str, str]]):
        self.persons = [id for id, _ in said]
        notes = [folded(_unbracketed(note)).lower() for _, note in said]
        self._text = "\n".join(notes)
        self._starts = [0, *accumulate(len(note) + 1 for note in notes)]

    def with_words(self, words: Sequence[str]) -> set[int]:
        """Which notes have all these words in them."""
        first, *others = sorted(words, key=len, reverse=True)
        text, starts, found = self._text, self._starts, set()
        at = text.find(first)
        while at >= 0:
            end = at + len(first)
            if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
                i = bisect_right(starts, at) - 1
                end = starts[i + 1]
                if all(text.find(word, starts[i], end) >= 0 for word in others):
                    found.add(i)
            at = text.find(first, end)
        return found


def _grouped(held: Iterable[Held], wanted: Callable[[str], object]) -> Tenures:
    """The tenures whose office's name is wanted, by office, offices of one name together."""
    found: dict[str, Tenures] = {}
    for office, tenure in held:
        if wanted(office.name):
            found.setdefault(office.name, {}).setdefault(office, []).append(tenure)
    return {office: tenures for named in found.values() for office, tenures in named.items()}


def _stated(person: Person) -> Iterable[Held]:
    """The tenures that a list states apart from the note."""
    for h in person.offices:
        state = state_of(h.state) if h.state else ""
        for office in several(h.title, state):
            yield office, Tenure(person.id, h.start, h.end, "", "", SOURCE)


@lru_cache(maxsize=8)
def roll(authority: Authority, wide: bool | None = None) -> Roll:
    """The roll of an authority, made when first asked for; `wide` unless there are lists."""
    return Roll(authority, not authority.lists if wide is None else wide)


def _evidence(office: Office, t: Tenure) -> str:
    source, *more = t.source.split(", ") if t.source.startswith("FRUS") else [t.source]
    source += f" and {len(more)} more" if more else ""
    dates = f"{t.start or '?'} to {t.end or '?'}" if t.start or t.end else f"attested {t.first} to {t.last}" if t.first else "undated"
    return f"{called(office)}, {dates}: {source}"


def called(office: Office) -> str:
    """An office in words: "Ambassador (France in USSR)"."""
    place = " in ".join(core.facts("place", s).get("name", s) for s in (office.state, office.post) if s)
    return f"{office.name} ({place})" if place else office.name


_DATE = rf"(?:(?:{'|'.join(MONTH_NAMES)})(?: \d{{1,2}})?(?:,? \d{{4}})?|\d{{4}})"
# How a date ends, but for figures, and what may follow one.
_DATED = (*MONTH_NAMES, " onward")
_RANGE = regex(rf",?(?: from| between)? ({_DATE})\s?(?:[–—-]|to|until|through|and)\s?({_DATE})$")
_START = regex(rf",?(?: again)? (?:from|after|since|beginning|as of) ({_DATE})(?: onward)?$")
_END = regex(rf",? (?:until|to|through|till) ({_DATE})$")
# "Chancellor, and until May 1955 Foreign Minister": the date stands before its office
_INNER = regex(rf",? and,? (until|to|from|after) ({_DATE}),? ([A-Z][^;]*)")
_THEN = regex(r"^(?:and )?(?:thereafter|subsequently|afterwards?|then|later),? (?:as )?", re.IGNORECASE)
_NEVER = regex(r"\b(?:former|formerly|designate|elect|son|brother|wife|aide|adviser|assistant) ?(?:to|of)?\b", re.IGNORECASE)
_RANKS = regex(r"^(?:(?:USA|USN|USAF|USMC|RN|RAF|General|Generalissimo|Marshal|Admiral|Colonel|Lieutenant|Prince|Senator|Sir)\b,? ?)+(?=\S)")
_BRACKET = regex(r" \([^)]*\)")
_AT_END = regex(r"(?<![^;])([^;]+?),? thereafter(?=;|$)")
_BEFORE_THEREAFTER = regex(r"[,;]? (?=thereafter,? (?:as )?[A-Z])")
_CLAUSE = regex(r"; |\. (?=[A-Z])")
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
    text = _unbracketed(note)
    if "thereafter" in text:
        text = _BEFORE_THEREAFTER.sub("; ", _AT_END.sub(r" thereafter \1", text))
    if " and" in text:
        text = _INNER.sub(r"; \3 \1 \2", text)
    return [clause.strip(" .;") for clause in _CLAUSE.split(text)]


def _unbracketed(note: str) -> str:
    return _BRACKET.sub("", note) if " (" in note else note


def _period(clause: str) -> tuple[str, str, str]:
    """A clause without the dates at its end, and these."""
    if not (clause[-1:].isdigit() or clause.endswith(_DATED)):
        return clause, "", ""
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
    month = next((i for i, name in enumerate(MONTH_NAMES, 1) if words.startswith(name)), 0)
    day = re.search(r" (\d{1,2})(?!\d)", words)
    return "" if not year else f"{year}-{month:02}-{int(day[1]):02}" if month and day else f"{year}-{month:02}" if month else year
