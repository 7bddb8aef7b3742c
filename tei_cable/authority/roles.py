"""What the note of a list says of a person's offices: "Ambassador to Japan to February 1957; thereafter Ambassador to Indonesia"."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from tei_cable.authority.titles import FULL, RANKS
from tei_cable.text.dates import MONTH_NAMES
from tei_cable.text.regex import regex

_DATE = rf"(?:({'|'.join(MONTH_NAMES)})\s+)?(?:\d{{1,2}},\s+)?(\d{{4}})"
_END = regex(rf"(?:\b(?:until|to|through|before)\s|–|-)\s*(?:the\s+)?(?:[a-z]+\s+)?{_DATE}")
_START = regex(rf"(?:from|after|since|as of)\s+(?:[a-z]+\s+)?{_DATE}|{_DATE}\s*[–-]")
_OFFICES = frozenset(
    """
    president minister secretary ambassador chancellor senator governor king prince chairman justice
    representative mayor director bishop
    """.split()
)
# "Attorney General" is no rank.
_CIVIL = frozenset("attorney secretary governor director consul postmaster surgeon auditor solicitor".split())
_NAVAL = frozenset("admiral commodore commander".split())
_LOWER = frozenset("under assistant deputy vice".split())
# "Minister of Foreign Affairs" is "Foreign Minister".
_MINISTER = regex(
    r"\bMinister (?:of|for) (?:National )?"
    r"(Foreign|External|Defen[sc]e|Finance|Interior|Information|Trade|Commerce|Justice|Agriculture|Education|Planning)\b(?: Affairs)?"
)
_WORD = regex(r"[A-Z][\w’'.-]*")
_OF = regex(r"\b(?:of|to|for|in|at|on|from|until)\b|,|\(")


class Role(NamedTuple):
    """One office of a person: the words of its title (`lead`, small letters), all its words, and from when to when (YYYY-MM, "" unknown)."""

    lead: frozenset[str]
    words: frozenset[str]
    words_as_printed: frozenset[str]
    start: str
    end: str

    def holds(self, date: str) -> bool:
        """Whether the office was held at a date (ISO 8601), as far as the note says."""
        return not (self.end and self.end < date[: len(self.end)] or self.start and self.start > date[: len(self.start)])


@lru_cache(maxsize=8192)
def roles(note: str) -> Sequence[Role]:
    """The offices in a note, in its order."""
    found: list[Role] = []
    last = ""
    for clause in re.split(r";|\.\s", note):
        end = _month(_END.search(clause))
        start = _month(_START.search(clause)) or (last if "thereafter" in clause or "then " in clause else "")
        printed = frozenset(_WORD.findall(clause))
        lead = _OF.split(_MINISTER.sub(r"\1 Minister", clause).strip().removeprefix("thereafter ").removeprefix("The "), maxsplit=1)[0]
        found.append(Role(_full(lead), _full(clause), printed, start, end))
        last = end or last
    return tuple(found)


def _month(m: re.Match[str] | None) -> str:
    if m is None:
        return ""
    groups = [g for g in m.groups() if g]
    month = f"-{MONTH_NAMES.index(groups[0]) + 1:02}" if len(groups) > 1 else ""
    return groups[-1] + month


def _full(text: str) -> frozenset[str]:
    words = [w.strip(".,()").lower() for w in re.split(r"[\s-]+", text)]
    return frozenset(x for w in words if w for x in FULL.get(w, w).split())


@lru_cache(maxsize=16384)
def fits(title: str, ranks: str, held: Sequence[Role] | tuple[Role, ...], date: str) -> float:
    """How well a title before a name fits a person with these ranks and offices at a date: 3 well, 1 in part, 0 no saying, -2 not."""
    words = _full(title) - {"mr", "m", "messrs", "herr", "monsieur", "senor", "dr", "sir"}
    if not words:
        return 0.0
    if words & RANKS and not words & _CIVIL:
        mine = _ranks(ranks, held)
        return 2.0 if words & mine else -1.0 if mine and bool(mine & _NAVAL) != bool(words & _NAVAL) else 0.0
    if not held:
        return 0.0
    return max(_fit(words, r, date) for r in held)


@lru_cache(maxsize=16384)
def lacks_rank(title: str, ranks: str, held: Sequence[Role] | tuple[Role, ...]) -> bool:
    """Whether a title is an officer's and what is known of a person, his offices, tells of no rank."""
    words = _full(title)
    return bool(held and words & RANKS and not words & _CIVIL and not _ranks(ranks, held))


def _ranks(ranks: str, held: Iterable[Role]) -> frozenset[str]:
    return (_full(ranks) | frozenset(w for r in held for w in r.words)) & RANKS


def _fit(words: frozenset[str], role: Role, date: str) -> float:
    """How well a title that is no rank fits one office."""
    heads = words & _OFFICES
    if heads and not heads <= role.lead:
        return -2.0
    unsaid = role.lead - words
    if role.lead <= words or (words <= role.lead and len(unsaid) <= 1 and not unsaid & _LOWER):
        return 3.0 if role.holds(date) else 1.0
    return 1.0 if words <= role.words and not unsaid & _LOWER else 0.0
