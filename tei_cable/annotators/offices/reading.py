"""Where the name of an office stands for its holder, and how far it reaches.

It begins at a cue ("President", "FonMin") and takes in the adjective of its state and "of …" or "in PLACE" after it. It is left alone when a name
follows or precedes ("President Kennedy", "Pham Van Dong, Prime Minister"), when it is generic ("a president", "any ambassador") and when it
is part of a longer title ("First Secretary", "Special Assistant to the President").
"""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from tei_cable.annotators.offices.commands import ADVISERS, is_command, reach
from tei_cable.authority.common_words import words as common
from tei_cable.authority.states import adjectives
from tei_cable.text.regex import regex

Ends = Callable[[int], int]

# Offices that need nothing beside them.
ALONE = tuple(
    """
    President|Secretary|Secretary of State|Secretary of Defense|Secretary General|SYG|UNSYG|SecGen|SecDef|SecState|Under Secretary
    Vice President|Attorney General|Prime Minister|PriMin|Primin|PrimMin|Premier|Foreign Minister|FonMin|Fonmin|ForMin|Foreign Secretary
    Defense Minister|Defence Minister|DefMin|Finance Minister|Interior Minister|Economics Minister|Justice Minister|Chancellor|King|Queen|Shah
    Emperor|Pope|Crown Prince|Ambassador|Chargé|PermRep|Permanent Representative|Head of State|Chief of State|head of state|chief of state
    head of government|head of the government|head of the party|Party Secretary|Governor General|Archbishop|US ARMA|ArmAtt|AirAtt|NavAtt|MilAtt
    Air Attaché|Naval Attaché|Military Attaché|Army Attaché|US Delegate|US delegate
    SACEUR|SACLANT|CNO|CJCS|PM|DCM|Deputy Chief of Mission|VP|Amb|Secretary-General|Sultan|Imam|Generalissimo|Perm Rep|Permrep|Defense Attaché
    Governing Mayor|Political Counselor|Economic Counselor|Pol Counselor|Econ Counselor|Managing Director|Director General|Director-General
    """.strip()
    .replace("\n", "|")
    .split("|")
)
# These need the adjective of a state before them, or "of" and a name after.
ATTACHED = tuple(
    """
    Minister|Chairman|Commander|Governor|Mayor|Speaker|High Commissioner|Consul General|Representative|Rep|rep|representative
    Delegate|delegate|head of|Head of|foreign minister|prime minister|ambassador|president|Chief of Staff|Prince|Counselor|Chief|Director|CG
    """.strip()
    .replace("\n", "|")
    .split("|")
)
CUES = tuple(dict.fromkeys(word.strip() for word in (*ALONE, *ADVISERS, *ATTACHED)))
_ATTACHED = frozenset(word.strip() for word in ATTACHED)
# Of these the article, a verb of speaking before them or a verb after them shows that the one is meant of whom the telegram speaks.
_SPOKEN_OF = frozenset({"Minister", "Chairman", "Commander", "Governor", "Mayor", "Speaker", "High Commissioner", "Consul General", "Prince"})
# These need a body by its abbreviation beside them: "Chief MAAG", "USOM Director"; these may have one before them: "SC President".
_HEADS = frozenset({"Chief", "Director", "CG"})
_PRESIDING = frozenset({"President", "Chairman"})
# and these, when it is a definite one: "our NAC representative"
_SENT = frozenset({"representative", "Representative", "rep", "Rep", "Delegate", "delegate"})
_OUR = regex(r"\b(?:[Oo]ur|[Tt]he)\s+$")
_HEADED = regex(r",?\s+(?=[A-Z]{2})")
# One who is spoken to: "Dear Mr. Prime Minister".
_VOCATIVE = regex(r"\b(?:Mr\.?|Mister|Madam)\s+$")
_POINTED = regex(r"\b(?:the|The|tell|told|ask(?:ed)?|inform(?:ed)?|assured?|remind(?:ed)?|thank(?:ed)?|saw|see|met)\s+$")
_SEAT = regex(r"\s+(?:in|of|at|for|to)\s")
_BEGINS = regex(r"(?:^|\n|[.:;\]]\s+)$")
_VERB = regex(
    r"\s+(?:also\s+|then\s+|again\s+|further\s+|not\s+)?(?:said|says|told|had|has|was|is|would|will|could|can|did|does|may|might|must|should|thought|felt|made|took|gave|went"
    r"|left|saw|spoke|asks|agrees|agreed|disagreed|feels|thinks|wants|hopes|believes|[a-z]{2,}(?:ied|[b-df-hj-np-tv-z]ed|used|ated|ored|ared|ired|ured|osed|ised|ized))\b"
)
# "PM" of the clock and of an office ("6:30 PM", "G/PM"); "Charge" of one who is in charge.
_CLOCK = regex(r"(?:\d|/)\s?$")
_IN_CHARGE = regex(r"(?:\b[Ii]n|[.:;\]]|\n|^)\s*$")
_MODIFIERS = frozenset({"Acting", "Deputy", "Vice", "Under"})
_TITLED = frozenset(
    {"Chairman", "Commander", "Governor", "Mayor", "Speaker", "Chief of Staff", "Representative", "Governor General", "Director General"}
    | {"Managing Director", "Sultan", "Imam"}
)
_POSTED = frozenset({"Ambassador", "ambassador", "Chargé", "High Commissioner", "Consul General", "Minister"})
_REPRESENTATIVES = frozenset({"PermRep", "Permanent Representative", "Representative", "Rep", "rep", "representative"})
# Words that may stand directly before an office and leave it an office standing alone, though they begin with a capital.
_FREE = frozenset(
    """
    The This That Our His Their Its Your My For From To By With In On At As If When While Since After Before Because Although And But Or Nor
    Only Also Then Thus However Both Eyes Personal Re Subj Subject Ref Dear Meanwhile Nevertheless Should Would Could May Might Will Has Have
    Had Did Does Told Asked Saw Informed Met Believe Understand Department Dept Embassy FYI Comment Begin State Either Whether Where Once
    Until Unless Between Under Against Through Except Present New Young Old Pass Info Action Sent
    """.split()
)
_GENERIC = frozenset(
    """
    a an any every each another no some two three several many former ex next future late prospective designate other various such
    monsieur messrs messrs. lord
    """.split()
)
# "a new president"; but "told new Foreign Minister"
_NEW = regex(r"\b(?:an?|any|some|no|of|for|whether)\s+new\s+$", re.IGNORECASE)
# What somebody is or becomes, not who is meant: "to continue as PM", "elected President of Lebanon".
_PREDICATE = regex(r"\b(?:[Aa]s|become|became|becoming|becomes|elected|appointed|named|designated|acced(?:e|ed|es|ing)\s+to)\s+$")
# "as hopeful as Chancellor" compares
_COMPARED = regex(r"\b(?:as|so|same)\s+[a-z]+\s+as\s+$")
_PART = regex(
    r"\b(?:Assistant|Adviser|Advisor|Aide|Office|Counsel|Counselor|Consultant|Deputy|Secretary|Representative|Chief|Letter|Memo|Memorandum|Memoranda)s?"
    r"\s+(?:to|of)\s+(?:the\s+)?$"
)
# but "message from Secretary to President" has two
_FROM = regex(r"\b[Ff]rom\s+(?:the\s+)?\w+\s+to\s+(?:the\s+)?$")
_AFTER_NAME = regex(r",\s+(?:the\s+|then\s+|now\s+)?$")
_COMMA = regex(r",\s+")
_NAME_AFTER = regex(r"\s*[(\[]\s*|\s+")
_BRACKETED = regex(r"\s*\((?!Ibid)[A-Z][a-z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}\)")
# What an office is part of: a file ("the Secretary’s Staff Meetings"), "Secretary-designate", "Secretary/Chairman".
_COMPOUND = regex(
    r"[’']s\s+(?:Memoranda|Staff\s+Meetings|Daily|Appointment|Files|Letters)|—[A-Z]|[-–](?![Gg]eneral\b)[A-Za-z]|/[A-Z]|\s?\[(?!\w{1,3}\])"
)
# also after the bracket of an editor who completes a name: "[Soviet Defense Minister] Marshal …"
_WORD = regex(r"\]?\s+([A-Z][\w’'-]*)")
_DAY = regex(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec)$"
)
_NAME = r"(?:(?:[A-Z]\.)+|[A-Z][\w’'-]*)"
_AND = r"\s+and\s+(?!President|Prime|Minister|Secretary|Foreign|Chief|Director|General)"
_NAMES = rf"{_NAME}(?:(?:{_AND}|\s+(?:of|for)\s+(?:the\s+)?|\s+){_NAME}){{0,8}}"
_OF = regex(rf"\s+of\s+(?:the\s+)?{_NAMES}")
# "Minister of Finance", but not "inform Minister of Soviet views"
_PORTFOLIO = regex(
    r"\s+(?:(?:of|for)\s+(?:the\s+)?|(?=Foreign\s+Affairs|External\s+Affairs|Interior\b|State\b(?!\s+Department)))(?=(?:Foreign|External|Defen[cs]e|National|Finance|Interior|Econom\w+|Justice|Education|Agriculture|Information"
    r"|Labou?r|Health|State|Commerce|Trade|Industry|Public|Communications|Transport|War|Armed|Home|Supply|Planning|Social|Food|Fuel|Power|Oil"
    r"|Petroleum|Atomic|Development|Housing|Treasury|Army|Navy|Air|Commonwealth|Colonies|Production|Works|Posts|Overseas|Mines|Culture)\b)"
    rf"{_NAMES}"
)
_AND_MORE = regex(rf"{_AND}{_NAME}")
_OF_THE = regex(r"\s+of\s+the\s+[A-Z]")
_OF_BODY = regex(
    r"\s+of\s+(?:the\s+)?(?:(?:Federal\s+)?Republic|(?:Security\s+|State\s+|Soviet\s+)?Council(?:\s+of\s+Ministers)?|(?:General\s+|National\s+)?Assembly"
    r"|Senate|Bundestag)\b"
)
_OF_PLACE = regex(r"\s+of\s+(?:the\s+)?")
# "told Ambassador of US position": the place describes what follows
_ADJECTIVE_USE = regex(
    r"\s+(?!\w+(?:ing|ed)\b)(?!(?:and|or|in|on|at|to|is|was|has|had|will|would|said|that|who|for|from|by|with|as|re|about)\b)[a-z]"
)
_AT_LARGE = regex(r"\s+at\s+[Ll]arge\b")
_AT = regex(r"\s+(?:in|to|at|on)\s+(?:the\s+)?")
_HEAD_OF = regex(r"\s+(?:the\s+|its\s+)?(?:[A-Z][\w.]+\s+)?(?:[Gg]overnment|[Pp]arty|[Ss]tate)\b")


_OPENINGS = ("", "\n", "(", "[", "“", '"', "‘", "—", "/", "…")


class Reading(NamedTuple):
    """The span of an office, the state its adjective names ("" for none), and where the holder's name begins when it follows (-1 when not)."""

    start: int
    end: int
    state: str
    name: int = -1


def read(text: str, start: int, end: int, place: Ends, body: Ends, before: Ends) -> Reading | None:
    """The office whose cue stands at `start`–`end`, or None.

    `place(at)` and `body(at)` give the end of the place's or organisation's name that begins at an offset, `before(at)` the beginning of
    the organisation's that ends there; or -1.
    """
    head = " ".join(text[start:end].split())
    if head in _HEADS or _of_body(text, start, head, before):
        first, stop = _headed(text, start, end, body, before)
        return Reading(first, stop, "") if stop - first > end - start and _free(text, first, stop, place, body) else None
    first, state = _before(text, start)
    if first < 0 or _other_word(text, start, head):
        return None
    if is_command(head):
        stop = reach(text, start, end)
        return Reading(first, stop, "") if _free(text, first, stop, place, body) else None
    stop = _after(text, end, head, place, body)
    if head in _ATTACHED and (not (state or _spoken_of(text, first, end, head)) if stop == end else head in _REPRESENTATIVES and not state):
        return None
    if stop == end and (head in _REPRESENTATIVES & _ATTACHED or (head == "Secretary" and _OF_THE.match(text, end))):
        return None
    return Reading(first, stop, state) if _free(text, first, stop, place, body) else None


def _of_body(text: str, start: int, head: str, before: Ends) -> bool:
    """Whether the body directly before a president or a representative is his."""
    own = before(start - 1) if (head in _PRESIDING or head in _SENT) and text[start - 1 : start].isspace() else -1
    return own >= 0 and (head in _PRESIDING or _OUR.search(text, max(0, own - 5), own) is not None)


def _headed(text: str, start: int, end: int, body: Ends, before: Ends) -> tuple[int, int]:
    """The span of a chief or director with the body, named by its abbreviation, that he heads: after him or before him."""
    if text[start:end] in _HEADS and (m := _HEADED.match(text, end)) and (stop := body(m.end())) > 0 and text[m.end() : stop].isupper():
        while text[stop : stop + 1] == "/" and (more := body(stop + 1)) > 0:
            stop = more
        return start, stop
    own = before(start - 1) if text[start - 1 : start].isspace() else -1
    return (own, end) if own >= 0 and text[own : start - 1].isupper() else (start, end)


def _other_word(text: str, start: int, head: str) -> bool:
    """Whether the letters of an office are another word's: "6:30 PM", "the officer in Charge"."""
    before = text[max(0, start - 4) : start]
    return (head == "PM" and _CLOCK.search(before) is not None) or (head == "Charge" and _IN_CHARGE.search(before) is not None)


def _spoken_of(text: str, start: int, end: int, head: str) -> bool:
    """Whether an office that many hold stands for the one of whom a telegram speaks: "The Minister said", "I told Minister that"."""
    if head not in _SPOKEN_OF or _SEAT.match(text, end):
        return False
    before = text[max(0, start - 12) : start]
    return (
        addressed(text, start) or _POINTED.search(before) is not None or (_BEGINS.search(before) is not None and _VERB.match(text, end) is not None)
    )


def _before(text: str, start: int) -> tuple[int, str]:
    """Where the office begins with its adjective and modifiers, and the state; -1 when the word before makes it another title."""
    known = adjectives()
    first, state = start, ""
    while True:
        before = text[max(0, first - 30) : first]
        words = before.split()
        if not words or not before[-1].isspace() or before.endswith("\n\n"):
            return (first, state) if before[-1:] in _OPENINGS else (-1, "")
        last = words[-1].lstrip("“\"‘'([")
        if not last[:1].isupper():
            return first, state
        other = words[-2].lstrip("“\"‘'([") if len(words) > 1 else ""
        if not state and f"{other} {last}" in known:
            state, first = known[f"{other} {last}"], text.rindex(other, 0, first)
        elif not state and last in known:
            state, first = known[last], text.rindex(last, 0, first)
        elif last in _MODIFIERS and not state:
            first = text.rindex(last, 0, first)
        else:
            return (first, state) if state or last in _FREE or last[-1] in ".,:;)]" or _opens(last, other) else (-1, "")


def _opens(word: str, before: str) -> bool:
    """Whether a common word has its capital because a sentence begins with it."""
    return before[-1:] in ("", ".", ":", ";", "]", "?") and (word.endswith("ing") or word.lower() in common())


def _after(text: str, end: int, head: str, place: Ends, body: Ends) -> int:
    """Where the office ends with "of …", "in PLACE" or "at BODY"."""
    found: re.Match[str] | None = None
    if head in ("head of", "Head of"):
        found = _HEAD_OF.match(text, end)
    elif head == "Ambassador" and (at_large := _AT_LARGE.match(text, end)):
        found = at_large
    elif (stop := _seat(text, end, head, place, body)) > 0:
        return stop
    elif "Minister" in head or ("Secretary" in head and "General" not in head):
        found = (_AND_MORE.match(text, end) if " of " in head else None) or _PORTFOLIO.match(text, end)
    elif head.startswith("Secretary") and (of := _OF_PLACE.match(text, end)) and (stop := body(of.end())) > 0:
        return stop
    return found.end() if found else _of(text, end, head, place)


def _seat(text: str, end: int, head: str, place: Ends, body: Ends) -> int:
    """Where "in PLACE" or "at BODY" after an office at a post ends, or "Moscow" of "Ambassador Moscow"; -1 for none."""
    if (head in _POSTED or head in _REPRESENTATIVES) and (at := _AT.match(text, end)) and (stop := max(place(at.end()), body(at.end()))) > 0:
        return stop
    return place(end + 1) if head == "Ambassador" and text[end : end + 1] == " " else -1


def _of(text: str, end: int, head: str, place: Ends) -> int:
    """Where the office ends with "of PLACE", "of the Republic", or for some "of" and any name."""
    if (of := _OF_PLACE.match(text, end)) and (stop := place(of.end())) > 0:
        return end if _ADJECTIVE_USE.match(text, stop) else stop
    named = (_OF if head in _TITLED else _OF_BODY).match(text, end)
    if named and (of := _OF_PLACE.match(text, named.end())) and (stop := place(of.end())) > 0:
        return stop
    return named.end() if named else end


def describes(text: str, end: int) -> bool:
    """Whether the abbreviation that ends here says of which kind the noun after it is: "HICOM ordinances"."""
    return _ADJECTIVE_USE.match(text, end) is not None and not _VERB.match(text, end)


def addressed(text: str, start: int) -> bool:
    """Whether the office is that of one who is spoken to: "Dear Mr. President"."""
    return _VOCATIVE.search(text, max(0, start - 10), start) is not None


def _free(text: str, first: int, stop: int, place: Ends, body: Ends) -> bool:
    """Whether the words around leave the office a definite one that stands without a name."""
    before = text[max(0, first - 36) : first]
    if _NEW.search(before) or (_PREDICATE.search(before) and not _COMPARED.search(before) and not _VERB.match(text, stop)):
        return False
    words = before.replace("-", " ").split()[-1:]
    if words and (words[0].lower() in _GENERIC or (words[0] in ("the", "to", "of") and _PART.search(before) and not _FROM.search(before))):
        return False
    if text[stop : stop + 1] not in ",.;:)" and _COMPOUND.match(text, stop):
        return False
    word = _WORD.match(text, stop)
    if word and word[1].isupper() and len(word[1]) > 1 and max(place(word.start(1)), body(word.start(1))) > 0:
        # "told King USG hopes": another name begins
        return True
    return word is None or word[1] == "I" or word[1] in adjectives() or word[1] in _FREE or _DAY.match(word[1]) is not None


def name_after(text: str, r: Reading, starts: Mapping[int, int]) -> int:
    """Where a person's name begins that stands in apposition after a comma ("the Foreign Minister, NAME, said"), or -1.

    Without an article and an adjective it may as well be the next of a list ("saw Ambassador, NAME, NAME"). `starts` gives the end of
    the name that begins at an offset.
    """
    definite = r.state or text[max(0, r.start - 4) : r.start].lower().endswith("the ")
    m = _COMMA.match(text, r.end) if definite else None
    end = starts.get(m.end(), -1) if m else -1
    return m.end() if m and end > 0 and text[end : end + 1] in ",.;:)" else -1


def touches_name(text: str, first: int, stop: int, starts: Mapping[int, int], ends: frozenset[int]) -> bool:
    """Whether a person's name stands in apposition: "NAME, Prime Minister", "the Ambassador (NAME)", known or not."""
    if ((m := _NAME_AFTER.match(text, stop)) and m.end() in starts) or _BRACKETED.match(text, stop):
        return True
    before = _AFTER_NAME.search(text[max(0, first - 12) : first])
    # what goes on with a verb is no apposition: "despite NAME, the King indicated"
    return before is not None and first - len(before[0]) in ends and not _VERB.match(text, stop)
