"""Persons: the record of one, and how a name is read as lists print it.

Lists print "Acheson, Dean", "Brentano, Heinrich von", "Kozlov, Frol R.", "Burke, Admiral Arleigh A.", "Chou En-lai (Zhou Enlai)", "Thant, U".
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tei_cable.authority.titles import HEADS, INNER, SUFFIXES

_BRACKET = re.compile(r"(?<!\w)\(([^()]*)\)?")
_INWORD = re.compile(r"(?<=\w)\((\w*)\)")
_LEADERS = re.compile(r"(?:also|or|formerly|later|now|née|nee|born|code[- ]named|known as|alias)\b\s*", re.IGNORECASE)
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "’", "'": "’", "–": "-", "‑": "-"})
_SERVICE = re.compile(r"(?:USA|USN|USAF|USMC|USMCR|USNR|USCG|USAR|RN|RAF|ARVN|CDU|CSU|SPD|FDP|SED|CAF|ROKA)\b|(?:[Rr]et\.?|[DR](?:[-–—].+)?)$")
_INITIAL = re.compile(r"(?:[A-Z]\.)+$")
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


@dataclass(frozen=True)
class Person:
    """One person. `surname` is the whole name of one who has no forename; `variants` are other forms of it, `aliases` whole other names.

    `titles` are the words of rank on the list, `note` its words on offices; `count` says in how many volumes the core's sources name the
    person, from the year `first` to `last`; `core` is whether the record is the core's; `see` is the name that an entry only refers to.
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
    count: int = 0
    first: str = ""
    last: str = ""
    core: bool = False
    see: str = ""

    @cached_property
    def given(self) -> str:
        """What may stand before the surname: the forenames and nicknames, or the other words of a name in natural order."""
        return " ".join((self.forename or self.surname, *self.nicknames))


def read_name(text: str) -> PrintedName:
    """A name as a list prints it, in parts."""
    text = _INWORD.sub(r"\1", unicodedata.normalize("NFC", text).translate(_QUOTES)).strip().rstrip(",")
    head_end = (text + ",").index(",")
    variants: list[str] = []
    aliases: list[str] = []
    nicknames: list[str] = []
    for m in _BRACKET.finditer(text):
        for said in re.split(r"\s*[,;]\s*", m[1]):
            other = _LEADERS.sub("", said.strip().strip('"’').strip()).strip('"’')
            if other and not _SERVICE.match(other) and other[0].isupper():
                (aliases if " " in other else variants if m.start() < head_end else nicknames).append(other)
    head, *rest = (p.strip().strip('"') for p in _BRACKET.sub("", text).replace('"', "").split(","))
    titles: list[str] = []
    forename = ""
    for part in rest:
        words = part.split()
        while words and not _INITIAL.match(words[0]) and (words[0] in INNER or words[0] in ("of", "the", "Count")):
            titles.append(words.pop(0))
        if words and not forename and words[0] not in SUFFIXES and not _SERVICE.match(words[0]):
            forename = " ".join(w for w in words if w not in SUFFIXES)
    names = head.split()
    while len(names) > 1 and names[0] in HEADS and names[0] not in HONORIFICS:
        titles.append(names.pop(0))
    surname = " ".join(names)
    if forename.startswith(("ibn ", "bin ", "ben ")):
        surname, forename = f"{surname} {forename}", ""
    return PrintedName(surname if forename else surname.rstrip("."), forename, tuple(titles), tuple(variants), tuple(aliases), tuple(nicknames))
