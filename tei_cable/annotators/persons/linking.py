"""Who a name is: the evidence of the document, of titles and notes, of sender and place, and of how often people are named."""

import re
from collections.abc import Sequence
from math import log2
from typing import NamedTuple

from tei_cable.annotators.persons.names import Name
from tei_cable.authority.given import words
from tei_cable.authority.roles import Role, fits, roles
from tei_cable.authority.scene import Scene
from tei_cable.authority.titles import ADDRESS, FEMININE
from tei_cable.model import Cable

# How far ahead of the second the first must be, and how far to be beyond doubt.
_ENOUGH, _CERTAIN = 1.5, 3.0
# The weights of evidence.
_PART = {"name": 0.0, "surname": 0.0, "short": -3.0, "last": -5.0}
_LISTED, _FULLER, _TITLED, _SIGNED, _WOMAN, _DESK, _SECRETARY, _AWAY = 6.0, 6.0, 5.0, 6.0, 4.0, 2.0, 2.0, -3.0
# In how many volumes a person of the core must be named for a surname alone to be enough; more for a brief one, which many bear.
_FREQUENT, _FAMOUS, _BRIEF = 5, 20, 4
_OFFICERS = re.compile(r"\b(?:[Dd]rafted|[Cc]leared|[Aa]pproved|[Ii]nitialed)\b")
# Words of the offices of those who draft and clear telegrams in the Department.
_DESKS = frozenset(
    """
    Assistant Under Deputy Office Officer Bureau Director Desk Department Counselor Executive Secretariat Acting
    """.split()
)
# "to the White House exclusive for Bundy": the words that the offices of such a body's people have.
_AT = re.compile(r"(White House|CIA|Defense|Pentagon)\s+(?:(?:exclusive|eyes only|personal|only)\s+)?for\s+$")
_BODIES = {
    "White House": frozenset(("President", "President’s", "President's")),
    "CIA": frozenset(("Intelligence", "CIA")),
    "Defense": frozenset(("Defense",)),
    "Pentagon": frozenset(("Defense", "Joint")),
}
_PLACE = re.compile(r"[A-Z]\w{3,}")


class Link(NamedTuple):
    """Who a name is: the id ("" when evidence does not decide), how certain, why, and who else it might be."""

    id: str = ""
    cert: str = ""
    evidence: str = ""
    others: tuple[str, ...] = ()


class Linker:
    """Links the names of one document."""

    def __init__(self, cable: Cable, scene: Scene, names: Sequence[Name]):
        self.scene = scene
        self.authority = scene.authority
        sent = [f for f in cable.fields if f.name in ("sent/orgName", "sent/placeName", "received/orgName")]
        self.posts = frozenset(w for f in sent for w in _PLACE.findall(f.value))
        self.department = any("Department of State" in f.value for f in sent if f.name == "sent/orgName")
        self.signatures = [b.spans[0] for b in cable.blocks if b.kind.startswith("closer")]
        self._base: dict[str, float] = {}
        self._known: dict[tuple[object, ...], Link] = {}
        # who is named in the document with forenames or a telling title, and what that counts
        self.fuller: dict[str, float] = {}
        for n in names:
            if n.whole and len(n.ids) == 1:
                self.fuller[next(iter(n.ids))] = _FULLER
            elif n.roles and n.ids:
                self._titled(n)

    def _titled(self, name: Name) -> None:
        """Note whom the document names with a title that tells who is meant."""
        fits = sorted(((self._title(id, name.title), id) for id in name.ids), reverse=True)
        best, id = fits[0]
        if best >= 2 and best - fits[1][0] >= 2 if len(fits) > 1 else self._enough(name, id):
            self.fuller.setdefault(id, _TITLED)

    def link(self, name: Name) -> Link:
        """Who this name is."""
        single = name.who.single
        if single and not name.title and not name.stranger:
            return Link(single, "", "the only one of this name")
        if not name.ids:
            return Link("", "", "not on a list")
        # where it stands matters to one of several, and to one whom no list of the editor's has
        place = not single and (self._is_signature(name), self._described(name), self._drafting(name), self._body(name))
        key = (id(name.who), name.given, name.title, place)
        if key not in self._known:
            self._known[key] = self._link(name)
        return self._known[key]

    def _link(self, name: Name) -> Link:
        ids = list(name.ids)
        if any(w in FEMININE for w in name.title.split()) and not any(self.authority.woman(i) for i in ids):
            return Link("", "", "the title is a woman's, the entry a man's")
        if len(ids) == 1:
            return Link(ids[0], "", "the only one of this name") if self._enough(name, ids[0]) else Link("", "", "a surname alone")
        if own := self._entry_of_its_own(name):
            return Link(own, "", "the list has an entry of these words")
        ranked = sorted(((self._score(i, name), i) for i in ids), key=lambda t: -t[0])
        (best, first), (second, _) = ranked[0], ranked[1]
        if best - second < _ENOUGH or not self._enough(name, first):
            return Link("", "", "several persons of this name", tuple(ids))
        cert = "" if best - second >= _CERTAIN else "medium"
        return Link(first, cert, "the likeliest of several of this name", tuple(i for _, i in ranked[1:]))

    def _entry_of_its_own(self, name: Name) -> str:
        """The entry, if any, that the list prints as these very words, or refers these words to."""
        said = self.scene.text[name.start : name.end]
        other = self.authority.referred.get(said, "")
        if other in name.ids:
            return other
        return next((i for i in name.ids if (p := self.authority.person(i)) and p.see and p.surname == said), "")

    def _enough(self, name: Name, id: str) -> bool:
        """Whether the entry may be meant at all: one of the editor's lists always, one of the core with evidence."""
        listed, known = self.authority.listed(id), name.whole or id in self.fuller
        if name.ids[id] == "last" and not (known or name.roles or (listed and not name.who.weak and len(name.ids) == 1)):
            return False
        if listed or known:
            return True
        p = self.authority.person(id)
        if p is None or self._far(p.first, p.last):
            return False
        if self._drafting(name) and not any("State" in r.words_as_printed for r in self._roles(id)):
            # the drafting officers of the Department have names that many bear
            return False
        fit = self._title(id, name.title) if name.roles else 0.0
        often = p.count >= (_FREQUENT if name.end - name.start > _BRIEF else _FAMOUS)
        return fit >= 1 or (fit == 0 and often and (bool(name.roles) or not name.who.weak))

    def _far(self, first: str, last: str) -> bool:
        """Whether a person's years are not those of the document."""
        year = self.scene.date[:4]
        return bool(year and first and last) and not int(first) - 5 <= int(year) <= int(last) + 5

    def _roles(self, id: str) -> Sequence[Role]:
        p = self.authority.person(id)
        held = roles(p.note) if p and p.note else ()
        if not held and (known := self.authority.person(self.authority.core_id(id))):
            held = roles(known.note)
        return held

    def _title(self, id: str, title: str) -> float:
        """How well a printed title fits what the lists say of a person: 3 well, 1 in part, 0 unknown, -2 not."""
        p = self.authority.person(id)
        return fits(title, " ".join(p.titles) if p else "", self._roles(id), self.scene.date)

    def _score(self, id: str, name: Name) -> float:
        """How much speaks for a person where the name stands."""
        if id not in self._base:
            self._base[id] = self._standing(id)
        score = self._base[id] + _PART.get(name.ids[id], 0.0)
        person = self.authority.person(id)
        if person and name.given:
            score += _closeness(words(name.given), words(person.given))
        if name.title:
            score += self._title(id, name.title)
        if name.title or (person and person.titles):
            score += self._sex(id, name.title.split())
        held = self._roles(id)
        if not name.title and any(r.lead == {"president"} for r in held):
            # nobody names a President without his title
            score -= 1.0
        if self._is_signature(name):
            score += self._signs(held)
        if said := self._described(name):
            score += min(4.0, float(max((len(said & r.words_as_printed) for r in held), default=0)))
        if body := self._body(name):
            score += 3.0 if any(r.words_as_printed & body for r in held) else 0.0
        if self._drafting(name) and any(r.words_as_printed & _DESKS for r in held):
            score += _DESK
        return score

    def _sex(self, id: str, title: Sequence[str]) -> float:
        """Whether a woman's title stands before the name of a woman, or a man's before that of a man."""
        person = self.authority.person(id)
        if any(w in FEMININE for w in title):
            return _WOMAN if self.authority.woman(id) else -_WOMAN
        called = person is not None and any(w in FEMININE for w in person.titles)
        return -_WOMAN if called or (any(w in ADDRESS for w in title) and self.authority.woman(id)) else 0.0

    def _standing(self, id: str) -> float:
        """How much speaks for a person in this document, wherever in it the name stands."""
        authority = self.authority
        person, known = authority.person(id), authority.person(authority.core_id(id))
        held = self._roles(id)
        score = self.fuller.get(id, 0.0) + (_LISTED if authority.listed(id) else 0.0)
        score += log2(1 + known.count) * 0.5 if known else 0.0
        if person and person.core and self._far(person.first, person.death[:4] or person.last):
            score += _AWAY
        if any(r.lead == {"secretary"} and "State" in r.words_as_printed and r.holds(self.scene.date) for r in held):
            score += _SECRETARY
        return score + (1.0 if self._posted(held) else 0.0)

    def _posted(self, held: Sequence[Role]) -> bool:
        return any(self.posts & r.words_as_printed for r in held)

    def _signs(self, held: Sequence[Role]) -> float:
        """How likely the holder of these offices signs: the Secretary and his Under Secretaries for the Department, officers of the post."""
        if self.department and any(
            "State" in r.words_as_printed and "secretary" in r.lead and r.lead <= {"under", "secretary", "acting"} for r in held
        ):
            return _SIGNED
        return 2.0 if self._posted(held) else 0.0

    def _is_signature(self, name: Name) -> bool:
        return any(s.start <= name.start < s.end for s in self.signatures)

    def _drafting(self, name: Name) -> bool:
        """Whether the name stands among those who drafted, cleared or approved the telegram."""
        return _OFFICERS.search(self.scene.text, max(name.floor, name.left - 120), name.left) is not None

    def _body(self, name: Name) -> frozenset[str]:
        """What the offices of those have to whom the telegram was sent at a body named before the name."""
        m = _AT.search(self.scene.text, max(name.floor, name.left - 48), name.left)
        return _BODIES[m[1]] if m else frozenset()

    def _described(self, name: Name) -> frozenset[str]:
        """The words of an office before a name in brackets: "the Assistant Secretary of State for Far Eastern Affairs (Bundy)"."""
        text = self.scene.text
        if text[name.left - 1 : name.left] != "(":
            return frozenset()
        return frozenset(_PLACE.findall(text[max(name.floor, name.left - 100) : name.left])[-7:])


def _closeness(printed: Sequence[str], listed: Sequence[str]) -> float:
    """How well printed forenames fit those of a list: all alike 2, more than the list has -2."""
    return 2.0 if printed == listed else -2.0 if len(printed) > len(listed) else 0.0
