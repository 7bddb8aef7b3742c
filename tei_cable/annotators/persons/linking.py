"""Who a name is: the evidence of the document, of titles and notes, of sender and place, and of how often people are named."""

from collections.abc import Sequence
from math import log2
from typing import NamedTuple

from tei_cable.annotators.persons.contradictions import contradicted
from tei_cable.annotators.persons.names import Name
from tei_cable.authority.given import words
from tei_cable.authority.people import Person
from tei_cable.authority.roles import Role, fits, lacks_rank, roles
from tei_cable.authority.scene import Scene
from tei_cable.authority.titles import ADDRESS, FEMININE
from tei_cable.model import Cable, Field
from tei_cable.text.regex import regex

# How far ahead of the second the first must be, and how far to be beyond doubt.
_ENOUGH, _CERTAIN = 1.5, 3.0
# The weights of evidence.
_PART = {"name": 0.0, "surname": 0.0, "short": -3.0, "other": -4.0, "last": -5.0}
_LISTED, _FULLER, _TITLED, _SIGNED, _WOMAN, _DESK, _SECRETARY, _AWAY, _RETIRED = 8.0, 6.0, 5.0, 8.0, 4.0, 2.0, 2.0, -3.0, -2.0
_UNRANKED = -4.0
# How much nearer a title points at one of the editor's list than at one whom only the core has; and from what it points at anybody.
_OWN = 2.0
# In how many volumes a person of the core must be named for a surname alone to be enough; more for a brief one, which many bear.
_FREQUENT, _FAMOUS, _BRIEF = 5, 20, 4
# What part of the volumes that name people of that surname must name this one.
_SHARE = 0.5
# How many candidates an explanation tells of.
_SHOWN = 4
_OFFICERS = regex(r"\b(?:[Dd]rafted|[Cc]leared|[Aa]pproved|[Ii]nitialed|signed)\b")
_SIGNED_BY = regex(r"\bsigned\s+(?:by|for)\s+(?:the\s+)?(?:[A-Z]\w+\s+){0,3}$")
# Parts of these words: where none stands, none of them does.
_DEEDS = ("rafted", "leared", "pproved", "nitialed", "signed")
# Words of the offices of those who draft and clear telegrams in the Department.
_DESKS = frozenset(
    """
    Assistant Under Deputy Office Officer Bureau Director Desk Department Counselor Executive Secretariat Acting
    """.split()
)
# The words of an office outside the Department, though it has a director.
_CENTRAL = frozenset(("Central", "Intelligence"))
# "to the White House exclusive for Bundy": the words that the offices of such a body's people have.
_AT = regex(r"(White House|CIA|Defense|Pentagon)\s+(?:(?:exclusive|eyes only|personal|only)\s+)?for\s+$")
_BODIES = {
    "White House": frozenset(("President", "President’s", "President's")),
    "CIA": frozenset(("Intelligence", "CIA")),
    "Defense": frozenset(("Defense",)),
    "Pentagon": frozenset(("Defense", "Joint")),
}
_PLACE = regex(r"[A-Z]\w{3,}")


class Link(NamedTuple):
    """Who a name is: the id ("" when evidence does not decide), how certain, why, and who else it might be."""

    id: str = ""
    cert: str = ""
    evidence: str = ""
    others: tuple[str, ...] = ()


class Weight(NamedTuple):
    """One thing that speaks for a person, or (below 0) against."""

    why: str
    value: float


def _is_full(field: Field) -> bool:
    """Whether a field of the header names a person with forenames, and it is known who that is."""
    return "ref" in field.attrs and len(field.value.split()) > 1


class Linker:
    """Links the names of one document."""

    def __init__(self, cable: Cable, scene: Scene, names: Sequence[Name]):
        self.scene = scene
        self.authority = scene.authority
        sent = [f for f in cable.fields if f.name in ("sent/orgName", "sent/placeName", "received/orgName")]
        self.posts = frozenset(w for f in sent for w in _PLACE.findall(f.value))
        self.department = any(
            "Department of State" in f.value or f.value.startswith(("Secretary of State", "Acting Secretary of State"))
            for f in cable.fields
            if f.name in ("sent/orgName", "sent/roleName")
        )
        self.signatures = [b.spans[0] for b in cable.blocks if b.kind.startswith("closer")]
        self.starts = {n.first for n in names}
        self._base: dict[str, list[Weight]] = {}
        self._known: dict[tuple[object, ...], Link] = {}
        # who is named in the document with forenames or a telling title, and what that counts
        self.fuller: dict[str, float] = {f.attrs["ref"]: _FULLER for f in cable.fields if f.name.endswith("/persName") and _is_full(f)}
        for n in names:
            if n.whole and len(n.ids) == 1:
                self.fuller[next(iter(n.ids))] = _FULLER
            elif n.roles and n.ids:
                self._titled(n)

    def _titled(self, name: Name) -> None:
        """Note whom the document names with a title that tells who is meant."""
        fits = sorted(((self._title(id, name.title) + (_OWN if self.authority.listed(id) else 0.0), id) for id in name.ids), reverse=True)
        best, id = fits[0]
        if best >= _OWN and best - fits[1][0] >= 2 if len(fits) > 1 else self._enough(name, id):
            self.fuller.setdefault(id, _TITLED)

    def link(self, name: Name) -> Link:
        """Who this name is."""
        if excluded := contradicted(name, self.scene):
            name.ids = {id: part for id, part in name.ids.items() if id not in excluded}
            name.stranger = not name.ids
            return self._link(name) if name.ids else Link("", "", next(iter(excluded.values())))
        single = name.who.single
        if single and not name.title and not name.stranger:
            return Link(single, "", "the only one of this name")
        if not name.ids:
            return Link("", "", "not on a list")
        if self._half(name):
            return Link("", "", "half of a name that is on no list")
        # where it stands matters to one of several, and to one whom no list of the editor's has
        place = not single and (self._is_signature(name), self._described(name), self._drafting(name), self._body(name))
        key = (id(name.who), *name.ids, name.given, name.title, place)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._link(name)
        return found

    def _half(self, name: Name) -> bool:
        """Whether the surname goes on with a hyphen and what is no known name, "Mueller-Armack", and nobody listed bears it."""
        joined = self.scene.text[name.right : name.right + 2]
        return joined[:1] == "-" and joined[1:].isupper() and name.right + 1 not in self.starts and not any(map(self.authority.listed, name.ids))

    def _link(self, name: Name) -> Link:
        ids = self._near(name)
        womans = any(w in FEMININE for w in name.title.split())
        if womans and not any(self.authority.woman(i) for i in ids):
            return Link("", "", "the title is a woman's, the entry a man's")
        if len(ids) == 1:
            return Link(ids[0], "", "the only one of this name") if self._enough(name, ids[0]) else Link("", "", "a surname alone")
        if not womans and (own := self._entry_of_its_own(name)):
            return Link(own, "", "the list has an entry of these words")
        weighed = {i: self._weigh(i, name) for i in ids}
        score = {i: sum(w.value for w in found) for i, found in weighed.items()}
        ranked = sorted(ids, key=lambda i: -score[i])
        first, ahead = ranked[0], score[ranked[0]] - score[ranked[1]]
        chain = "; ".join(self._told(i, weighed[i]) for i in ranked[:_SHOWN])
        if ahead < _ENOUGH or not self._enough(name, first):
            return Link("", "", f"several persons of this name: {chain}", tuple(ids))
        return Link(first, "" if ahead >= _CERTAIN else "medium", f"the likeliest of several of this name: {chain}", tuple(ranked[1:]))

    def _near(self, name: Name) -> list[str]:
        """Those whom the name may stand for, without the many known by name only who belong to other years."""
        ids = list(name.ids)
        listed = {p.name for i in ids if self.authority.listed(i) and (p := self.authority.person(i))}
        if listed and len(ids) > 1:
            # the core's record of one whom the list has too, and which nothing tied to the list's
            ids = [i for i in ids if self.authority.listed(i) or (p := self.authority.person(i)) is None or p.name not in listed]
        if len(ids) > 1 and "other" in name.ids.values():
            ids = [i for i in ids if name.ids[i] != "other" or (p := self.authority.person(i)) is None or not self._far(p.first, p.last)]
        return ids or list(name.ids)

    def _told(self, id: str, weighed: Sequence[Weight]) -> str:
        """A person with what was weighed, for an editor to read."""
        person = self.authority.person(id)
        found = ", ".join(f"{w.why} {w.value:+.1f}" for w in weighed)
        return f"{person.name if person else id} ({found or 'nothing'})"

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
        often = p.volumes >= (_FREQUENT if name.end - name.start > _BRIEF else _FAMOUS)
        return fit >= 1 or (fit == 0 and often and (bool(name.roles) or not name.who.weak) and self._foremost(p, name))

    def _foremost(self, person: Person, name: Name) -> bool:
        """Whether most that is written of those whom a surname may stand for, at that time, is of this person."""
        if len(name.ids) == 1:
            return True
        others = [p for i in name.ids if (p := self.authority.person(i)) and not self._far(p.first, p.last)]
        return person.volumes >= _SHARE * sum(p.volumes for p in others)

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
        p, known = self.authority.person(id), self.authority.person(self.authority.core_id(id))
        ranks, held = " ".join(p.titles) if p else "", self._roles(id)
        fit = fits(title, ranks, held, self.scene.date)
        if fit < 0 and known and known.note:
            # the list need not say all
            return max(fit, min(0.0, fits(title, ranks, roles(known.note), self.scene.date)))
        return fit

    def _weigh(self, id: str, name: Name) -> list[Weight]:
        """What speaks for a person where the name stands, and what against."""
        if id not in self._base:
            self._base[id] = self._standing(id)
        person, held = self.authority.person(id), self._roles(id)
        found = [*self._base[id], Weight("part of the name", _PART.get(name.ids[id], 0.0))]
        if person and name.given:
            found.append(Weight("forenames", _closeness(words(name.given), words(person.given))))
        if name.title:
            found.append(Weight("title", self._title(id, name.title)))
            found.append(Weight("no officer", _UNRANKED if person and lacks_rank(name.title, " ".join(person.titles), held) else 0.0))
        if name.title or (person and person.titles):
            found.append(Weight("title of a woman or a man", self._sex(id, name.title.split())))
        if not name.title and any(r.lead == {"president"} for r in held):
            # nobody names a President without his title
            found.append(Weight("a President without his title", -1.0))
        if self._is_signature(name):
            found.append(Weight("signature", self._signs(held)))
        if said := self._described(name):
            found.append(Weight("described so", float(max((len(said & r.words_as_printed) for r in held), default=0))))
        if body := self._body(name):
            found.append(Weight("of that body", 3.0 if any(r.words_as_printed & body for r in held) else 0.0))
        if self._drafting(name) and any(r.words_as_printed & _DESKS and not r.words_as_printed >= _CENTRAL for r in held):
            found.append(Weight("of the desks that draft", _DESK))
        return [w for w in found if w.value]

    def _sex(self, id: str, title: Sequence[str]) -> float:
        """Whether a woman's title stands before the name of a woman, or a man's before that of a man."""
        person = self.authority.person(id)
        if any(w in FEMININE for w in title):
            return _WOMAN if self.authority.woman(id) else -_WOMAN
        called = person is not None and any(w in FEMININE for w in person.titles)
        return -_WOMAN if called or (any(w in ADDRESS for w in title) and self.authority.woman(id)) else 0.0

    def _standing(self, id: str) -> list[Weight]:
        """What speaks for a person in this document, wherever in it the name stands."""
        authority = self.authority
        person, known = authority.person(id), authority.person(authority.core_id(id))
        held, date = self._roles(id), self.scene.date
        found = [Weight("more fully named here", self.fuller.get(id, 0.0)), Weight("on the list", _LISTED if authority.listed(id) else 0.0)]
        if known:
            found.append(Weight("frequency", log2(1 + known.volumes) * 0.5))
        if person and person.core and self._far(person.first, person.death[:4] or person.last):
            found.append(Weight("of other years", _AWAY))
        if any(r.lead == {"secretary"} and "State" in r.words_as_printed and r.holds(date) for r in held):
            found.append(Weight("Secretary of State then", _SECRETARY))
        if date and held and all((r.start or r.end) and not r.holds(date) for r in held):
            found.append(Weight("out of office then", _RETIRED))
        return [*found, Weight("of this post", 1.0 if self._posted(held) else 0.0)]

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
        """Whether this one signed the telegram, or a note says so."""
        if any(s.start <= name.start < s.end for s in self.signatures):
            return True
        return _SIGNED_BY.search(self.scene.text, max(name.floor, name.left - 40), name.left) is not None

    def _drafting(self, name: Name) -> bool:
        """Whether the name stands among those who drafted, cleared or approved the telegram."""
        text, low, high = self.scene.text, max(name.floor, name.left - 120), name.left
        return any(text.find(deed, low, high) >= 0 for deed in _DEEDS) and _OFFICERS.search(text, low, high) is not None

    def _body(self, name: Name) -> frozenset[str]:
        """What the offices of those have to whom the telegram was sent at a body named before the name."""
        text, low = self.scene.text, max(name.floor, name.left - 48)
        m = _AT.search(text, low, name.left) if text.find("for", low, name.left) >= 0 else None
        return _BODIES[m[1]] if m else frozenset()

    def _described(self, name: Name) -> frozenset[str]:
        """The words of an office before a name in brackets: "the Assistant Secretary of State for Far Eastern Affairs (Bundy)"."""
        text = self.scene.text
        if not text.endswith("(", 0, name.left):
            return frozenset()
        return frozenset(_PLACE.findall(text[max(name.floor, name.left - 100) : name.left])[-7:])


def _closeness(printed: Sequence[str], listed: Sequence[str]) -> float:
    """How well printed forenames fit those of a list: all alike 2, or 4 when one is more than an initial, more than the list has -2."""
    if printed == listed:
        return 4.0 if len(max(printed, key=len, default="")) > 1 else 2.0
    return -2.0 if len(printed) > len(listed) else 0.0
