"""Names of organisations read from their words: "Finnish Government", "Embassy in Laos", "Military Armistice Commission", "Bank of Japan".

Each reading begins at a head noun. What stands before it (an adjective of state, a place's name, capitalised words) and after it ("of …",
"in PLACE") decides whether it is a name and where it begins and ends; a bare "the Government", "the Embassy", "the Council" is none.
"""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from tei_cable.authority.states import adjectives
from tei_cable.text.regex import regex

Ends = Callable[[int], int]

# Posts: they need a place, a body, or the adjective of the state that sends them.
POSTS = tuple("Embassy|AmEmbassy|Amembassy|Emb|Legation|Mission|Consulate|Delegation|Del|Interests Section|Liaison Office|High Commission".split("|"))
# These need the adjective or the name of their state, or "of" and its name.
STATE_BODIES = tuple(
    (
        "Government|Govt|Govt.|Army|army|Navy|navy|Air Force|air force|Armed Forces|General Staff|Parliament|Cabinet|Foreign Office|Foreign Ministry"
        "|FonOff|Foreign Service|Supreme Court|Communist Party|National Assembly|Senate|Senat|Defense Forces|Self-Defense Forces|delegation"
    ).split("|")
)
# Of these each state that a telegram speaks of has one: they are names without it too.
_KNOWN = frozenset({"Foreign Ministry", "Communist Party"})
# The files of an office by its symbol: "S/PC Files".
FILES = "Files"
# These need capitalised words before them, or "of" or "for" and capitalised words after.
BODIES = tuple(
    """
    Ministry Committee Commission Council Board Bureau Agency Bank Company Corporation Party Union Association Institute Assembly Congress
    Administration Organization Organisation League Federation Library Command Fleet Chamber Archives Office Department Secretariat Fund
    Foundation University Service Army Navy Authority Society Front Guard Court
    """.split()
)
CUES = tuple(dict.fromkeys((*POSTS, *STATE_BODIES, *BODIES, FILES)))
_POSTS, _STATE, _BODIES = frozenset(POSTS), frozenset(STATE_BODIES), frozenset(BODIES)
_SMALL = frozenset({"of", "and", "for", "the", "on", "&", "de", "des", "du"})
# Words that stand before a name without being of it, at the head of a sentence or not.
_OUTSIDE = frozenset(
    """
    The This That These Those Our Their His Its Any All Each Every Some No Both In On At To From For With By As If When While Since After
    Before During Under Between Through Also And But Or Nor So Re Ref Reference See Source Subject Subj Dept Department Embassy Ambassador
    Deptel Embtel Telegram Circular Drafted Cleared Approved Repeated Sent Pass Inform FYI Begin End Secretary Minister President Prime
    Chairman Director Chief Deputy Acting Vice Representative Commander Joint Same Such Certain Following Ministerial Meeting Session
    Verbatim Text Only Eyes Priority Secret Confidential Top Niact Immediate Special Request Believe Monday Tuesday Wednesday Thursday
    Friday Saturday Sunday January February March April May June July August September October November December First Second Third Former
    New However Therefore Although Moreover
    """.split()
)
# Directly before the head noun these are of its name: "Joint Committee", "Special Fund".
_ADJOINING = frozenset({"Joint", "Special"})
_TO_OBJECT = regex(r"(?:\s+General)?\s+(?:in|at|to|near|of)\s+(?:the\s+)?")
_AT_OBJECT = regex(r"(?:\s+General)?\s+(?:in|at|near)\s+(?:the\s+)?")
# An embassy is not "to" a place: "to move the Embassy to Jerusalem".
_SEATED = frozenset({"Embassy", "AmEmbassy", "Amembassy", "Emb", "Legation", "Consulate"})
# A place that no list has: "Consulate General in Salisbury to …".
_UNLISTED = regex(r"([A-Z][a-z]+)(?:\s[A-Z][a-z]+)?(?=\s+to\b|\s*[.,;:)\n]|\s*$)")
_INDEFINITE = regex(r"\b(?:an?|another|any|some|no|one|new|large|joint)\s+$", re.IGNORECASE)
_MEETING = regex(r"Party\s+Congress\b")
_SYMBOL = regex(r"(?<![\w/–-])[A-Z]{1,5}(?:/[A-Z]{1,6})+\s+$")
_PLAIN_OBJECT = regex(r"(?:\s+General)?\s+")
_MORE_OBJECTS = regex(r"\s+and\s+(?:[A-Z][a-z]+\s)*(?:Organizations?|Communities|Community)\b")
_OF_STATE = regex(r"\s+of\s+(?:the\s+)?")
_OF = regex(r"\s+(?:of|for|on)\s+(?:the\s+)?[A-Z][\w.’'-]*(?:(?:,?\s+and\s+|\s+of\s+(?:the\s+)?|\s+for\s+|\s+)(?=[A-Z])[A-Z][\w’'-]*){0,8}")
_ROYAL = regex(r"(?:Royal|Central|Federal|Provisional)\s+$")
_INITIALS = regex(r"(?:[A-Z]\.)+$")
_SENTENCE = regex(r"(?:[.:;?!)\]”\"]|^)\s*$")
_REACH = 72


class Around(NamedTuple):
    """What others have found: the end of the place's (or organisation's) name that begins at an offset; the beginning of one that ends there.

    `since` is the end of the last person's name or reference before an offset: no name of an organisation reaches back over it. -1 is for none.
    """

    place: Ends
    body: Ends
    before: Ends
    since: Ends


def read(text: str, start: int, end: int, around: Around) -> tuple[int, int] | None:
    """The span of the name whose head noun stands at `start`–`end`, or None when it is no name."""
    head = " ".join(text[start:end].split())
    if head == FILES:
        m = _SYMBOL.search(text, max(0, start - _REACH), start)
        return (m.start(), m.end() - len(m[0]) + len(m[0].rstrip())) if m else None
    owner = _owner(text, start, around)
    if head in _POSTS:
        return _post(text, start, end, around, owner)
    if head in _STATE and (span := _of_a_state(text, start, end, around, owner)):
        return span
    return _body(text, start, end, around) if head in _BODIES else None


def _owner(text: str, at: int, around: Around) -> int:
    """Where that begins which directly before `at` says whose something is: an adjective, the name of a place or a body, both; or -1."""
    adjective = _state_before(text, at)
    if adjective >= 0 or not text[at - 1 : at].isspace():
        return adjective
    name = around.before(at - 1)
    wider = _state_before(text, name) if name > 0 else -1
    return wider if wider >= 0 else name


def _of_a_state(text: str, start: int, end: int, around: Around, owner: int) -> tuple[int, int] | None:
    """A government, an army, a ministry with the state whose it is."""
    head = " ".join(text[start:end].split())
    if owner >= 0:
        return None if head == "delegation" and _INDEFINITE.search(text[max(0, owner - 9) : owner]) else (_stretched(text, owner), end)
    if head[0].isupper() and (of := _OF_STATE.match(text, end)) and (stop := around.place(of.end())) > 0:
        return start, stop
    return (start, end) if head in _KNOWN else None


def _post(text: str, start: int, end: int, around: Around, owner: int) -> tuple[int, int] | None:
    """An embassy, a mission, a delegation: where, to what, or whose."""
    first, head = owner if owner >= 0 else start, text[start:end]
    if 0 <= owner < around.before(start - 1):
        # "Soviet UN Mission"
        return owner, end
    if to := (_AT_OBJECT if head in _SEATED else _TO_OBJECT).match(text, end):
        if (stop := around.place(to.end())) > 0:
            return first, stop
        if (stop := around.body(to.end())) > 0:
            more = _MORE_OBJECTS.match(text, stop)
            return first, more.end() if more else stop
        if head in _SEATED and (m := _UNLISTED.match(text, to.end())) and m[1] not in adjectives():
            return first, m.end()
    elif (plain := _PLAIN_OBJECT.match(text, end)) and (stop := around.place(plain.end())) > 0:
        return first, stop
    return (owner, end) if owner >= 0 and head != "Mission" else None


def _body(text: str, start: int, end: int, around: Around) -> tuple[int, int] | None:
    """A head noun with capitalised words before it, or with "of" and capitalised words after it."""
    first = start if text[start:end] == "Department" else _run_before(text, start, max(0, start - _REACH, around.since(start)))
    after = _OF.match(text, end) if text[end : end + 1].isspace() else None
    # "Export Committee for Egypt": a name that has its words before it seldom goes on with "for"
    stop = after.end() if after and (first == start or not text.startswith("for", end + 1)) else end
    if stop == end and (first == start or _begins_sentence(text, first, start)):
        return None
    if text.startswith("of Ministers", end + 1) or _MEETING.match(text, start) or _MEETING.match(text, start - len("Party ")):
        return None
    return first, stop


def _begins_sentence(text: str, first: int, start: int) -> bool:
    """Whether all that stands before the head noun is one word that begins a sentence, and so may be any word."""
    word = text[first:start].strip()
    return " " not in word and word[1:].islower() and _SENTENCE.search(text[max(0, first - 4) : first]) is not None


def _state_before(text: str, at: int) -> int:
    """Where the adjective of a state directly before `at` begins, or -1."""
    words = text[max(0, at - 28) : at].split()
    if not words or not text[at - 1].isspace():
        return -1
    last = words[-1].lstrip("“\"‘'([")
    if not last[:1].isupper():
        return -1
    known: Mapping[str, str] = adjectives()
    first = words[-2].lstrip("“\"‘'([") if len(words) > 1 else ""
    if f"{first} {last}" in known:
        return text.rindex(first, 0, at)
    return text.rindex(last, 0, at) if last in known else -1


def _stretched(text: str, first: int) -> int:
    """The start of "Royal" and the like before the adjective."""
    m = _ROYAL.search(text[max(0, first - 13) : first])
    return first - len(m[0]) if m else first


def _run_before(text: str, at: int, floor: int) -> int:
    """Where the run of capitalised words that ends before `at` begins, not before `floor`; `at` itself when there is none."""
    first = pos = at
    while pos > floor and text[pos - 1].isspace():
        stop = floor + len(text[floor:pos].rstrip())
        begin = max(text.rfind(" ", floor, stop), text.rfind("\n", floor, stop), floor - 1) + 1
        word = text[begin:stop]
        if not word or word == "the" or (word in _SMALL and first == at):
            break
        if word not in _SMALL:
            outside = word in _OUTSIDE and not (first == at and word in _ADJOINING)
            if not word[0].isupper() or outside or word.endswith("ly") or (word[-1] in ".,;:)]!?" and not _INITIALS.match(word)):
                break
            first = begin
        pos = begin
    return first
