"""Who a name is: the evidence of the document, of titles and notes, of sender and place, and of how often people are named."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log2

from tei_cable.annotators.persons.names import Name
from tei_cable.authority.given import words
from tei_cable.authority.roles import Role, fits, roles
from tei_cable.authority.scene import Scene
from tei_cable.authority.titles import FEMININE
from tei_cable.model import Cable

# How far ahead of the second the first must be, and how far to be beyond doubt.
_ENOUGH, _CERTAIN = 1.5, 3.0
_PART = {"surname": 0.0, "name": 0.0, "short": -2.0, "last": -4.0}
# Words of the Department's own officers.
_DESK = frozenset("Assistant Under Deputy Office Officer Bureau Director Desk Department Counselor Executive Secretariat Acting".split())
_OFFICERS = re.compile(r"\b(?:[Dd]rafted|[Cc]leared|[Aa]pproved|initialed|[Ii]nitialed)\b")


@dataclass(frozen=True, slots=True)
class Link:
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
        self.posts = frozenset(
            w for f in cable.fields if f.name in ("sent/orgName", "sent/placeName", "received/orgName") for w in re.findall(r"[A-Z]\w{3,}", f.value)
        )
        self.department = any("Department of State" in f.value for f in cable.fields if f.name == "sent/orgName")
        self.signatures = [b.spans[0] for b in cable.blocks if b.kind.startswith("closer")]
        # surname -> those who are named more fully in the document
        self.fuller: dict[str, float] = {}
        self.named: set[str] = set()
        for n in names:
            if len(n.ids) == 1:
                id = next(iter(n.ids))
                self.named.add(id)
                if n.whole:
                    self.fuller[id] = 4.0
            elif n.roles:
                self._titled(n)

    def _titled(self, name: Name) -> None:
        scores = sorted(((self._title(id, name.title), id) for id in name.ids), reverse=True)
        if scores and scores[0][0] >= 2 and (len(scores) == 1 or scores[0][0] - scores[1][0] >= 2):
            self.fuller.setdefault(scores[0][1], 4.0)

    def link(self, name: Name) -> Link:
        """Who this name is."""
        ids = list(name.ids)
        if not ids:
            return Link(evidence="not on a list")
        if self._wife(name, ids):
            return Link(evidence="the title is a woman's, the entry a man's")
        if len(ids) == 1:
            return self._single(name, ids[0])
        ranked = sorted(((self._score(id, name), id) for id in ids), key=lambda t: -t[0])
        (best, id), (second, _) = ranked[0], ranked[1]
        if best - second < _ENOUGH or not self._enough(name, id):
            return Link(evidence="several persons of this name", others=tuple(ids))
        cert = "" if best - second >= _CERTAIN else "medium"
        return Link(id, cert, "the likeliest of several of this name", tuple(i for _, i in ranked[1:]))

    def _single(self, name: Name, id: str) -> Link:
        if not self._enough(name, id):
            return Link(evidence="a surname alone")
        return Link(id, "", "the only one of this name")

    def _enough(self, name: Name, id: str) -> bool:
        """Whether the entry may be meant at all: one of the editor's lists always, one of the core with evidence."""
        if name.ids[id] == "last" and not (name.whole or name.roles or id in self.fuller or self.authority.listed(id) and not name.weak and len(name.ids) == 1):
            return False
        if self.authority.listed(id) or name.whole or id in self.fuller:
            return True
        p = self.authority.person(id)
        if p is None or self._far(p.first, p.last):
            return False
        if name.roles and self._title(id, name.title) >= 1:
            return True
        return not name.weak and p.count >= 8

    def _far(self, first: str, last: str) -> bool:
        """Whether a person's years are not those of the document."""
        year = self.scene.date[:4]
        return bool(year and first and last) and not (int(first) - 5 <= int(year) <= int(last) + 5)

    def _wife(self, name: Name, ids: Iterable[str]) -> bool:
        return any(w in FEMININE for w in name.title.split()) and not any(self.authority.woman(id) for id in ids)

    def _roles(self, id: str) -> Sequence[Role]:
        p = self.authority.person(id)
        more = self.authority.person(self.authority.core_id(id))
        return roles(p.note if p else "") or roles(more.note if more else "")

    def _title(self, id: str, title: str) -> float:
        """How well a printed title fits what the lists say of a person: 3 fully, 1 partly, 0 unknown, -2 not."""
        p = self.authority.person(id)
        return fits(title, " ".join(p.titles) if p else "", self._roles(id), self.scene.date)

    def _score(self, id: str, name: Name) -> float:
        authority = self.authority
        score = _PART.get(name.ids[id], 0.0) + self.fuller.get(id, 0.0)
        score += 6.0 if authority.listed(id) else 0.0
        if name.title:
            score += self._title(id, name.title)
        person, known = authority.person(id), authority.person(authority.core_id(id))
        score += log2(1 + known.count) * 0.5 if known else 0.0
        if person and name.given:
            score += _closeness(words(name.given), words(person.given))
        if person and person.core and self._far(person.first, person.death[:4] or person.last):
            score -= 3.0
        held = self._roles(id)
        if self._signed(name, held):
            score += 6.0
        if self.posts and any(self.posts & r.words_as_printed for r in held):
            score += 1.0
            if any(s.start <= name.start < s.end for s in self.signatures):
                score += 2.0
        score += self._described(name, held)
        if not name.title and any(r.lead == {"president"} for r in held):
            score -= 1.0
        if any(r.lead == {"secretary"} and "State" in r.words_as_printed and r.holds(self.scene.date) for r in held):
            score += 2.0
        if self._drafting(name) and any(r.words_as_printed & _DESK for r in held):
            score += 2.0
        return score

    def _signed(self, name: Name, held: Sequence[Role]) -> bool:
        """Whether the name stands under a telegram of the Department and the person was Secretary or Under Secretary of State then."""
        if not self.department or not any(s.start <= name.start < s.end for s in self.signatures):
            return False
        return any("State" in r.words_as_printed and "secretary" in r.lead and r.lead <= {"under", "secretary", "acting"} for r in held)

    def _drafting(self, name: Name) -> bool:
        """Whether the name stands among those who drafted, cleared or approved the telegram."""
        return _OFFICERS.search(self.scene.text, max(name.floor, name.left - 120), name.left) is not None

    def _described(self, name: Name, held: Sequence[Role]) -> float:
        """ "the Assistant Secretary of State for Far Eastern Affairs (Bundy)": how many words of an office before the bracket are a person's."""
        text = self.scene.text
        if text[name.left - 1 : name.left] != "(":
            return 0.0
        said = set(re.findall(r"[A-Z]\w{3,}", text[max(name.floor, name.left - 100) : name.left])[-7:])
        return min(4.0, float(max((len(said & r.words_as_printed) for r in held), default=0)))


def _closeness(printed: Sequence[str], listed: Sequence[str]) -> float:
    """How well printed forenames fit those of a list: all alike 2, more than the list has -2."""
    return 2.0 if printed == listed else -2.0 if len(printed) > len(listed) else 0.0
