"""Which entries mean the same: "see X" within a list, and entries of a list and of the core."""

from collections.abc import Iterable, Mapping, Sequence

from tei_cable.authority import core, states
from tei_cable.authority.entries import Listing
from tei_cable.authority.given import agree, close, compatible, words
from tei_cable.authority.people import Person
from tei_cable.authority.titles import PARTICLES, VIETNAMESE
from tei_cable.text.regex import regex

# "Faisal II" is not the Faisal of whom everybody speaks.
_TITLED = regex(r"\b(?:General|Colonel|Major|Lieutenant|Brigadier|Admiral|Sir|Lord|Dr)\b")
_FIRST = 0.2
_SECOND = regex(r" I{2,3}\b| IV\b")


def seen_as(persons: Iterable[Person]) -> Mapping[str, str]:
    """For each entry that only refers to another: the id of that other. Followed is a reference whose words one entry alone has, all of them."""
    persons = list(persons)
    referring = [(p, wanted) for p in persons if p.see and (wanted := frozenset(words(_TITLED.sub("", p.see))))]
    targets = [(frozenset(words(p.name)), p.id) for p in persons if not p.see] if referring else []
    found = {}
    for p, wanted in referring:
        fitting = [id for names, id in targets if wanted <= names]
        if len(fitting) == 1:
            found[p.id] = fitting[0]
    return found


def counterparts(listing: Listing, see: Mapping[str, str]) -> Mapping[str, str]:
    """The list's entry for each of the core that it stands for, the surest pairs first."""
    pairs = [(sure, id, p.id) for p in listing.persons if p.id not in see for sure, id in _likely(p)]
    pairs.sort(key=lambda pair: -pair[0])
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, id, mine in pairs:
        if id not in found and mine not in taken:
            found[id] = mine
            taken.add(mine)
    for p in listing.persons:
        if p.id not in see and p.id not in taken and (id := _spelt(p)) and id not in found:
            found[id] = p.id
    return {**found, **_things(listing)}


def _spelt(p: Person) -> str:
    """The one person of the core's register who is this one, perhaps spelt otherwise; "" for none or several."""
    begun = p.surname if p.forename else p.surname.split(" ")[0]
    ids = core.spellings().get(core.key(begun), ()) if p.forename or " " in p.surname else ()
    fitting = [c.id for c in filter(None, map(core.registered, dict.fromkeys(ids))) if _same_words(p, c)]
    return fitting[0] if len(fitting) == 1 else ""


def _same_words(p: Person, c: Person) -> bool:
    """Whether two names agree word by word: forenames of which the first are alike, or all words of names in natural order."""
    if p.forename and c.forename:
        return compatible(p.given, c.given) and agree(words(p.forename)[0], words(c.forename)[0])
    mine = words(f"{p.surname} {p.forename}")
    natural = [words(name) for name in (c.surname, *c.variants) if not c.forename]
    return any(len(mine) == len(others) > 1 and all(map(close, mine, others)) for others in natural)


def _likely(p: Person) -> Iterable[tuple[float, str]]:
    """The core's entries that may be this person, each with how sure that is."""
    by_name = core.names()
    whole = next((by_name[k] for k in map(core.key, (p.name, p.surname, *p.aliases)) if len(k) > 6 and k in by_name), "")
    if whole and not p.forename:
        yield 4.0, whole
        return
    bare = "".join(w for w in words(p.surname) if w not in PARTICLES)
    own = dict.fromkeys((bare, *(core.key(n) for n in (p.surname, *p.variants))))
    surnames = own | dict.fromkeys(w for w in words(p.surname) + words(p.forename)[:1] if w not in PARTICLES)
    ids = dict.fromkeys(i for n in surnames for i in core.surnames().get(n, ()))
    mine = frozenset(words(p.name))
    first = "" if p.forename or p.see else _called(p.surname)
    for c in filter(None, map(core.person, ids)):
        if p.forename and own.keys().isdisjoint(map(core.key, (c.surname, *c.variants))) and not compatible(p.surname, c.given):
            # his forename is another's surname: "Sir Humphrey Trevelyan" and Humphrey
            continue
        if sure := 3.0 if len(other := frozenset(words(c.name))) > 1 and other <= mine else _alike(p, c, len(ids) == 1):
            yield sure + (_FIRST if core.key(c.surname) == first else 0.0) + min(c.volumes, 99) / 1000, c.id


def _called(name: str) -> str:
    """The word of a name in natural order by which its bearer is called, as a key: the first, of a Vietnamese the last."""
    parts = name.split()
    return core.key(parts[-1 if parts[0] in VIETNAMESE else 0]) if parts else ""


def _alike(p: Person, c: Person, only: bool) -> float:
    """How sure two persons of one surname are one: by their forenames, or because there is no other and no note names another state."""
    if p.forename and c.forename:
        mine, others = words(p.forename), words(c.forename)
        if compatible(p.given, c.given):
            return _sure(mine, others)
        if mine and others and len(mine[0]) > 1 and close(mine[0], others[0]):
            return 2.0
        likely = only and bool(mine and others) and mine[0][0] == others[0][0]
    elif p.forename or _SECOND.search(p.name):
        likely = only and bool(p.forename) and not c.forename
    else:
        likely = _called_so(p, c) or (only and _natural(words(p.surname), words(c.name)))
    return 1.0 if likely and not _apart(p, c) else 0.0


def _sure(mine: Sequence[str], others: Sequence[str]) -> float:
    """How sure compatible forenames make it: less when the first differ, nothing when only an initial of them agrees ("Adam", "Yakov A.")."""
    if not (mine and others) or agree(mine[0], others[0]):
        return 3.4
    written = min(len(mine[0]), len(others[0])) > 1
    return 3.0 if not written or any(len(w) > 1 and w in others for w in mine) else 0.0


def _called_so(p: Person, c: Person) -> bool:
    """Whether the first word of a name in natural order is what one of the core's is called, as Faisal ibn Abd al-Aziz is."""
    return words(c.surname) == words(p.surname)[:1] and c.name.split()[0] not in VIETNAMESE


def _natural(mine: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether a name in natural order may be one of the core's: one word may stand for it, of more all or two must agree ("Bui Diem" is not Diem)."""
    agreeing = sum(any(close(w, other) for other in whole) for w in mine)
    return len(mine) == 1 or agreeing >= min(2, len(whole))


def _apart(p: Person, c: Person) -> bool:
    """Whether the notes of two entries name states, and none in common."""
    mine, others = states.named(p.note), states.named(c.note)
    return bool(mine and others) and mine.isdisjoint(others)


def _things(listing: Listing) -> Mapping[str, str]:
    """Places, organisations and terms of the core that a list names too; an organisation may stand among the list's terms."""
    found = {}
    for kind, kinds in (("place", ("place",)), ("org", ("org", "term")), ("term", ("term",))):
        ids = {word: e.id for e, names in listing.others if e.kind in kinds for word in names}
        for id, names in core.named(kind) if ids else ():
            if not ids.keys().isdisjoint(names):
                found[id] = next(ids[w] for w in names if w in ids)
    return found
