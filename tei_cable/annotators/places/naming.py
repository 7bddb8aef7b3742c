"""Whether the name of a place means the place: what stands before it and after it.

Not when it is an adjective ("US policy"), the name of a telegram ("Saigon 213"), part of the name of a treaty, a newspaper, a government or an office
("Geneva Agreements", "Cyprus Government", "Israel Ambassador"; but the place of "Government of Lebanon" is one), or of a file ("POL 7 US").
"""

import re
from collections.abc import Container

from tei_cable.annotators.places.usage import stands_alone
from tei_cable.authority.common_words import places
from tei_cable.text.filing import in_file_number
from tei_cable.text.regex import regex

# Forms that are adjectives as well: abbreviations, and these.
_BOTH = frozenset({"United States", "United Kingdom", "United Arab Republic", "FedRep"})
_ABBREVIATION = regex(r"(?:[A-Z]{2,4}|(?:[A-Z]\.\s?)+)$")
# The word after it makes the name that of something else.
_TREATIES = frozenset(
    """
    agreement agreements accord accords convention conventions treaty treaties pact pacts protocol protocols declaration declarations
    government governments govt
    """.split()
)
_NAMED = frozenset(word.capitalize() for word in _TREATIES) | frozenset(
    """
    Charter Formula Communique Times Post Herald Tribune Guardian Radio Star News Journal Press Gazette Daily Review University College Bank
    Club Corporation Company Airlines Airways Museum Conference Embassy Embassies Ambassador Ambassadors Foreign Prime Premier President
    Delegation Delegate Permanent Representative Rep PermRep Minister Ministry Army Navy Air Forces Parliament Command Fleet Mission Desk
    Division Section Task Working Group Committee Commission Council Party Congress National Communist Red Consulate Plan Doctrine
    Senate Senat COS FonMin ForMin PriMin DefMin FonOff Amb Chargé bloc blocs
    """.split()
)
_QUALIFIED = frozenset({"Armistice", "Peace", "Quadripartite", "Trade", "Defense", "Security", "Mutual"})
_LEADING = _QUALIFIED | {"and", "or"}
_OTHERS = _NAMED | _TREATIES
_NEXT = regex(r"(?:[-–][A-Z][a-z]+)?\s+([A-Za-z]+)")
# A number after the name of a post is a telegram's, unless it is a year or an amount.
_NUMBER = regex(
    r"(?!\s*\n\s*\n)(?:[’']s)?\s+(?:(?:telegram|tel\.?|despatch|unnumbered|No\.)\s+)?(?!19\d\d\b)\d{1,5}\b"
    r"(?!\s*(?:,\d{3}|percent|million|[ap]\.?m))"
)
# The words that may stand before such a number.
_NUMBERED = frozenset({"telegram", "tel", "despatch", "unnumbered", "No"})
_IN_NAME = regex(
    r"\b(?:(?:Bank|University|Treaty|Church|College|Duke|Earl|Archbishop|Bishop|Peace|Battle|Voice|Radio|Institute)\s+of(?:\s+the)?|Radio|U?SS)\s+$"
)
_PREFIXED = regex(r"\b(?:[Pp]ro|[Aa]nti|[Nn]on|[Pp]ost|[Pp]re|[Ii]nter|[Tt]rans|[Ee]x)[-–]$")
_DASHES = frozenset("-–‑")
_DASHED = regex(r"\s?[-–‑]\s?(?=[A-Z])")
_SUFFIXED = regex(r"[-‑](?:[a-z]{3,}|Nam\b)")
_PLACED = regex(
    r"(?:\b(?:[Ii]n|[Aa]t|[Tt]o|[Ff]rom|[Nn]ear|[Ff]or|[Vv]ia|[Oo]utside|[Aa]round|[Ii]nto|[Tt]hrough|[Vv]isit(?:ed|ing)?|[Ll]eav(?:e|es|ing)|[Ll]eft|[Rr]each(?:ed)?"
    r"|[Cc]ity\s+of|[Pp]ort\s+of|[Ii]sland\s+of|[Pp]rovince\s+of|[Bb]etween|(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)(?:ern)?(?:\s+of)?|[Cc]entral)(?:\s+the)?|\b[Tt]he)\s+$"
)
_CAPITAL = regex(r"\s+[A-Z]")
_AREA = regex(r"\s+(?:area|region|coast|waters|littoral)\b")
_BEFORE = 24
# What stands after and before most names of places and settles the matter, unless one of these words ends before it ("Bank of", "of the", "USS").
_POINTS = frozenset(",.;:)]")
_CLOSING = frozenset(',.;:)(]?!”"')
_STOPS = frozenset(" (\n")
_ENDINGS = frozenset({"of", "he", "io", "SS"})


def is_place(text: str, start: int, end: int, weak: bool, starts: Container[int] = ()) -> bool:
    """Whether the name at these offsets means the place; a `weak` name needs a word that says so before it.

    `starts` are where names of places begin.
    """
    form = text[start:end]
    upper = form.isupper()
    plain = not weak and not upper and text[end : end + 1] in _POINTS
    if plain and text[start - 1 : start] in _STOPS and text[start - 3 : start - 1] not in _ENDINGS:
        return True
    before = text[max(0, start - _BEFORE) : start]
    # "IRAN" is no abbreviation
    short = form in _BOTH or (upper and _ABBREVIATION.match(form) is not None)
    both = short and form.capitalize() not in places()
    last = before[-1:]
    if last and last in "-–/‑" and (both or _PREFIXED.search(before)):
        return False
    if weak and not _placed(text, before, end):
        return False
    if _names_other(text, end) or _joined_to_other(text, end, starts):
        return False
    if (both and not stands_alone(text, end)) or (short and in_file_number(text, start, end)):
        return False
    return not (_IN_NAME.search(before) if "of" in before or "Radio" in before or "SS" in before else None)


def _placed(text: str, before: str, end: int) -> bool:
    """Whether a word before the name, or "area" after it, says that it is a place: "in Nice", but not "the Pacific Fleet"."""
    if _AREA.match(text, end):
        return True
    before = before.lower() if before.isupper() else before
    return _PLACED.search(before) is not None and not (before.rstrip().endswith(("the", "The")) and _CAPITAL.match(text, end))


def _names_other(text: str, end: int) -> bool:
    """Whether what follows makes the name part of another name, or a telegram's."""
    follows = text[end : end + 1]
    if not follows or follows in _CLOSING:
        return False
    if m := _NEXT.match(text, end):
        word = m[1]
        if word in _OTHERS or (word in _LEADING and _leads_to_other(text, m)):
            return True
        if word not in _NUMBERED:
            return follows in "-‑" and _SUFFIXED.match(text, end) is not None
    return _NUMBER.match(text, end) is not None or (follows in "-‑" and _SUFFIXED.match(text, end) is not None)


def _leads_to_other(text: str, first: re.Match[str]) -> bool:
    """Whether the name goes on so: "Geneva Armistice Agreement", "Cairo and Potsdam declarations"."""
    second = _NEXT.match(text, first.end())
    if second is None or first[1] in _QUALIFIED:
        return second is not None and second[1] in _NAMED
    third = _NEXT.match(text, second.end())
    return second[1][0].isupper() and third is not None and third[1].lower() in _TREATIES


def _joined_to_other(text: str, end: int, starts: Container[int]) -> bool:
    """Whether a dash joins the name to what is no place ("Israel-Arab settlement"); `starts` are where names of places begin."""
    m = _DASHED.match(text, end) if text[end : end + 1] in "-–‑ " and not _DASHES.isdisjoint(text[end : end + 2]) else None
    return m is not None and m.end() not in starts
