"""Names of offices: which office a title names, of which state, at which post.

"French Ambassador in Moscow", "Prime Minister of Pakistan", "Premier", "FonMin" and "Secretary of State for Foreign Affairs" are read into
one vocabulary, that of the core's table of tenures; what is not in it stands for itself, word for word.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from tei_cable.authority import states
from tei_cable.authority.place_names import place_named
from tei_cable.text.regex import regex


class Office(NamedTuple):
    """An office: its name in our vocabulary, the state (or "un", "nato") whose it is, the state it is accredited to; "" when unsaid."""

    name: str
    state: str = ""
    post: str = ""


# The name in our vocabulary, and what is read as it (small letters, without articles and commas).
_SAME = """
President: president of republic, federal president, pres
Prime Minister: premier, primin, primmin, prime min, pm, president of council, president of council of ministers, chairman of council of
 ministers, minister president, head of government, premier of state council, chairman of soviet council of ministers, chairman of federal
 executive council
Deputy Prime Minister: deputy premier, vice premier, vice prime minister
Foreign Minister: fonmin, formin, foreign min, fm, foreign secretary, minister of foreign affairs, minister for foreign affairs, minister
 of external affairs, minister for external affairs, secretary of state for foreign affairs, secretary of state for external affairs,
 federal minister of foreign affairs, federal minister for foreign affairs, secretary of state for foreign and commonwealth affairs,
 secretary of foreign affairs, external affairs minister
Minister of Defense: defense minister, defence minister, defmin, minister of national defense, minister of defence, federal minister of
 defense, minister of armed forces, secretary of state for defence, minister for defense
Chancellor: federal chancellor
Head of State: chief of state
Party Leader: head of party, first secretary of central committee, general secretary of central committee, party leader, general secretary
 of cpsu, first secretary of cpsu, general secretary of party, first secretary of party
Secretary of State: secretary, secstate, secy, sec state, secy of state
Secretary of Defense: secdef
Under Secretary of State: under secretary, undersecretary, undersecretary of state, undersec
Attorney General: atty gen
Secretary General: secgen, syg, unsyg, sygen, secretarygeneral, un syg
Ambassador: amb, ambassador extraordinary and plenipotentiary
Minister: envoy, envoy extraordinary and minister plenipotentiary, minister plenipotentiary
Chargé: charge, charge d affaires, charge d affaires ad interim
Representative at the United Nations: permanent representative to united nations, permanent representative at united nations,
 representative to united nations, permrep to un, representative at un
Permanent Representative to NATO: permanent representative to north atlantic council, permanent representative on north atlantic council,
 representative on north atlantic council, permanent representative to north atlantic treaty organization, representative to north
 atlantic treaty organization
Assistant Secretary of State for East Asian and Pacific Affairs: assistant secretary of state for far eastern affairs
Assistant Secretary of State for European and Eurasian Affairs: assistant secretary of state for european affairs, assistant secretary of state
 for european and canadian affairs
Assistant Secretary of State for Western Hemisphere Affairs: assistant secretary of state for inter american affairs
Assistant Secretary of State for Near Eastern Affairs: assistant secretary of state for near eastern and south asian affairs, assistant secretary
 of state for near eastern south asian and african affairs
Director of Central Intelligence: director of central intelligence agency, dci
"""
_WORDS = regex(r"[^\W_]+(?:[.’'-][^\W_]+)*\.?")
_AND = regex(r",? and (?:also |concurrently )?|, (?=[A-Z])")
_JOINT = regex(r",? (of|to|in|at|for) ")
_SKIPPED = frozenset({"the", "The", "then", "also", "concurrently"})
_BODY_NAMES = {"United Nations": "un", "UN": "un", "U.N.": "un", "NATO": "nato", "North Atlantic Treaty Organization": "nato"}
BODIES = frozenset(_BODY_NAMES.values())
# Offices that one state or body alone has.
_OWN = {
    "Secretary of State": "united-states",
    "Under Secretary of State": "united-states",
    "Secretary of Defense": "united-states",
    "Attorney General": "united-states",
    "Director of Central Intelligence": "united-states",
    "shah": "iran",
    "pope": "vatican",
}
# Titles of an office that many states have, and only one calls so.
_CALLED = {"secretary of state for external affairs": "canada", "secretary of state for foreign and commonwealth affairs": "united-kingdom"}
# Offices that the United States do not have.
_NOT_AMERICAN = frozenset(
    """
    Prime Minister|Deputy Prime Minister|Foreign Minister|Minister of Defense|Chancellor|Head of State|Party Leader|Secretary General|king
    queen|emperor|crown prince
    """.strip()
    .replace("\n    ", "|")
    .split("|")
)
# Offices at a post.
_POSTED = frozenset({"Ambassador", "Chargé", "Minister"})


@cache
def _vocabulary() -> Mapping[str, str]:
    rows = (row.partition(": ") for row in re.sub(r"\n ", " ", _SAME).strip().splitlines())
    return {word.strip(): name for name, _, words in rows for word in (_bare(name), *words.split(","))}


@cache
def vocabulary() -> Mapping[str, Sequence[Sequence[str]]]:
    """The names of our vocabulary, each with the words of every title that is read as it."""
    found: dict[str, list[Sequence[str]]] = {}
    for title, name in _vocabulary().items():
        found.setdefault(name, []).append(title.split())
    return found


def spellings(name: str) -> Sequence[Sequence[str]]:
    """The words of every title that is read as an office of this name; they stand, `folded` and in small letters, in a text that has such a title."""
    return vocabulary().get(name) or (name.split(),)


def folded(title: str) -> str:
    """A title without accents, hyphens and apostrophes."""
    return title.replace("é", "e").replace("’", " ").replace("'", " ").replace("-", " ")


def _bare(title: str) -> str:
    """The words of a title in small letters, without articles, accents and commas."""
    return " ".join(w.lower() for w in _WORDS.findall(folded(title)) if w not in _SKIPPED)


@lru_cache(maxsize=4096)
def canonical(title: str) -> str:
    """The name of an office in our vocabulary; words that are not in it come back bare ("commander in chief pacific")."""
    bare = _bare(title)
    return _vocabulary().get(bare, bare)


def known(title: str) -> bool:
    """Whether the words are the name of an office of our vocabulary."""
    return _bare(title) in _vocabulary()


def in_vocabulary(name: str) -> bool:
    """Whether this is a name of our vocabulary."""
    return name in vocabulary()


def owner(name: str) -> str:
    """The one state that has an office of this name, or ""."""
    return _OWN.get(name, "")


def state_named(words: str) -> str:
    """The state or body that these words name ("the Soviet Union", "Moscow", "UN"); "" for none."""
    return _BODY_NAMES.get(words.strip(" ,.").removeprefix("the "), "") or states.of_place(place_named(words))


def state_of(words: str) -> str:
    """The state or body that a code (FR), a name or an adjective alone names; "" for none."""
    return states.of_code(words) or states.adjectives().get(words, "") or state_named(words)


@lru_cache(maxsize=4096)
def read(title: str, home: str = "") -> Office | None:
    """The office that a title names, or None for words that name none.

    `home` is the state meant when a title names none: "united-states" for the notes of an American edition.
    """
    words = title.strip(" ,.").removeprefix("the ").removeprefix("The ")
    state, rest = _adjective(words)
    name = canonical(rest)
    if not name:
        return None
    if known(rest):
        return Office(name, state or _CALLED.get(_bare(rest), "") or owner(name) or _at_home(name, home))
    for joint in _JOINT.finditer(rest):
        place = state_named(rest[joint.end() :])
        if place and (known(rest[: joint.start()]) or joint[1] == "of"):
            name = canonical(rest[: joint.start()])
            if joint[1] == "of":
                return Office(name, state or place)
            return Office(name, state or _at_home(name, home), place if name in _POSTED else "")
    return Office(name, state or owner(name) or _at_home(name, home))


def _at_home(name: str, home: str) -> str:
    return "" if name in _NOT_AMERICAN and home == "united-states" else home


def _adjective(words: str) -> tuple[str, str]:
    """The state of the first adjective in a title, and the title without it."""
    parts = words.split()
    known = states.adjectives()
    for i in range(len(parts) - 1):
        for n in (2, 1):
            head = " ".join(parts[i : i + n])
            state = known.get(head) or (_BODY_NAMES.get(head) if i == 0 else None)
            rest = parts[i + n :]
            if state and rest and (i == 0 or parts[i - 1] in ("of", "the")) and not state_named(" ".join(parts[i:])):
                return state, " ".join((*parts[:i], *rest))
    return "", words


def several(title: str, home: str = "") -> Iterable[Office]:
    """The offices of a title that may name two: "President and Prime Minister of Algeria"."""
    whole = read(title, home)
    if whole:
        yield whole
    parts = _AND.split(title)
    if len(parts) > 1 and not (whole and in_vocabulary(whole.name)):
        offices = [o for p in parts if known(_adjective(p)[1].partition(" of ")[0]) and (o := read(p))]
        said = {o.state for o in offices if o.state and o.state not in BODIES}
        shared = said.pop() if len(said) == 1 else ""
        # "President, Pan American Airways" is no head of state
        yield from (
            o if o.state else o._replace(state=shared or _at_home(o.name, home)) for o in offices if o.state or shared or o.name != "President"
        )
