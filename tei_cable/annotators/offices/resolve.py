"""Whose office is meant, and who held it.

The state is the one that the words name; else the sender's own, when the telegram is addressed to the office ("For the President"); else that of
the person whom the document names with the title; else the sender's own, when a ministry at home writes or when the host of the post has a sovereign; else
the host of the post, for an office that the sender's own state lacks; else the one state of the sentence that has such an office; else that
of the one person named in the document who held such an office. Where two persons fit, or a post may as well speak of its host's president as of its
own, nobody is named.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tei_cable.annotators.offices.setting import Setting, accredited
from tei_cable.authority import office_names
from tei_cable.authority.office_names import Office
from tei_cable.authority.offices import Roll
from tei_cable.authority.states import adjectives, of_place
from tei_cable.model import Cable, Mention, Span

_SENTENCE = re.compile(r"[.?!;]\s+(?=[A-Z\[(“])|\n\s*\n")
_CAPITAL = re.compile(r"\b[A-Z][\w.]*")
# "Eyes only for the President from Bunker": those whom a telegram is for are the sender's own
_ADDRESSED = re.compile(r"(?:\b(?:For|From|Pass|pass)|[Ee]yes\s+[Oo]nly(?:\s+for)?)\s+(?:the\s+)?\Z")
_DESCRIBED = re.compile(r"[Hh]ead of|leader")


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

    def __init__(self, cable: Cable, text: str, date: str, where: Setting, roll: Roll):
        self.cable, self.text, self.date, self.where, self.roll = cable, text, date, where, roll
        self.named = _named(cable, text)
        self.mentioned = {m.ref for m in cable.mentions if m.kind == "persName" and m.ref}
        self.ambassadors: list[tuple[Office, Answer]] = []

    def answer(self, words: str, span: Span, state: str, gloss: str = "") -> Answer:
        """Who is meant by the office whose words stand at a span; `state` is what its adjective says, `gloss` what an abbreviation stands for."""
        start, end = span
        if gloss and not office_names.known(words):
            holders = self.roll.titled(gloss, self.date)
            return Answer(holders[0].person, False, holders[0].evidence) if len(holders) == 1 else Answer()
        office = office_names.read(words) or Office(office_names.canonical(words))
        if state and not office.state:
            office = office._replace(state=state)
        if office.name in ("Ambassador", "Chargé"):
            found = self._ambassador(office, start)
            self.ambassadors.append((office, found))
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
        refs = {n.ref for n in self.named if n.office.name == office.name and n.office.post in ("", office.post) and self._serves(n, office.state)}
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

    def _bare(self, office: Office, start: int, end: int) -> Answer:
        """An office without its state."""
        if office.name == "Representative at the United Nations" or office.name.endswith("NATO"):
            return Answer()
        where = self.where
        home, host = self._known(office, where.home), self._known(office, where.host)
        if home and _ADDRESSED.search(self.text[max(0, start - 24) : start]):
            return self._holder(office._replace(state=where.home), said=False)
        earlier, all_named = self._named_as(office.name, start)
        named = earlier or all_named
        if len(named) == 1:
            (ref,) = named
            return Answer() if self._rival(office, ref) else Answer(ref, len(all_named) == 1, f"the document names this person with the title of {office.name}")
        if named:
            return Answer()
        if home and (where.sender.central or self._crowned(where.host)):
            return self._holder(office._replace(state=where.home), said=False)
        if home and where.host:
            return Answer()
        if host:
            return self._holder(office._replace(state=where.host), said=False)
        near = {s for s in self._states_around(start, end) if self._known(office, s)}
        if len(near) == 1:
            return self._holder(office._replace(state=near.pop()), said=False)
        return self._present(office)

    def _crowned(self, state: str) -> bool:
        """Whether a state had a sovereign, and so no president."""
        return any(self._known(Office(title), state) for title in ("king", "queen", "shah", "emperor"))

    def _rival(self, office: Office, ref: str) -> bool:
        """Whether the sender at home may as well mean his own: "the President" of a telegram from Washington that names President Diem."""
        own = self._known(office, self.where.home)
        return bool(own) and self.where.sender.central and ref not in own

    def _named_as(self, name: str, start: int) -> tuple[frozenset[str], frozenset[str]]:
        """Those whom the document names with a title before this place, and those it names so anywhere."""
        found = [n for n in self.named if n.office.name == name]
        return frozenset(n.ref for n in found if n.at < start), frozenset(n.ref for n in found)

    def _known(self, office: Office, state: str) -> frozenset[str]:
        return frozenset(h.person for h in self.roll.holders(office._replace(state=state), self.date)) if state else frozenset()

    def _present(self, office: Office) -> Answer:
        """The one person named in the document who held an office of this name, whatever the state."""
        found = {(p, o) for p in self.mentioned for o in self.roll.held_by(p, office.name, self.date)}
        if len({p for p, _ in found}) == 1:
            person, held = min(found)
            return Answer(person, False, f"of those named in the document only this person was {held.name} ({held.state}) then")
        return Answer()

    def _states_around(self, start: int, end: int) -> set[str]:
        """The states that the sentence names, by place or adjective."""
        first = max((m.end() for m in _SENTENCE.finditer(self.text, max(0, start - 400), start)), default=max(0, start - 400))
        stop = _SENTENCE.search(self.text, end, end + 400)
        last = stop.start() if stop else min(len(self.text), end + 400)
        known = adjectives()
        found = {known[w[0]] for w in _CAPITAL.finditer(self.text, first, last) if w[0] in known}
        found |= {s for m in self.cable.mentions if m.kind == "placeName" and first <= m.span.start < last and (s := of_place(m.ref))}
        return found

    def _ambassador(self, office: Office, start: int) -> Answer:
        """The ambassador of a state at a post; a bare one is the last spoken of, or our own at the post."""
        if office.state or office.post:
            office = office._replace(state=office.state or self.where.home)
            office = office._replace(post=office.post or accredited(office, self.where))
            return self._holder(office, said=True) if office.post else Answer()
        spoken = [a for o, a in self.ambassadors if o.name == office.name and (o.state or o.post)]
        named = [Answer(n.ref, False, f"the document names this person as {office.name}") for n in self.named if n.office.name == office.name and n.at < start]
        refs = {a.ref for a in (*spoken, *named)}
        if len(refs) > 1:
            return Answer()
        if refs:
            return next(a for a in (*spoken, *named))._replace(certain=False)
        if self.where.home and self.where.host:
            return self._holder(Office(office.name, self.where.home, self.where.host), said=False)
        return Answer()


def _named(cable: Cable, text: str) -> Sequence[Named]:
    """The persons of a telegram's header and text who are named with an office."""
    found = []
    ref = ""
    for f in cable.fields:
        if f.name in ("sent/persName", "received/persName"):
            ref = f.attrs.get("ref", "")
        elif f.name in ("sent/roleName", "received/roleName") and ref and (office := office_names.read(f.value)):
            found.append(Named(-1, office, ref))
    persons = sorted((m for m in cable.mentions if m.kind == "persName" and m.ref), key=_start)
    i = 0
    for title in sorted((m for m in cable.mentions if m.kind == "roleName"), key=_start):
        while i < len(persons) and persons[i].span.end < title.span.end:
            i += 1
        if i < len(persons) and persons[i].span.start <= title.span.start:
            words = " ".join(text[title.span.start : title.span.end].split())
            if office := office_names.read(words):
                found.append(Named(title.span.start, office, persons[i].ref))
    return found


def _start(m: Mention) -> int:
    return m.span.start
