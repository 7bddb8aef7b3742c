"""Persons: the record of one, and how a name is read as lists print it.

Lists print "Acheson, Dean", "Brentano, Heinrich von", "Kozlov, Frol R.", "Burke, Admiral Arleigh A.", "Chou En-lai (Zhou Enlai)", "Thant, U".
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tei_cable.authority.titles import HEADS, INNER, RANKS, SUFFIXES
from tei_cable.text.regex import regex

if TYPE_CHECKING:
    from tei_cable.authority.entries import Held

_BRACKET = regex(r"(?<!\w)\(([^()]*)\)?")
_INWORD = regex(r"(?<=\w)\((\w*)\)")
_JOINT = regex(r"\s*[,;]\s*")
_LEADERS = regex(r"(?:also|or|formerly|later|now|née|nee|born|code[- ]named|known as|alias)\b\s*", re.IGNORECASE)
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "’", "'": "’", "–": "-", "‑": "-"})
_SERVICE = regex(r"(?:USA|USN|USAF|USMC|USMCR|USNR|USCG|USAR|RN|RAF|ARVN|CDU|CSU|SPD|FDP|SED|CAF|ROKA)\b|(?:[Rr]et\.?|[DR](?:[-–—].+)?)$")
_INITIAL = regex(r"(?:[A-Z]\.)+$")
# Titles that are forenames too.
_CALLED = frozenset(("Earl", "Duke", "Don"))
# What is part of a name although it is a title too.
HONORIFICS = frozenset("U Prince King Don Tunku Bung Imam Shah Sheikh Sultan Emir Baron Count Judge Father Bishop Pope".split())


class PrintedName(NamedTuple):
    """A name as a list prints it, in parts. `forename` is "" when the name stands in its natural order ("Bao Dai", "Makarios III, Archbishop")."""

    surname: str
    forename: str = ""
    titles: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()


class Person(NamedTuple):
    """One person. `surname` is the whole name of one who has no forename; `variants` are other forms of it, `aliases` whole other names.

    `titles` are the words of rank on the list, `note` its words on offices; `volumes` says in how many volumes the core's sources name the
    person, from the year `first` to `last`; `core` is whether the record is the core's; `see` is the name that an entry only refers to;
    `offices` are those that a list states apart from its note.
    """

    id: str
    name: str
    surname: str = ""
    forename: str = ""
    titles: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    birth: str = ""
    death: str = ""
    idno: tuple[tuple[str, str], ...] = ()
    note: str = ""
    volumes: int = 0
    first: str = ""
    last: str = ""
    core: bool = False
    see: str = ""
    offices: "tuple[Held, ...]" = ()

    @property
    def given(self) -> str:
        """What may stand before the surname: the forenames and nicknames, or the other words of a name in natural order."""
        return " ".join((self.forename or self.surname, *self.nicknames))


def _others(text: str) -> Iterable[tuple[int, str]]:
    """The other names in the brackets of a printed name, each with the place of its bracket."""
    for m in _BRACKET.finditer(text):
        parts = _JOINT.split(m[1])
        if len(parts) == 2 and parts[1] and parts[1] in text[: m.start()]:
            # the same forename again: "Myerson, Golda (Meir, Golda)"
            parts = parts[:1]
            at = 0
        else:
            at = m.start()
        for said in parts:
            other = _LEADERS.sub("", said.strip().strip('"’').strip()).strip('"’')
            if other and not _SERVICE.match(other) and other[0].isupper():
                yield at, other


def _is_called(words: list[str]) -> bool:
    """Whether a title is somebody's forename: only initials follow it ("Becker, Earl R.")."""
    return words[0] in _CALLED and all(map(_INITIAL.match, words[1:]))


@lru_cache(maxsize=4096)
def read_name(text: str) -> PrintedName:
    """A name as a list prints it, in parts."""
    text = unicodedata.normalize("NFC", text)
    if not text.isascii() or "'" in text:
        text = text.translate(_QUOTES)
    variants: list[str] = []
    aliases: list[str] = []
    nicknames: list[str] = []
    bracketed = "(" in text
    text = (_INWORD.sub(r"\1", text) if bracketed else text).strip().rstrip(",")
    if bracketed:
        head_end = (text + ",").index(",")
        for at, other in _others(text):
            (aliases if " " in other else variants if at < head_end else nicknames).append(other)
        text = _BRACKET.sub("", text)
    head, *rest = (p.strip().strip('"') for p in text.replace('"', "").split(","))
    titles: list[str] = []
    forename = ""
    for part in rest:
        words = part.split()
        while words and not _INITIAL.match(words[0]) and not _is_called(words) and (words[0] in INNER or words[0] in ("of", "the", "Count")):
            titles.append(words.pop(0))
        if words and not forename and words[0] not in SUFFIXES and not _SERVICE.match(words[0]):
            forename = " ".join(w for w in words if w not in SUFFIXES)
    names = head.split()
    while len(names) > 1 and names[0] in HEADS and names[0] not in HONORIFICS:
        titles.append(names.pop(0))
    while not forename and len(names) > 2 and names[-1].lower() in RANKS:
        # "Tran Tu Oai Brigadier General"
        titles.insert(0, names.pop())
    surname = " ".join(names)
    if forename.startswith(("ibn ", "bin ", "ben ")):
        surname, forename = f"{surname} {forename}", ""
    return PrintedName(surname if forename else surname.rstrip("."), forename, tuple(titles), tuple(variants), tuple(aliases), tuple(nicknames))
