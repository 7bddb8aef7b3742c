"""Whose office is meant, and who held it.

The state is the one that the words name; else the sender's own, when the telegram is addressed to the office ("For the President"); else that
of the person whom the document names with the title; else the sender's own, when a ministry at home writes or when the host of the post has
a sovereign; else the host of the post, for an office that the sender's own state lacks; else the one state of the sentence that has such
an office; else that of the one person named in the document who held such an office. Where two persons fit, or a post may as well speak
of its host's president as of its own, nobody is named.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from tei_cable.annotators.offices.reading import addressed
from tei_cable.annotators.offices.setting import Setting, accredited
from tei_cable.authority import office_names
from tei_cable.authority.office_names import Office
from tei_cable.authority.offices import Roll, called
from tei_cable.authority.scene import Scene
from tei_cable.authority.states import adjectives, of_place
from tei_cable.model import Cable, Mention, Span
from tei_cable.text.regex import regex

_SENTENCE = regex(r"[.?!;]\s+(?=[A-Z\[(“])|\n\s*\n")
_CAPITAL = regex(r"\b[A-Z][\w.]*")
# "Eyes only for the President from Bunker": those whom a telegram is for are the sender's own
_ADDRESSED = regex(r"(?:\b(?:For|From|Pass|pass)|[Ee]yes\s+[Oo]nly(?:\s+for)?)\s+(?:the\s+)?\Z")
_BRIEF = regex(r"\b(Secretary|Minister) (?=(?:State|Interior|Foreign|External)\b)")
_OUR_OWN = regex(r"\b(?:[Oo]ur|US|U\.S\.)\s+\Z")
_DESCRIBED = regex(r"[Hh]ead of|leader")


# The mentions of a telegram by their kind.
Kinds = dict[str, list[Mention]]


class Named(NamedTuple):
    """A person whom the document names with an office, and where."""

    at: int
    office: Office
    ref: str


class Answer(NamedTuple):
    """Who is meant ("" for nobody decided), whether that is certain, and why."""

    ref: str = ""
    certain: bool = False
    evidence: str = ""


class Resolver:
    """Answers for one telegram, in the order of its text: what was answered before is remembered."""

    def __init__(self, cable: Cable, kinds: Kinds, scene: Scene, where: Setting, roll: Roll):
        self.text, self.date, self.where, self.roll = scene.text, scene.date, where, roll
        self.kinds = kinds
        self.named = _named(cable, kinds, scene.text)
        self.spoken: dict[str, dict[str, Answer]] = {}

    def answer(self, words: str, span: Span, state: str, gloss: str = "") -> Answer:
        """Who is meant by the office whose words stand at a span; `state` is what its adjective says, `gloss` what an abbreviation stands for."""
        start, end = span
        if addressed(self.text, start):
            # a letter within the telegram: nothing here says to whom
            return Answer()
        if gloss and not office_names.known(words):
            holders = self.roll.titled(gloss, self.date)
            return Answer(holders[0].person, False, holders[0].evidence) if len(holders) == 1 else Answer()
        # "Secretary State", "Minister Foreign Affairs": telegrams leave "of" out
        words = _BRIEF.sub(r"\1 of ", words)
        office = office_names.read(words) or Office(office_names.canonical(words))
        if state and not office.state:
            office = office._replace(state=state)
        if office.name == "Secretary General" and not office.state:
            found = self._secretary_general(office, words)
        elif office.name in ("Ambassador", "Chargé"):
            found = self._ambassador(office, start, end)
        elif office.state or (owner := office_names.owner(office.name)):
            found = self._holder(office if office.state else office._replace(state=owner), said=True)
        else:
            found = self._bare(office, start, end)
        return found._replace(certain=False) if _DESCRIBED.search(words) else found

    def _holder(self, office: Office, said: bool) -> Answer:
        """The holder by the roll; failing that, the one whom the document names so."""
        holders = self.roll.holders(office, self.date)
        if len(holders) == 1:
            h = holders[0]
            return Answer(h.person, h.certain and said, h.evidence)
        refs = {n.ref for n in self.named.get(office.name, ()) if n.office.post in ("", office.post) and self._serves(n, office.state)}
        if holders:
            refs &= {h.person for h in holders}
        if len(refs) == 1 and said:
            return Answer(refs.pop(), False, f"the document names this person as {office.name}")
        return Answer(evidence=" or ".join(h.evidence for h in holders))

    def _serves(self, named: Named, state: str) -> bool:
        """Whether a person so named may hold the office of that state: nothing says that he holds another's."""
        if named.office.state:
            return named.office.state == state
        held = {o.state for o in self.roll.held_by(named.ref, named.office.name, self.date)}
        return not held or state in held

    def _secretary_general(self, office: Office, words: str) -> Answer:
        """Of the body at which the post is; else of the United Nations, when the telegram or the abbreviation speaks of them."""
        body = self.where.host if self.where.host in office_names.BODIES else ""
        if not body and ("SYG" in words or self._united_nations):
            body = "un"
        return self._holder(office._replace(state=body), said=False) if body else Answer()

    def _bare(self, office: Office, start: int, end: int) -> Answer:
        """An office without its state."""
        if office.name == "Representative at the United Nations" or office.name.endswith("NATO"):
            return Answer()
        where = self.where
        home, host = self._known(office, where.home), self._known(office, where.host)
        if home and _ADDRESSED.search(self.text[max(0, start - 24) : start]):
            return self._holder(office._replace(state=where.home), said=False)
        earlier, all_named = self._named_as(office.name, start)
        if named := earlier or all_named:
            (ref,) = named if len(named) == 1 else ("",)
            if not ref or self._rival(office, ref):
                return Answer()
            return Answer(ref, len(all_named) == 1, f"the document names this person with the title of {office.name}")
        if state := self._side(home, host):
            return self._holder(office._replace(state=state), said=False)
        return Answer() if home and where.host else self._around(office, start, end)

    def _side(self, home: frozenset[str], host: frozenset[str]) -> str:
        """The side of the telegram whose office it must be, or ""."""
        where = self.where
        if home and (where.sender.central or self._crowned(where.host)):
            return where.home
        return where.host if host and not home else ""

    def _around(self, office: Office, start: int, end: int) -> Answer:
        """By the one state of the sentence that has such an office, or the one such person of the document."""
        near = {s for s in self._states_around(start, end) if self._known(office, s)}
        if len(near) == 1:
            return self._holder(office._replace(state=near.pop()), said=False)
        return self._present(office)

    def _crowned(self, state: str) -> bool:
        """Whether a state had a sovereign, and so no president."""
        return bool(state) and any(self.roll.holders(Office(title, state), self.date) for title in ("king", "queen", "shah", "emperor"))

    def _rival(self, office: Office, ref: str) -> bool:
        """Whether the sender at home may as well mean his own: "the President" of a telegram from Washington that names President Diem."""
        own = self._known(office, self.where.home)
        return bool(own) and self.where.sender.central and ref not in own

    def _named_as(self, name: str, start: int) -> tuple[frozenset[str], frozenset[str]]:
        """Those whom the document names with a title before this place, and those it names so anywhere."""
        found = self.named.get(name, ())
        return frozenset(n.ref for n in found if n.at < start), frozenset(n.ref for n in found)

    def _known(self, office: Office, state: str) -> frozenset[str]:
        return frozenset(h.person for h in self.roll.holders(office._replace(state=state), self.date)) if state else frozenset()

    def _present(self, office: Office) -> Answer:
        """The one person named in the document who held an office of this name, whatever the state."""
        found = {(p, o) for p in self._mentioned for o in self.roll.held_by(p, office.name, self.date)}
        if len({p for p, _ in found}) == 1:
            person, held = min(found)
            return Answer(person, False, f"of those named in the document only this person was {called(held)} then")
        return Answer()

    def _states_around(self, start: int, end: int) -> set[str]:
        """The states that the sentence names, by place or adjective."""
        first = max((m.end() for m in _SENTENCE.finditer(self.text, max(0, start - 400), start)), default=max(0, start - 400))
        stop = _SENTENCE.search(self.text, end, end + 400)
        last = stop.start() if stop else min(len(self.text), end + 400)
        known = adjectives()
        found = {known[w[0]] for w in _CAPITAL.finditer(self.text, first, last) if w[0] in known}
        places = self._places
        near = places[bisect_left(places, (first, "")) : bisect_left(places, (last, ""))]
        return found | {s for _, ref in near if (s := of_place(ref))}

    def _ambassador(self, office: Office, start: int, end: int) -> Answer:
        """The ambassador of a state at a post; a bare one is the last spoken of, or our own at the post."""
        spoken = self.spoken.setdefault(office.name, {})
        if not office.state and not office.post and _OUR_OWN.search(self.text, max(0, start - 8), start):
            # where the sentence names another state he may be ours there
            abroad = self._states_around(start, end) - {self.where.home, self.where.host}
            return Answer() if abroad or not self.where.host else self._holder(Office(office.name, self.where.home, self.where.host), said=False)
        if office.state or office.post:
            office = office._replace(state=office.state or self.where.home)
            office = office._replace(post=office.post or accredited(office, self.where))
            found = self._holder(office, said=True) if office.post else Answer()
            spoken.setdefault(found.ref, found)
            return found
        evidence = f"the document names this person as {office.name}"
        known = spoken | {n.ref: Answer(n.ref, False, evidence) for n in self.named.get(office.name, ()) if n.at < start}
        if known:
            return next(iter(known.values()))._replace(certain=False) if len(known) == 1 else Answer()
        if self.where.home and self.where.host:
            return self._holder(Office(office.name, self.where.home, self.where.host), said=False)
        return Answer()

    @cached_property
    def _mentioned(self) -> frozenset[str]:
        return frozenset(m.ref for m in self.kinds.get("persName", ()) if m.ref)

    @cached_property
    def _united_nations(self) -> bool:
        return any(m.ref == "un" for m in self.kinds.get("orgName", ()))

    @cached_property
    def _places(self) -> Sequence[tuple[int, str]]:
        return sorted((m.span.start, m.ref) for m in self.kinds.get("placeName", ()))


def _named(cable: Cable, kinds: Kinds, text: str) -> Mapping[str, Sequence[Named]]:
    """The persons of a telegram's header and text who are named with an office, by its name, each once, where he first is."""
    found: dict[tuple[Office, str], int] = {}
    ref = ""
    for f in cable.fields:
        if f.name in ("sent/persName", "received/persName"):
            ref = f.attrs.get("ref", "")
        elif f.name in ("sent/roleName", "received/roleName") and ref and (office := office_names.read(f.value)):
            found.setdefault((office, ref), -1)
    titles = sorted(kinds.get("roleName", ()), key=_start)
    persons = sorted((m for m in kinds.get("persName", ()) if m.ref), key=_start) if titles else []
    i = 0
    for title in titles:
        while i < len(persons) and persons[i].span.end < title.span.end:
            i += 1
        if i < len(persons) and persons[i].span.start <= title.span.start:
            words = " ".join(text[title.span.start : title.span.end].split())
            if office := office_names.read(words):
                found.setdefault((office, persons[i].ref), title.span.start)
    by_name: dict[str, list[Named]] = {}
    for (office, ref), at in found.items():
        by_name.setdefault(office.name, []).append(Named(at, office, ref))
    return by_name


def _start(m: Mention) -> int:
    return m.span.start
