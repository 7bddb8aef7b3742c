"""Lists merged into one: which entries mean the same, what each source adds, and where they disagree."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tei_cable.authority.entries import Entry, Pack, spoken_order
from tei_cable.authority.given import words
from tei_cable.authority.titles import SUFFIXES
from tei_cable.model import Code, Diagnostic, Severity

DISAGREE = Code("A001", "sources-disagree", Severity.WARNING)
ID_TAKEN = Code("A002", "id-taken", Severity.WARNING)
UNREAD = Code("A021", "columns-unread", Severity.INFO)
NOTES_DIFFER = Code("A003", "notes-differ", Severity.INFO)

Key = tuple[str, ...]
# what is one value of an entry, and how a finding calls it
_SINGLE = {"forename": "forename", "surname": "surname", "birth": "date of birth", "death": "date of death", "geo": "coordinates", "note": "note"}
# a difference in these is no conflict: the first source's words stand
_FREE = frozenset({"note", "forename", "surname"})


class Conflict(NamedTuple):
    """A finding about an entry, and the file of that entry."""

    source: str
    finding: Diagnostic


def combine(lists: Iterable[Sequence[Entry]]) -> tuple[list[Entry], list[Conflict]]:
    """The entries of all lists, each thing once, in the order of the first that has it; and where the lists disagree.

    Two entries are one thing when a number of theirs in another authority file is the same, or, of two lists, kind and whole name agree and no
    life date contradicts. The first list counts most: what it says stands, what it leaves open is filled in.
    """
    merged: dict[str, Entry] = {}
    found: list[Conflict] = []
    for entries in lists:
        known = _Known(merged.values())
        for e in entries:
            same = known.same(e)
            if same is not None:
                found += _conflicts(merged[same], e)
                merged[same] = _joined(merged[same], e)
            else:
                id = _free(e.id, merged)
                if id != e.id:
                    message = f'“{e.name}” and “{merged[e.id].name}” have the same id "{e.id}"; the second is now "{id}".'
                    found.append(Conflict(e.source, ID_TAKEN.at(None, message, "Give one of them another id in its list.", line=e.line)))
                merged[id] = e._replace(id=id)
    return list(merged.values()), found


def unread(pack: Pack) -> Iterator[Diagnostic]:
    """What a table says that was not read."""
    if pack.unread:
        yield UNREAD.at(None, f"These columns were not read: {', '.join(pack.unread)}.", "docs/names.md tells which columns there are.", line=1)


class _Known:
    """The entries merged so far, by what tells that one of another list is the same."""

    def __init__(self, entries: Iterable[Entry]):
        entries = list(entries)
        self.numbers = {(e.kind, *pair): e for e in entries for pair in e.idno}
        self.names: dict[Key, list[Entry]] = {}
        for e in entries:
            self.names.setdefault((e.kind, *name_key(e)), []).append(e)

    def same(self, e: Entry) -> str | None:
        """The id of the entry that is the same thing, or None."""
        by_number = next((self.numbers[k] for pair in e.idno if (k := (e.kind, *pair)) in self.numbers), None)
        if by_number is not None:
            return by_number.id
        alike = [other for other in self.names.get((e.kind, *name_key(e)), ()) if not contradict(e, other)]
        return alike[0].id if len(alike) == 1 else None


def name_key(e: Entry) -> Key:
    """The words of the main name in the order of speech, of a person without accents, capitals and points; "Jr." tells a son from his father."""
    if e.kind != "person":
        return tuple(e.name.casefold().split())
    return _person_key(e) or (e.name.casefold(),)


def _person_key(e: Entry) -> Key:
    if not (e.forename and e.surname):
        return words(spoken_order(e.name))
    suffix = next((w for w in e.name.replace(",", " ").split() if w in SUFFIXES), "")
    return words(f"{e.forename} {e.surname} {suffix}")


def contradict(a: Entry, b: Entry) -> bool:
    """Whether life dates or numbers tell two entries apart."""
    dates = any(x and y and not agree(x, y) for x, y in ((a.birth, b.birth), (a.death, b.death)))
    return dates or any(value not in [v for k, v in b.idno if k == kind] for kind, value in a.idno if kind in dict(b.idno))


def agree(a: str, b: str) -> bool:
    """Whether two dates can be one: as far as both go."""
    return a.startswith(b) or b.startswith(a)


def _conflicts(kept: Entry, other: Entry) -> Iterator[Conflict]:
    pairs = [(called, getattr(kept, f), getattr(other, f)) for f, called in _SINGLE.items() if f not in _FREE]
    pairs += [(f"number of {kind}", mine[kind], value) for mine in (dict(kept.idno),) for kind, value in other.idno if kind in mine]
    for called, a, b in pairs:
        if a and b and not (agree(a, b) if called.startswith("date") else a == b):
            message = f"{called[0].upper()}{called[1:]} of {kept.name}: {a} ({_place(kept)}), but {b} ({_place(other)}); the first was kept."
            yield Conflict(other.source, DISAGREE.at(None, message, "Look it up, and correct the list that is wrong.", line=other.line))
    if kept.note and other.note and kept.note != other.note:
        message = f"The notes of {kept.name} differ: “{kept.note}” ({_place(kept)}), but “{other.note}” ({_place(other)}); the first was kept."
        yield Conflict(other.source, NOTES_DIFFER.at(None, message, line=other.line))


def _place(e: Entry) -> str:
    return f"{e.source}, line {e.line}" if e.line else e.source


def _joined(a: Entry, b: Entry) -> Entry:
    """The first entry with what the second adds; of two dates that agree the more exact."""
    single = {f: getattr(a, f) or getattr(b, f) for f in _SINGLE}
    for f in ("birth", "death"):
        if getattr(b, f).startswith(getattr(a, f)):
            single[f] = getattr(b, f)
    names = dict.fromkeys((*a.variants, *b.variants, b.name))
    idno = (*a.idno, *(pair for pair in b.idno if pair[0] not in dict(a.idno)))
    return a._replace(
        **single,
        titles=tuple(dict.fromkeys((*a.titles, *b.titles))),
        variants=tuple(n for n in names if words(spoken_order(n)) != words(spoken_order(a.name))),
        offices=tuple(dict.fromkeys((*a.offices, *b.offices))),
        idno=idno,
        source="; ".join(dict.fromkeys((*a.source.split("; "), b.source))),
    )


def _free(id: str, taken: Mapping[str, Entry]) -> str:
    """The id, or the same with the first number that makes it free."""
    if id not in taken:
        return id
    n = 2
    while f"{id}-{n}" in taken:
        n += 1
    return f"{id}-{n}"
