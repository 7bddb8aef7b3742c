"""Who wrote to whom, from the words of a heading or title: "Telegram From the A to the B", "X, his office, to Y, her office"."""

import re
from collections.abc import Iterable
from functools import lru_cache

from tei_cable.model import Field, Span
from tei_cable.text.layout import phrase
from tei_cable.text.regex import regex

_FROM = regex(r"\b[Ff]rom\s+(?:the(?:ir)?(?:\s+|(?=[A-Z])))?")
_TO = regex(r"(?:,?\s+to|(?<=[a-z])to(?=\s+the\s))(?=\s)\s+(?:the(?:\s+|(?=[A-Z])))?")
# What goes on with "to" and what it goes on to: "Mission to the United Nations".
_ACCREDITED = regex(r"\b(?:Mission|Delegation|Representative|Assistant|Advis[eo]r|Observer|Aide|Consultant|Envoy|Liaison|Ambassador|Secretary)$")
# Words that end the telegram's own description after the parties.
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_AFTER = regex(r",?\s+(?:[A-Z]\w+\s+)?(?:Telegram|Cable|Ciphergram|Message|Airgram)\s+(?:No\.?\s*)?[\d-]+$|,\s+regarding\b.*$", re.DOTALL)
_DATED = regex(rf",\s+(?:\d{{1,2}}\s+{_MONTH},?|{_MONTH}\s+\d{{1,2}},)\s+\d{{4}}$")

_UPPER = r"[A-ZÀ-ÖØ-Þ]"
_TOKEN = rf"{_UPPER}[\w.'\u2019-]*"
_PARTICLE = r"(?:d['\u2019]|(?:de|du|von|van|der|la|le|bin|ibn|al|el|dos|da|di)\s)"
_NAME = rf"(?:{_TOKEN}\s)?(?:(?:{_PARTICLE})*{_TOKEN}\s){{0,3}}(?:{_PARTICLE})*{_TOKEN}"
_OFFICE = (
    r"(?:Secretary|Ambassador|Minister|Charg\u00e9|Consul|Commander|Commandant|Chief|Chairman|President|Premier|Chancellor|Director|Deputy|"
    r"Representative|Assistant|Advis[eo]r|Attach\u00c9|Attach\u00e9|Officer|Administrator|Commissioner|Counsel(?:l)?or|General|Admiral|Envoy|Governor|"
    r"Consultant|Aide|Head|Marshal|King|Prince|Observer|Under Secretary)"
)
_TITLES = (
    r"(?:(?:Acting |Under |Deputy |Assistant )*Secretary(?:-General| of (?:State|Defense|the Treasury))?|Vice President|President|"
    rf"(?:{_UPPER}\w+ )?(?:Prime |Foreign |Deputy Foreign )?Minister|Ambassador|Chairman|Premier|Chancellor|General|Admiral|Marshal|Colonel|"
    r"King|Prince|Senator|Governor|Dr\.|Mr\.|Mrs\.|M\.)"
)
_HELD = regex(r"(?P<role>.+?)\s*\((?P<name>[^()\d]{2,40})\)(?P<rest>.*)", re.DOTALL)
_TITLED = regex(rf"(?P<role>{_TITLES})\s+(?P<name>{_NAME})(?P<rest>(?:,|\s+(?:at|in|of)\b).*)?$", re.DOTALL)
_NAMED = regex(rf"(?P<name>{_NAME})(?:,\s+(?P<role>.+)|\s+of\s+(?:the\s+)?(?P<org>.+))$", re.DOTALL)
# An office with its post, the name behind both: the post must show where it ends ("Ambassador to the USA Dobrynin", "to Cuba A. I. Alekseev").
_POSTED = regex(
    rf"(?P<role>(?:{_UPPER}\w+\s)?(?:Ambassador|Minister|Envoy|Representative|Charg\u00e9(?: d['\u2019]Affaires)?)\s(?:to|in|at)\s(?:the\s)?"
    rf"(?:[A-Z]{{2,5}}|United (?:States|Nations|Kingdom)|{_UPPER}\w+(?=\s{_UPPER}\.)))\s(?P<name>(?:{_UPPER}\.\s?)*{_UPPER}[a-zà-ÿ][\w'\u2019-]+)$"
)
_WHOLE = regex(rf"{_NAME}$")
_SEAT = regex(rf",?\s+(?:at|in)\s+(?P<place>{_TOKEN}(?:\s{_TOKEN}|,\s{_TOKEN}){{0,2}})\s*$")
_HEAD = regex(r"\s+(?:in|at|of|for|to|from|on|with)\s|,|\(")
_IS_OFFICE = regex(rf"(?:^|[\s'\u2019-]){_OFFICE}$")
_IS_BODY = regex(
    r"\b(?:Embass(?:y|ies)|MFA|Legation|Mission|Consulates?|Department|Ministry|Delegation|Office|Agency|Station|Posts?|Chiefs|Command|Headquarters|"
    r"Committee|House|Council|Bureau|Government|Element|Force|Staff|Forces|Section|Division|Center|Centre|Institute|Missions|Secretariat|Board)\b"
)
# A body whose station the party is; a mission to a body, when it is a mission to others as well.
_BODY = regex(
    r"(?P<body>[^,]*?\b(?:Agency|Department|Command|Service|Bureau))\s+(?:Station|Branch|Base|(?:Field )?Office)\b|"
    r"(?P<post>(?:Mission|Delegation)s?\s+(?:to|at)\s[^,]*?\b(?:Organi[sz]ation|Nations|Council|Communit(?:y|ies)|Agency|Union))\s+and\s"
)


# Characters of a heading or title; what is longer is none.
_LONGEST = 600
# A part of a party: name of the field, start and end in the words.
_Part = tuple[str, int, int]


def parties(words: str, at: int, origin: str, seats: bool = False) -> list[Field]:
    """Sender and recipient as header fields.

    `words` is a heading or title as it stands in the text from offset `at` on (what is not part of it blanked out); `seats`: whether the
    place in an office's name ("Ambassador in Washington") is where its holder sits. Nothing is found where the words do not say it.
    """
    return _fields(_halves(words, seats), words, at, origin) if len(words) <= _LONGEST else []


def party(action: str, words: str, at: int, origin: str, seats: bool = False) -> list[Field]:
    """One party, whose words begin at offset `at`, as header fields of a `correspAction`."""
    return _fields(_side(action, words, 0, len(words), seats), words, at, origin) if len(words) <= _LONGEST else []


def _fields(parts: Iterable[_Part], words: str, at: int, origin: str) -> list[Field]:
    return [Field(name, phrase(words, start, end), Span(at + start, at + end), origin) for name, start, end in parts]


@lru_cache(maxsize=1024)
def _halves(words: str, seats: bool) -> tuple[_Part, ...]:
    start = _FROM.search(words)
    if start is None and "," not in words:
        return ()
    begin = start.end() if start else _begin(words)
    tail = _AFTER.search(words, begin) if words[-1:].isdigit() or "regarding" in words else None
    end = tail.start() if tail else len(words)
    splits = list(_TO.finditer(words, begin, end))
    while len(splits) > 1 and _ACCREDITED.search(words, begin, splits[0].start()):
        splits.pop(0)
    if splits:
        return (*_side("sent", words, begin, splits[0].start(), seats), *_side("received", words, splits[0].end(), end, seats))
    alone = words[begin:end].strip()
    # "Report from Berlin" names no sender
    return _side("sent", words, begin, end, seats) if start and (_person(alone) or _is_body(alone) or _is_office(alone)) else ()


def _side(action: str, words: str, begin: int, end: int, seats: bool) -> tuple[_Part, ...]:
    """The parts of the party between two offsets of the words."""
    mine = words[begin:end]
    at = begin + len(mine) - len(mine.lstrip())
    mine = _DATED.sub("", mine.strip().rstrip(" ,."))
    return tuple((f"{action}/{part}", at + a, at + b) for part, a, b in _parts(mine, seats)) if mine else ()


def _begin(words: str) -> int:
    """Where the sender's name begins in a title without "from": after "Ciphergram No. 12," and the like."""
    m = re.match(r"\s*(?:[A-Z][\w-]*\s+){0,3}(?:No\.?\s*)?\d[\d-]*,\s+|\s*(?:[A-Z][\w-]*\s+){0,2}(?:Telegram|Cable|Ciphergram|Letter)[,:]\s+", words)
    return m.end() if m else 0


@lru_cache(maxsize=2048)
def _parts(words: str, seats: bool) -> tuple[_Part, ...]:
    """The parts of one party's words: name of the field, start and end."""
    if m := _person(words):
        role, org = m.span("role") if "role" in m.re.groupindex else (-1, -1), m.span("org") if "org" in m.re.groupindex else (-1, -1)
        seat = _SEAT.search(words, m.end("name"))
        if seat is None and seats and role[0] >= 0:
            seat = _SEAT.search(words[: role[1]], role[0])
        kind = "orgName" if role[0] >= 0 and _is_body(words[slice(*role)]) else "roleName"
        found = [("persName", *m.span("name")), (kind, *role), ("orgName", *org)]
    else:
        kind = "roleName" if _is_office(words) else "persName" if _is_name(words) else "orgName"
        found = [(kind, 0, len(words))]
        seat = _SEAT.search(words)
        # "Mission at Berlin" is the name of a post; "Secretary of State, at Geneva" says where he is
        if seat and seat.start() and not (seat[0][0] == "," or kind == "roleName" and seats):
            seat = None
    if seat and seat.start():
        found.append(("placeName", *seat.span("place")))
    return tuple(p for part in found if part[1] >= 0 for p in (part, *_body(words, *part)))


def _body(words: str, kind: str, start: int, end: int) -> list[_Part]:
    """The name of a body, with which the words of a party begin that say more."""
    m = _BODY.match(words, start, end) if kind == "orgName" else None
    return [(f"{kind}/orgName", *m.span(m.lastgroup or 0))] if m else []


def _person(words: str) -> re.Match[str] | None:
    """A match with the group `name`, and with `role` or `org` if the words say what the person is."""
    held = _HELD.match(words) if "(" in words else None
    if held and held["name"].isupper() and not held["role"].isupper() and _is_body(held["role"]):
        # "USSR Foreign Ministry (MFA)": an abbreviation
        return None
    if m := held or _POSTED.match(words) or _TITLED.match(words):
        return m
    m = None if _is_body(words) else _NAMED.match(words)
    if m is None or _IS_BODY.search(m["name"]) or _is_office(m["name"]) or m["org"] and " " not in m["name"]:
        return None
    return m


def _is_office(words: str) -> bool:
    """Whether the words name an office ("Under Secretary of State for Political Affairs") and not a body ("Consulate General at Munich")."""
    head = _HEAD.split(words, maxsplit=1)[0]
    return _IS_OFFICE.search(head) is not None and not head.endswith("ulate General")


def _is_body(words: str) -> bool:
    """Whether the words name a body, a post or an agency."""
    return _IS_BODY.search(_HEAD.split(words, maxsplit=1)[0]) is not None and not _is_office(words)


def _is_name(words: str) -> bool:
    return _WHOLE.match(words) is not None and _IS_BODY.search(words) is None and not _is_office(words)
