"""Whether words that the lists know are a name where they stand."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from tei_cable.annotators.persons.names import Name
from tei_cable.annotators.persons.titles import is_nation
from tei_cable.annotators.persons.tokens import OPENING, before
from tei_cable.authority.common_words import very_common, weak, words
from tei_cable.authority.given import words as words_of
from tei_cable.authority.scene import Scene
from tei_cable.authority.titles import CALENDAR, CREEDS, HEADS, INNER, VIETNAMESE
from tei_cable.text.regex import regex

# What is named after a person: the name is not the person's there.
NAMESAKE = regex(
    r"\s+(?:Presidential\s+)?(?:Library|Papers|Diar(?:y|ies)|Memoirs?|Doctrine|Plan|Memorial|Foundation|Amendment|Act|Institute|Institution|Airport|Center|Centre|Street|Avenue|Hotel"
    r"|Award|Fund|Collection|Round|City|County|University|College|Hospital|School|Island|Islands|Sea|Gulf|Bay|River|Lake|Mountains?|Straits?|Canal|House|Hall"
    r"|Report|Aircraft|Acft|Society|Poll|Motors?|Steel|Oil|Petroleum|Lion|Barracks|Prize|Fellowship|Corporation|Corp\b|Company|Co\b|Brothers|Bros\b|Inc\b|Ltd\b"
    r"|&\s+(?:Co|Sons|Bros)\b|Files?(?=:)|Kampf)"
)
_BEFORE = frozenset(
    """
    USS U.S.S. HMS SS Fort Camp Cape Lake Mount Mt. Port Point St. Saint Operation Exercise Project Hotel Rue Via
    Boulevard Avenue Place Quai Calle MV San Santa Santo São Ciudad Puerto Agios Ayios Bandar Capitol Viet
    """.split()
)
_CREEDS = CREEDS | {"Communist"}
_FIRM = frozenset(("Co", "Bros", "Sons"))
# What follows a subject.
_VERB = regex(
    r"(?:,?\s+(?:also|then|further|again|now|himself|still|only|later|first|[a-z]{3,}ly|not|in turn))?"
    r"\s+(?:[a-z]{3,}(?<!ne)ed|said|says|told|thought|thinks|felt|feels|saw|sees|had|has|is|was|will|would|could|can|should|may|might|did|does|must|made|makes|took|takes"
    r"|gave|gives|went|goes|came|comes|met|meets|sent|put|puts|read|began|left|rose|spoke|speaks|knew|knows|kept|held|brought|undertook|understood|sought|wrote|writes"
    r"|states|asks|notes|believes|agrees|reports|seems|appears|wants|hopes|regards|considers|insists|suggests|proposes|who)\b"
    r"|[’']s?(?=[\s,.;])|\s+\(|,\s+who\b|,\s+however\b"
)
_SAYING = regex(
    r"(?:\s+[a-z]+ly|\s+also|\s+then)?\s+(?:said|told|stated|asked|replied|added|noted|thought|agreed|reported|remarked|commented|emphasized|stressed|explained)\b"
)
# What is said of persons only, in apposition; and the words of a line that says whom a telegram is for.
_APPOSED = regex(r",\s+(?:who|whose|in\s+charge\s+of|his|her)\b")
_FROM = regex(r"\s+(?:[Ff]rom|FROM)\b")
_FOR = frozenset(("for", "For", "FOR"))
# After what verbs the person spoken to stands.
ADDRESSED = frozenset("told asked informed assured reminded thanked pressed assures informs tells asks".split())
# The file on an American's visit abroad.
_VISIT = regex(r"\bPOL [\d–-]+ US/$")
# Between two places of a list.
_LISTED, _LISTED_LEFT = regex(r",\s+(?:and\s+)?"), regex(r",\s+(?:and\s+)?$|\s+and\s+$")
_LAST = frozenset((".", ";", ")", ""))
_start = attrgetter("start")
# After a forename: "Alexander I. Zorin".
_INITIALED = regex(r"\s(?:[A-Z]\.\s?)+[A-Z][a-z]{2,}")
_MIDDLE = frozenset(("Van", "Thi"))
_MORE = regex(r" ([A-Z][a-z]+)(?![a-z.’'])")
# No abbreviation: these have a full stop, and are short.
_CAPITALISED = regex(r"[A-Z][a-z]{2,}\b(?!\.)|[A-Z][a-z]{4,}\b")
_LOOSE = frozenset(",;:.!?)]")
# The end of a sentence; a word in brackets or quotation marks is nothing before it.
_ENDS = (".", ":", ";", "!", "?", "•", "—", "–", "")


def accept(names: Sequence[Name], scene: Scene) -> list[Name]:
    """Those that are names of persons: a weak one counts with a title, a forename, a verb, or inside a sentence by its capital."""
    kept = [n for n in names if not any(is_none(n, scene) for is_none in _NONE)]
    strong = [n for n in kept if n.whole or n.roles or not (n.who.weak or is_nation(scene.text[n.start : n.end]))]
    if len(strong) == len(kept):
        return kept
    sure = {id for n in strong for id in n.ids}
    found = {n.start for n in strong} | {n.start for n in kept if n.who.weak and _stands(n, scene, sure)}
    found |= {n.start for n in kept if n.start not in found and _beside(n, strong, scene)}
    # what is a name once is a name where a sentence begins with it
    sure |= {id for n in kept if n.start in found and (scene.authority.listed(n.who.single) or _APPOSED.match(scene.text, n.right)) for id in n.ids}
    return [n for n in kept if n.start in found or _stands(n, scene, sure)]


def _beside(name: Name, strong: Sequence[Name], scene: Scene) -> bool:
    """Whether a word that is the surname of one on the editor's list, and no place, opens or goes on a row of names: "Merchant and Reinhardt"."""
    if not scene.authority.listed(name.who.single) or name.first != name.start or scene.text[name.start : name.end] in scene.authority.places:
        return False
    i = bisect_left(strong, name.start, key=_start)
    after, previous = strong[i] if i < len(strong) else None, strong[i - 1] if i else None
    follows = after is not None and scene.text[name.right : after.left] == " and "
    return follows or (previous is not None and scene.text[previous.right : name.start] in (", ", ", and ", " and "))


def _namesake(name: Name, scene: Scene) -> bool:
    """What is named after a person, "Johnson Library", "Eisenhower Doctrine", "USS Forrestal"."""
    text, at = scene.text, name.right
    if at + 1 < len(text) and (text[at + 1].isupper() or text[at + 1] == "&"):
        if text[at] in " \n" and NAMESAKE.match(text, at):
            return True
        if text[at] in "-–" and (m := _CAPITALISED.match(text, at + 1)) and is_nation(m[0]) and m[0] not in _CREEDS:
            # "Franco–German", "West–East"; but "Castro-Communist"
            return True
    if text[name.start - 1 : name.start] in ("-", "–") and is_nation(text[text.rfind(" ", 0, name.start) + 1 : name.start - 1].lstrip(OPENING)):
        # "East-West"
        return True
    span = name.before
    if span and text[span[0] : span[1]] == "&" and text[name.start : name.right] in _FIRM:
        return True
    if span is None or not text[span[0]].isupper():
        return False
    if text[span[0] : span[1]].rpartition("-")[2] in _BEFORE:
        return True
    span = before(text, name.left, name.floor) if name.left != name.start else None
    return span is not None and text[span[0] : span[1]] in _BEFORE


def _place(name: Name, scene: Scene) -> bool:
    """A part of a place's name, "Quang Tri", or a place among others, "Basra, Colombo, and Monrovia"."""
    if name.whole or name.roles or name.first != name.start:
        return False
    start, end = name.start, name.right
    hits = scene.hits("place")
    at = bisect_left(hits, end, key=_start)
    near = hits[max(0, at - 3) : at + 2]
    around = {h[:2] for h in near if h[0] <= start and end <= h[1]}
    if around - {(start, end)}:
        return True
    if not around:
        return False
    left, right = _LISTED_LEFT.search(scene.text, start - 6, start), _LISTED.match(scene.text, end)
    listed = right is not None and any(h.start == right.end() for h in near)
    return left is not None and any(h.end == left.start() for h in near) and (listed or scene.text[end : end + 1] in _LAST)


def _body(name: Name, scene: Scene) -> bool:
    """What is the name of a body, and of nobody that the lists know: "Cao Dai"."""
    return name.stranger and any(h.start <= name.first and name.right <= h.end for h in scene.hits("org"))


def _last(name: Name, scene: Scene) -> bool:
    """The word by which Vietnamese are called, behind a word that begins no such name: "Hop Tac" is no Pham Cong Tac."""
    called = scene.text[name.start : name.end].lower()
    if not name.who.obscure or name.roles or any(given and called not in words_of(given) for given in name.who.given.values()):
        return False
    at, end = (name.first, name.start) if name.first != name.start else name.before or (0, 0)
    word = scene.text[at:end].rstrip()
    return word.istitle() and word.isalpha() and not (word in VIETNAMESE or _means(word))


def _said(name: Name, text: str) -> bool:
    """Whether one speaks or is spoken to: a word that is the surname of somebody known by name only is a name there."""
    span = name.before
    return _SAYING.match(text, name.right) is not None or (span is not None and text[span[0] : span[1]] in ADDRESSED)


def _forename(name: Name, scene: Scene) -> bool:
    """A surname on the list that is the forename of one who is not, or part of another name: "David Binder", "Dai Viet"."""
    text, at = scene.text, name.right
    borne = text[name.start : name.end].lower() in scene.authority.forenames
    if borne and not name.whole and _INITIALED.match(text, at):
        return True
    if not name.who.whole and text[name.first : name.end].split(" ")[0] in VIETNAMESE and (m := _MORE.match(text, at)):
        # "Ho Van Nut", "Nguyen Thi Hoa", of whom only "Ho" or "Nguyen Thi" is known
        return m[1] in _MIDDLE or not _means(m[1])
    if name.whole or (name.roles and not name.who.obscure) or text[at : at + 1] != " " or not text[at + 1 : at + 2].isupper():
        return False
    m = _CAPITALISED.match(text, at + 1)
    part_of_more = all(part in ("short", "last") for part in name.ids.values())
    if m is None or not (part_of_more or borne or (name.who.obscure and not name.roles and not m[0].endswith("ommittee"))):
        return False
    return not _means(m[0])


def _means(word: str) -> bool:
    """Whether a capitalised word is one of titles, of the calendar, of nations or of the language, and so no part of a name."""
    return word in INNER or word in CALENDAR or is_nation(word) or weak(word)


# What the words that the lists know may be in place of a name.
_NONE = (_namesake, _forename, _last, _place, _body)


def _stands(name: Name, scene: Scene, sure: set[str]) -> bool:
    """Whether a word that is also a common word or a place is a name here."""
    text, start, end = scene.text, name.start, name.right
    region = scene.region(start)
    if region and (start, end) == region:
        return True
    bracketed = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    if bracketed or _VISIT.search(text, max(name.floor, start - 12), start):
        return True
    known = any(id in sure for id in name.ids)
    if _APPOSED.match(text, end) or (_FROM.match(text, end) and name.before and text[name.before[0] : name.before[1]] in _FOR):
        return True
    if not known and name.who.obscure and not _said(name, text):
        return False
    verb = _VERB.match(text, end) is not None
    # "the West", "Vietnamese policemen"
    place = text[name.start : name.end] in scene.authority.places or is_nation(text[name.start : name.end])
    if place or text[start:end].isupper():
        return known and (verb or _said(name, text))
    following = text[end + 1 : end + 2] if text[end : end + 1] in " \n-–" else ""
    span = name.before
    previous = text[span[0] : span[1]] if span else ""
    opened = not span or previous.rstrip("”\"’')]")[-1:] in _ENDS or text[start - 1] in OPENING
    if span and previous.lower() in words():
        previous = previous.lower()
    if opened:
        common = text[start:end].lower() in very_common()
        said = _SAYING.match(text, end) is not None
        return not following.isupper() and ((known and not common) or (verb and (known or not common)) or said)
    if following.isupper() and text[end : end + 1] != "–" and text[end + 1 : end + 12].split(" ")[0].strip(".,") not in HEADS:
        return False
    return not previous.lstrip(OPENING)[:1].isupper() or previous[-1] in _LOOSE or known
