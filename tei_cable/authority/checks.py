"""What is wrong, or doubtful, in a list: found by what its entries say of themselves and of each other."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from tei_cable.authority import formats, identifiers
from tei_cable.authority.combine import contradict, name_key, unread
from tei_cable.authority.entries import Entry, Pack, spoken_order
from tei_cable.authority.formats.tei_writer import checksum
from tei_cable.authority.given import words
from tei_cable.authority.offices import read_note
from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.text.regex import regex

DUPLICATE = Code("A010", "duplicate-entry", Severity.WARNING)
ID_TWICE = Code("A011", "id-twice", Severity.ERROR)
NUMBER_TWICE = Code("A012", "number-twice", Severity.WARNING)
NAME_SHARED = Code("A013", "name-shared", Severity.INFO)
DEAD_BEFORE_BIRTH = Code("A014", "dead-before-birth", Severity.ERROR)
OFFICE_OUTSIDE_LIFE = Code("A015", "office-outside-life", Severity.WARNING)
NUMBER_FORM = Code("A016", "number-form", Severity.WARNING)
ID_UNFIT = Code("A017", "id-unfit", Severity.ERROR)
DATE_FORM = Code("A018", "date-form", Severity.WARNING)
CHANGED = Code("A019", "list-changed", Severity.INFO)
OFFICE_REVERSED = Code("A020", "office-reversed", Severity.WARNING)

_DATE = regex(r"-?\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_SEE = regex(r"\W*[Ss]ee ")
_Finding = Iterator[Diagnostic]


def check(pack: Pack) -> Sequence[Diagnostic]:
    """All findings about a list, in the order of its lines."""
    found = [d for e in pack.entries for of_one in (_id, _numbers, _dates, _offices) for d in of_one(e)]
    # "Diem, see Ngo Dinh Diem" is no entry of its own
    entries = [e for e in pack.entries if not _SEE.match(e.note)]
    found += [*_ids(pack.entries), *_number_twice(entries), *_twice(entries), *_shared(entries)]
    found += unread(pack)
    if pack.checksum and pack.checksum != checksum(pack.entries):
        message = "The entries are not those whose checksum the header gives: the list was changed after tei-cable wrote it."
        found.append(CHANGED.at(None, message, "Write it anew with `tei-cable authority import`, when the changes are yours."))
    return sorted(found, key=lambda d: d.line)


def _id(e: Entry) -> _Finding:
    if not formats.fit_id(e.id):
        yield ID_UNFIT.at(None, f'The id "{e.id}" of {e.name} cannot be used as an xml:id of documents.', "Begin it with a letter.", line=e.line)


def _numbers(e: Entry) -> _Finding:
    for kind, value in e.idno:
        if fault := identifiers.fault(kind, value):
            yield NUMBER_FORM.at(None, f"“{value}” of {e.name} {fault}.", "Copy the number again from where it comes.", line=e.line)


def _dates(e: Entry) -> _Finding:
    for called, date in (("birth", e.birth), ("death", e.death)):
        if date and not _DATE.fullmatch(date):
            yield DATE_FORM.at(None, f"“{date}”, the {called} of {e.name}, is no date.", "Write it as 1902, 1902-05 or 1902-05-31.", line=e.line)
    if e.birth and e.death and _before(e.death, e.birth):
        message = f"{e.name} died ({e.death}) before the birth ({e.birth})."
        yield DEAD_BEFORE_BIRTH.at(None, message, "Correct one of the dates.", line=e.line)


def _offices(e: Entry) -> _Finding:
    if e.kind != "person":
        return
    held = [(h.title, h.start, h.end) for h in e.offices]
    held += [(o.name, t.start, t.end) for o, t in read_note(e.id, e.note)]
    for title, start, end in held:
        if start and end and _before(end, start):
            yield OFFICE_REVERSED.at(None, f"{e.name}: {title} ends ({end}) before it begins ({start}).", "Correct one of the dates.", line=e.line)
        for date in dict.fromkeys((start, end)):
            unborn, dead = e.birth and date and _before(date, e.birth), e.death and date and _before(e.death, date)
            if unborn or dead:
                life = f"the birth ({e.birth})" if unborn else f"the death ({e.death})"
                message = f"{e.name}: {title} ({date}) lies {'before' if unborn else 'after'} {life}."
                yield OFFICE_OUTSIDE_LIFE.at(None, message, "Two persons of one name may be mixed up here.", line=e.line)
                break


def _before(a: str, b: str) -> bool:
    """Whether a date lies before another, as far as both are exact."""
    n = min(len(a), len(b))
    return a[:n] < b[:n]


def _grouped(entries: Iterable[Entry], keys: Callable[[Entry], Iterable[tuple[str, ...]]]) -> dict[tuple[str, ...], list[Entry]]:
    """The groups of two and more entries that have a key in common."""
    found: defaultdict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for e in entries:
        for key in dict.fromkeys(keys(e)):
            found[key].append(e)
    return {key: group for key, group in found.items() if len(group) > 1}


def _first(e: Entry) -> str:
    return f"{e.name} (line {e.line})" if e.line else e.name


def _ids(entries: Iterable[Entry]) -> _Finding:
    for (id,), (first, *others) in _grouped(entries, lambda e: [(e.id,)]).items():
        for e in others:
            yield ID_TWICE.at(None, f'The id "{id}" of {e.name} is taken by {_first(first)}.', "Give one of the two another id.", line=e.line)


def _number_twice(entries: Iterable[Entry]) -> _Finding:
    for (kind, value), (first, *others) in _grouped(entries, lambda e: e.idno).items():
        for e in others:
            message = f"{kind} {value} is the number of {e.name} and of {_first(first)}."
            yield NUMBER_TWICE.at(None, message, "Join the entries if they are one, or correct the number.", line=e.line)


def _twice(entries: Iterable[Entry]) -> _Finding:
    for first, e in _same(entries):
        message = f"{e.name} may be the same as {_first(first)}."
        yield DUPLICATE.at(None, message, "Join the entries, or tell them apart by life dates.", line=e.line)


def _same(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of entries of one name whom nothing tells apart."""
    for first, *others in _grouped(entries, lambda e: [(e.kind, *name_key(e))]).values():
        yield from ((first, e) for e in others if not contradict(first, e) and not (first.birth and e.birth and first.birth != e.birth))


def _shared(entries: Sequence[Entry]) -> _Finding:
    """Names that two persons bear whom something tells apart, or of whom one bears it as a variant."""
    same = {(a.id, b.id) for a, b in _same(entries)}
    for (_, *name), (first, *others) in _grouped(entries, _all_names).items():
        for e in others:
            if (first.id, e.id) not in same and first.id != e.id:
                message = f"“{' '.join(name)}” is a name of {e.name} and of {_first(first)}."
                yield NAME_SHARED.at(None, message, "A telegram that has nothing else will not be linked to either.", line=e.line)


def _all_names(e: Entry) -> Iterable[tuple[str, ...]]:
    return ((e.kind, *name) for name in (name_key(e), *(words(spoken_order(v)) for v in e.variants)) if name)
