"""The words after "To:" and "From:" on a cipher office's form: "[Director Jan] WILK,1 URGENT and [Ewa] NOWAK, EYES ONLY"."""

import re

from tei_cable.model import Span
from tei_cable.text.layout import MARKER
from tei_cable.text.opening import Opening
from tei_cable.text.regex import regex

CAPITALS = "A-ZÀ-ÖØ-ÞĀ-Ž"
_LOWER = "a-zà-öø-þā-ž"
_FIRST_NAME = r"(?:\[[^\]\n]{1,90}\]\s*)?"
_TITLE = r"(?:(?:Ambassador|Amb\.|Comrade|Cde\.|Deputy|Foreign|Minister|Director|Prime)\s)"
# Words in capitals that go on with a surname: no word of the form's.
_MORE = rf"(?:[\s-](?!(?:EYES|URGENT|IMMEDIATE|VERY|FROM|TO)\b)[{CAPITALS}]{{2,}}(?![{_LOWER}]))*"
_PERSON = rf"{_FIRST_NAME}{_TITLE}{{0,3}}(?:[{CAPITALS}][.]\s?){{0,3}}[{CAPITALS}][{CAPITALS}{_LOWER}'\u2019]+{_MORE}"
# A person whose surname is in capitals, which ends it whatever follows.
_SURNAME = rf"{_FIRST_NAME}{_TITLE}?[{CAPITALS}]{{3,}}{_MORE}"
# The mark of a note after a name.
_MARK = rf"(?:,?\s?\d{{1,2}}(?![\d.:])|,?\s?{MARKER})?"
_CAVEAT = r"(?:[Ee]yes [Oo]nly|EYES ONLY|[Pp]ersonal(?:ly)?|PERSONAL|[Ss]trictly [Cc]onfidential)"
_PRECEDENCE = (
    r"(?:(?:[Vv]ery|[Mm]ost|[Ee]xtremely|VERY|MOST|EXTREMELY)\s)?"
    r"(?:[Uu]rgent|URGENT|[Ii]mmediate(?:ly)?|IMMEDIATE|[Ff]lash|FLASH|[Pp]riority|PRIORITY)"
)


def _listed(person: str) -> str:
    """Pattern of one or more such persons, with caveats and precedence among them."""
    handled = rf"(?:{_CAVEAT}|{_PRECEDENCE})(?![{_LOWER}])"
    return rf"{person}{_MARK}(?:(?:(?:,|\s+and(?=\s))\s*(?:{handled}|{person})|\s+{handled}){_MARK})*"


# The whole line, or as much of it as names persons: the text may follow on the line.
ADDRESS = rf"(?P<who>{_listed(_PERSON)}(?=\s*$)|{_listed(_SURNAME)}(?=\s+\S)|[^\n]{{1,120}}$|{_listed(_PERSON)})"

_ITEM = regex(r"(?:\[[^\]]*\]|(?!\s+and\s)[^,;\[])+")
_SAID = regex(rf"(?:(?P<caveat>{_CAVEAT})|(?P<precedence>{_PRECEDENCE}))")
_BEFORE = regex(rf"\s*(?:and\s+)?(?:\d{{1,2}}\s+|{MARKER}\s*)?")
_BEHIND = regex(rf"(?:\s?{MARKER}|\s?\d{{1,2}})?\s*$")
_BRACKET = regex(r"\[[^\]]*\]")
_BODY = regex(r"\b(?:Minist(?:ry|erio)|Embass(?:y|ies)|Department|Delegation|Mission|Consulate|Secretariat|Politburo)\b", re.IGNORECASE)
_OFFICE = regex(r"(?:Secretary of State|Minister of)\b", re.IGNORECASE)
_SEAT = regex(r"\b(?:in|IN|at|AT)\s+(?P<place>[A-Z][\w.'\u2019-]*(?:\s[A-Z][\w.'\u2019-]*){0,2})$")


def addressed(action: str, made: Opening, m: re.Match[str]) -> None:
    """The parties in the group `who`, one by one, and the caveats and precedence among them; `action` is "sent" or "received"."""
    for item in _ITEM.finditer(m.string, *m.span("who")):
        words = item[0]
        before, behind = _BEFORE.match(words), _BEHIND.search(words)
        start, end = before.end() if before else 0, behind.start() if behind else len(words)
        if start >= end:
            continue
        where = Span(item.start() + start, item.start() + end)
        if said := _SAID.fullmatch(words, start, end):
            made.add(said.lastgroup or "", said[0], where)
        else:
            named(action, made, m.string, where)


def named(action: str, made: Opening, text: str, where: Span) -> None:
    """A party of these words: a body, with the place where it sits if they say so, an office, or a person."""
    words = text[where.start : where.end]
    # what an editor's bracket says of a person is not who he is
    said = _BRACKET.sub(" ", words)
    kind = "roleName" if _OFFICE.match(said) else "orgName" if _BODY.search(said) else "persName"
    made.add(f"{action}/{kind}", words, where)
    if kind == "orgName" and (seat := _SEAT.search(words)):
        made.add(f"{action}/placeName", seat["place"], Span(where.start + seat.start("place"), where.start + seat.end("place")))
