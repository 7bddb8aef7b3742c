"""Names as they stand in the text: what the lists know, and the forenames, titles and suffixes round it."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter

from tei_cable.annotators.persons.titles import is_nation, read_titles
from tei_cable.annotators.persons.tokens import GLUED, before
from tei_cable.authority.candidates import Candidates
from tei_cable.authority.common_words import weak
from tei_cable.authority.given import agree, close, compatible, words
from tei_cable.authority.scene import Scene
from tei_cable.authority.titles import CALENDAR, HEADS, INNER, SMALL_HEADS, VIETNAMESE
from tei_cable.model import Cable, Span
from tei_cable.text.regex import regex

_INITIALS = regex(r"(?:[A-Z]\.-?)+")
_GLUED = regex(r"(?<![\w.])(?:[A-Z]\.)+$")
_INITIAL_BEFORE = regex(r"(?<![\w.])[A-Z]\.\s$")
_MONSIEUR = regex(r"(?<!\b[A-Z]\.\s)(?<!\w)M\.\s([A-Z][a-z]+)")
# The file on a person, or on a visit of his, in the central files of the Department: "123–Hare, Raymond A."
_FILED = regex(r"\b(?:123|032)[-–— ]$")
_INVERTED = regex(r",\s([A-Z][\w’'-]+(?:\s[A-Z]\.)*)(?:,\s[JS]r\.)?")
_SEVERAL = 3
_JOINTS = "/–—"
_SUFFIX = regex(r",?\s+[JS]r\b\.?|\s+(?:I{2,3}|2d)\b")
_ASIAN = regex(r"\s([A-Z][a-z]+)[-–]([A-Za-z][a-z]+)\b")
# Letters that transcriptions of East Asian names exchange.
_ROMANIZED = str.maketrans("ptkou", "bdguu")
# What stands before names in telegrams and is no forename: adverbs, participles, the words of the wire, what is familiar.
_NO_FORENAME = regex(
    r"(?:ly|ing|ed|y|ie|ee|ment|less|theless)$"
    r"|^(?:Codel|Info|Subj|Ref|Refs|Attn|Mister|Sgd|Asst|Brig|Secy|Undersec|Cmdr|Comdr|Sheriff|Thich|Bonze|Mulla|Mullah|Kings|Furthermore|Altho|Fin|Def|Ret|Mayors|Chairmen|Primin|Secstate|Dept|Embassy|Council|Comte)$"
)
_start = attrgetter("start")
_WORD_BEGINS = "JSI2"


@dataclass(slots=True)
class Name:
    """A name in the text: `start` to `end` are the words that the lists know, `first` takes in forenames, `left` titles, `right` suffixes.

    `ids` are those it may stand for, each with what part of the person's name it is; `given` is what stands before it of forenames, `title`
    the words of the titles. `whole` says that more than a surname is there, `stranger` that forenames show a person on no list. `floor` is
    where its block begins, `before` the run of characters in front of it.
    """

    start: int
    end: int
    who: Candidates
    ids: Mapping[str, str]
    floor: int
    before: tuple[int, int] | None
    first: int
    left: int
    right: int
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
        follows = _extend(name, scene, brackets)
        last = found[-1] if found else None
        if last and last.right > name.start:
            continue
        if last and last.right > name.first:
            replaced = not name.stranger or last.who.obscure or scene.text[last.start : last.end] in VIETNAMESE
            if last.start >= name.first and not last.whole and replaced:
                found.pop()
                last = found[-1] if found else None
            else:
                name.first, name.given, name.stranger, name.ids = name.start, "", False, name.who.parts
        name.left = name.first
        if follows:
            floor = max(name.floor, last.right) if last else name.floor
            name.left, name.title, name.roles = read_titles(scene.text, name.first, floor, brackets)
        found.append(name)
    return found


def _known(scene: Scene) -> Iterable[Name]:
    """What the lists know, the longest of the hits at one place, each with all whom it may stand for."""
    hits, text, shade = scene.hits("person"), scene.text, scene.shadow
    i, done, count = 0, 0, len(hits)
    while i < count:
        start, end, _ = hits[i]
        j = i + 1
        while j < count and hits[j][0] == start:
            j += 1
        group, i = hits[i:j], j
        if start < done:
            continue
        # the longest come first
        done = end
        if group[-1][1] != end:
            group = [h for h in group if h[1] == end]
        who = scene.authority.candidates(shade[start:end], group)
        region = scene.region(start)
        floor = region.start if region else 0
        yield Name(start, end, who, who.parts, floor, before(text, start, floor), start, start, end, whole=who.whole)


def _extend(name: Name, scene: Scene, brackets: Mapping[int, int]) -> bool:
    """Take in forenames, the rest of a name in natural order, and suffixes; whether a title may stand in front."""
    text, end = scene.text, name.end
    follows = False
    if span := name.before:
        if not text[span[0]].islower():
            _forenames(name, scene, brackets)
            follows = True
        else:
            follows = span[1] in brackets or text[span[0] : span[1]] in SMALL_HEADS
    elif text[name.start - 1 : name.start] == "." and (m := _GLUED.search(text, max(name.floor, name.start - 8), name.start)):
        name.first, name.given = m.start(), m[0]
        _forenames(name, scene, brackets)
        follows = True
    if brackets and (closing := text.find("]", name.start, end) + 1) in brackets and brackets[closing] < name.start:
        name.first, follows = brackets[closing], True
    if text[end : end + 2] == ", " and _FILED.search(text, max(name.floor, name.start - 5), name.start) and (m := _INVERTED.match(text, end)):
        name.given, name.right = m[1], m.end()
    if name.given and not name.who.whole:
        name.ids = {id: _told(part) for id, part in name.ids.items() if compatible(name.given, name.who.given.get(id, ""))}
        name.stranger = not name.ids
        name.whole = not name.stranger and len(name.given) > 2
    following = text[end : end + 3]
    if following[:1] in (" ", "-", "–", "\n", ","):
        if name.who.rests:
            _rest(name, text)
        if following[1:2] in _WORD_BEGINS or following[2:3] in _WORD_BEGINS:
            m = _SUFFIX.match(text, name.right)
            name.right = m.end() if m else name.right
    return follows


def _told(part: str) -> str:
    """What part of a name it is when a forename that fits stands before it."""
    return "surname" if part == "other" else part


def _forenames(name: Name, scene: Scene, brackets: Mapping[int, int]) -> None:
    """Forenames, initials and supplied forenames before the name."""
    text, expected = scene.text, name.who.expected
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
        word = text[i:j]
        if not word.isalnum() and (m := GLUED.search(word)):
            i += m.end()
            word = text[i:j]
            if text[i - 1] in _JOINTS and len(word.strip(".")) == 1:
                # the end of "C/S", of "1–E."
                break
        if not word or not word[0].isupper():
            break
        if not (
            _is_given(word, name, scene, i)
            or (found and _before_initials(word, found[-1], text, i))
            or _is_asian(word, name, text, i)
            or (not found and _may_be_given(word, name, scene, i))
        ):
            break
        at = i
        found.append(" ".join(word) if _wired(word, name) else word)
        if i != span[0]:
            break
    # a single letter at the head of a paragraph is its label, unless the name is all of it
    label = at == name.floor and len(found) == 1 and len(found[0]) == 2 and found[0][1] == "."
    if found and not (label and (region := scene.region(at)) and name.end + 1 < region.end):
        name.first = at
        name.given = " ".join([*reversed(found), name.given]).strip()


def _is_given(word: str, name: Name, scene: Scene, at: int) -> bool:
    """Whether a capitalised word before a surname is a forename: one of those expected, an initial, or any known one."""
    expected = name.who.expected
    if (is_nation(word) or word == "P.M.") and "." in word:
        # a sentence may end with "the U.S."
        return False
    if word[-1] == "." or "." in word:
        # "M. Kennedy" is Monsieur, unless the list has this initial or another stands before it
        return _INITIALS.fullmatch(word) is not None and (
            word != "M."
            or ("m" in expected and not _says_monsieur(scene.text))
            or _INITIAL_BEFORE.search(scene.text, max(name.floor, at - 6), at) is not None
        )
    parts = words(word)
    if not parts or not word[-1].isalpha():
        return False
    if len(word) == 1:
        return word not in "IA" and scene.text[at - 1 : at] in (" ", "\n") and parts[0] in {e[0] for e in expected}
    if _wired(word, name):
        return True
    if all(any(min(len(e), len(w)) > 1 and agree(w, e) for e in expected) for w in parts):
        return True
    return not name.who.whole and len(word) > 2 and parts[0] in scene.authority.forenames and word not in CALENDAR and word not in HEADS


def _wired(word: str, name: Name) -> bool:
    """Whether these are a candidate's initials as the wire has them, without full stops: "BK"."""
    return word.isupper() and len(word) in (2, 3) and any(tuple(word.lower()) == tuple(w[0] for w in words(g)) for g in name.who.given.values())


@lru_cache(maxsize=16)
def _says_monsieur(text: str) -> bool:
    """Whether a text sets "M." before so many names that it can be nobody's initial."""
    return len(set(_MONSIEUR.findall(text))) >= _SEVERAL


def _before_initials(word: str, initials: str, text: str, at: int) -> bool:
    """Whether a capitalised word unknown to us stands before the initial of a name ("Harlan C. Parks"): that is a forename."""
    if not (_INITIALS.fullmatch(initials) and len(word) > 3 and word.isalpha() and word[1:].islower()):
        return False
    common = weak(word) or weak(word.removesuffix("s"))
    return not (word in INNER or word in CALENDAR or is_nation(word) or common) and text[at - 1 : at] in (" ", "\n")


def _is_asian(word: str, name: Name, text: str, at: int) -> bool:
    """Whether a word begins a Vietnamese name ("Tran", "Dang" in "Dang Van Sung") or is the second of one."""
    if name.who.whole or not word[1:].islower():
        return False
    if word in VIETNAMESE:
        return True
    span = before(text, at, name.floor)
    return span is not None and text[span[0] : span[1]] in VIETNAMESE


def _may_be_given(word: str, name: Name, scene: Scene, at: int) -> bool:
    """Whether a word unknown to us, inside a sentence before a surname, must be a forename: of one of several, or of somebody else."""
    text = scene.text
    if name.who.whole or not (len(word) > 2 and word.isalpha() and word[1:].islower()):
        return False
    if word in INNER or is_nation(word) or weak(word):
        return False
    span = before(text, at, name.floor)
    if span is None or text[span[1] - 1] in ".:;!?)”":
        return False
    if word in CALENDAR or _NO_FORENAME.search(word) or weak(word.removesuffix("s")) or is_nation(word.removesuffix("s")):
        return False
    if len(name.ids) > 1:
        return len(word) > 3
    # somebody else's, and not another way to write the forename of the list
    if not text[span[0]].islower():
        return False
    return not any(e[0] == word[0].lower() for e in name.who.expected) and not _known_word(scene, at)


def _known_word(scene: Scene, at: int) -> bool:
    """Whether what the lists know as a person or a place begins here."""
    for kind in ("person", "place"):
        hits = scene.hits(kind)
        i = bisect_left(hits, at, key=_start)
        if i < len(hits) and hits[i].start == at:
            return True
    return False


def _rest(name: Name, text: str) -> None:
    """Take in, as in "Chiang Kai Shek" or "Pyun Yung Tai", the other words of a name in natural order, otherwise divided or spelt."""
    for id, rest in name.who.rests:
        at, seen = name.end, ""
        while at < len(text) and len(seen) < len(rest) and (text[at].isalpha() or text[at] in " -–’'\n"):
            seen += "".join(words(text[at]))
            at += 1
        alike = seen and (close(seen, rest) or seen.translate(_ROMANIZED) == rest.translate(_ROMANIZED))
        if alike and text[name.end + 1].isupper() and not text[at : at + 1].isalpha():
            name.right, name.ids, name.whole = at, {id: "name"}, True
            return
    if "name" not in name.ids.values() and (m := _ASIAN.match(text, name.end)) and not any(map(is_nation, m.groups())):
        # a namesake whose whole name no list has
        name.right, name.ids, name.stranger = m.end(), {}, True
