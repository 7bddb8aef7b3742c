"""Names as they stand in the text: what the lists know, and the forenames, titles and suffixes round it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tei_cable.annotators.persons.titles import is_nation, read_titles
from tei_cable.annotators.persons.tokens import OPENING, before
from tei_cable.authority.common_words import weak
from tei_cable.authority.given import agree, alike, compatible, words
from tei_cable.authority.lexicon import Hit
from tei_cable.authority.scene import Scene
from tei_cable.authority.titles import HEADS, INNER
from tei_cable.model import Cable, Span

_INITIALS = re.compile(r"(?:[A-Z]\.-?)+")
_GLUED = re.compile(r"(?<![\w.])(?:[A-Z]\.)+$")
_SUFFIX = re.compile(r",?\s+(?:[JS]r\b\.?|I{2,3}\b|2d\b)")
_CALENDAR = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday".split()
)


@dataclass(slots=True)
class Name:
    """A name in the text: `start` to `end` are the words that the lists know, `first` takes in forenames, `left` titles, `right` suffixes.

    `ids` are those it may stand for, each with what part of the person's name it is; `given` is what stands before it of forenames, `title`
    the words of the titles. `whole` says that more than a surname is there.
    """

    start: int
    end: int
    ids: Mapping[str, str]
    weak: bool
    floor: int
    first: int = 0
    left: int = 0
    right: int = 0
    given: str = ""
    title: str = ""
    roles: list[Span] = field(default_factory=list)
    whole: bool = False
    stranger: bool = False


def read(cable: Cable, scene: Scene) -> list[Name]:
    """The names in the text, in order and without overlap."""
    brackets = {m.span.end: m.span.start for m in cable.mentions if m.kind == "supplied"}
    found: list[Name] = []
    for name in _known(scene):
        name.first, name.right = name.start, name.end
        _extend(name, scene, brackets)
        last = found[-1] if found else None
        if last and last.right > name.first:
            if last.start >= name.first and not name.stranger and not last.whole:
                found.pop()
                last = found[-1] if found else None
            else:
                name.first, name.given, name.stranger = name.start, "", False
        name.left, name.title, name.roles = read_titles(scene.text, name.first, max(name.floor, last.right if last else 0), brackets)
        found.append(name)
    return found


def _known(scene: Scene) -> Iterable[Name]:
    """What the lists know, the longest of the hits at one place, each with all whom it may stand for."""
    hits = scene.hits("person")
    i, end = 0, 0
    while i < len(hits):
        j = i + 1
        while j < len(hits) and hits[j].start == hits[i].start:
            j += 1
        group, i = hits[i:j], j
        if group[0].start < end:
            continue
        end = max(h.end for h in group)
        region = scene.region(group[0].start)
        yield _name(scene, [h for h in group if h.end == end], region.start if region else 0)


def _name(scene: Scene, hits: Sequence[Hit], floor: int) -> Name:
    ids: dict[str, str] = {}
    resolve = scene.authority.resolve
    for hit in hits:
        for id in hit.form.ids:
            ids.setdefault(resolve(id), hit.form.part)
    start, end, form = hits[0]
    whole = form.part == "name" and " " in form.text
    return Name(start, end, ids, any(h.form.weak for h in hits), floor, whole=whole)


def _extend(name: Name, scene: Scene, brackets: Mapping[int, int]) -> None:
    """Take in forenames before the name, the rest of a name in natural order after it, and suffixes; keep those whom they fit."""
    text, authority = scene.text, scene.authority
    given = {id: p.given for id in name.ids if (p := authority.person(id))}
    if text[name.start - 1 : name.start] == "." and (m := _GLUED.search(text, max(name.floor, name.start - 8), name.start)):
        name.first, name.given = m.start(), m[0]
    expected = {w for g in given.values() for w in words(g)}
    _forenames(name, scene, expected, brackets)
    if name.given and not name.whole:
        fitting = {id: part for id, part in name.ids.items() if compatible(name.given, given.get(id, ""))}
        name.stranger = not fitting
        name.whole = not name.stranger and len(name.given) > 2
        name.ids = fitting
    if text[name.end : name.end + 1] in (" ", "-", "–", "\n"):
        _rest(name, scene)
    if text[name.right : name.right + 1] in (",", " ", "\n") and (m := _SUFFIX.match(text, name.right)):
        name.right = m.end()


def _forenames(name: Name, scene: Scene, expected: set[str], brackets: Mapping[int, int]) -> None:
    text, known = scene.text, scene.authority.forenames
    at, found = name.first, []
    while span := before(text, at, name.floor):
        i, j = span
        if j in brackets:
            i, j = brackets[j] + 1, j - 1
            if not all(any(agree(w, e) for e in expected) for w in words(text[i:j])):
                break
            at = i - 1
            found.append(text[i:j])
            continue
        while i < j and text[i] in OPENING:
            i += 1
        word = text[i:j]
        if not word or not word[0].isupper():
            break
        if not _is_given(word, expected, known, not name.whole) and (found or len(name.ids) < 2 or name.whole or not _may_be_given(word, text, i, name.floor)):
            break
        at = i
        found.append(word)
        if i != span[0]:
            break
    if found and not (at == name.floor and len(found) == 1 and len(found[0]) == 2 and found[0][1] == "."):
        name.first = at
        name.given = " ".join([*reversed(found), name.given]).strip()


def _is_given(word: str, expected: set[str], known: frozenset[str], strangers: bool) -> bool:
    """Whether a capitalised word before a surname is a forename: one of those expected, an initial, or any known one."""
    if _INITIALS.fullmatch(word):
        return True
    if not word[-1].isalpha():
        return False
    parts = words(word)
    if len(word) == 1:
        return word not in "IA" and parts[0] in {e[0] for e in expected}
    if all(any(len(e) > 1 and agree(w, e) for e in expected) for w in parts):
        return True
    return strangers and len(word) > 2 and parts[0] in known and parts[0] not in _CALENDAR and word not in HEADS


def _may_be_given(word: str, text: str, at: int, floor: int) -> bool:
    """Whether a word unknown to us, inside a sentence before a surname that several bear, must be a forename."""
    if not (word.isalpha() and word[1:].islower() and len(word) > 3) or word in INNER or is_nation(word) or weak(word):
        return False
    span = before(text, at, floor)
    return span is not None and text[span[1] - 1] not in ".:;!?)”"


def _rest(name: Name, scene: Scene) -> None:
    """"Chiang Kai Shek", "Pyun Yung Tai": the other words of a name in natural order, otherwise divided or spelt."""
    for id in name.ids:
        p = scene.authority.person(id)
        if p is None or p.forename or " " not in p.surname or "".join(words(scene.text[name.start : name.end])) != words(p.surname)[0]:
            continue
        rest = "".join(words(p.surname)[1:])
        at, seen = name.end, ""
        while at < len(scene.text) and len(seen) < len(rest) and (scene.text[at].isalpha() or scene.text[at] in " -–’'\n"):
            seen += "".join(words(scene.text[at]))
            at += 1
        if (seen == rest or alike(seen, rest)) and scene.text[name.end + 1].isupper() and not scene.text[at : at + 1].isalpha():
            name.right, name.ids, name.whole = at, {id: "name"}, True
            return
