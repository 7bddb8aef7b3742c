"""Numbers in other authority files: what names them, how they are written, and what is wrong with one.

Forms and check digits: Wikidata Q…; VIAF digits; GND (modulus 11 over all digits but the last, weights from the right); ISNI (ISO 27729, check
character of ISO/IEC 7064 MOD 11-2); Library of Congress names n… (also nb, nr, no …); GeoNames digits; history.state.gov digits.
"""

from typing import NamedTuple

from tei_cable.text.regex import regex

_FORMS = {
    "Wikidata": regex(r"Q[1-9]\d*"),
    "VIAF": regex(r"[1-9]\d{0,21}"),
    "GND": regex(r"[1-9]\d{7,9}[\dX]|[1-9]\d{0,7}-[\dX]"),
    "LCNAF": regex(r"n[a-z]?\d{8,10}"),
    "ISNI": regex(r"\d{15}[\dX]"),
    "GeoNames": regex(r"[1-9]\d*"),
    "hsg": regex(r"[1-9]\d*"),
}
_SHOULD = {
    "Wikidata": "Q and digits",
    "VIAF": "digits",
    "GND": "digits with a check digit",
    "LCNAF": "n and eight or ten digits",
    "ISNI": "sixteen digits, the last a check digit or X",
    "GeoNames": "digits",
    "hsg": "digits",
}
# What a column or an @type may say, in small letters and without other signs.
_CALLED = {
    "wikidata": "Wikidata",
    "qid": "Wikidata",
    "viaf": "VIAF",
    "gnd": "GND",
    "lcnaf": "LCNAF",
    "lccn": "LCNAF",
    "loc": "LCNAF",
    "naf": "LCNAF",
    "isni": "ISNI",
    "geonames": "GeoNames",
    "hsg": "hsg",
    "historystategov": "hsg",
}
_ADDRESSES = {
    "Wikidata": regex(r"(?:https?://)?(?:www\.)?wikidata\.org/(?:wiki|entity)/(Q\d+)"),
    "VIAF": regex(r"(?:https?://)?(?:www\.)?viaf\.org/viaf/(\d+)"),
    "GND": regex(r"(?:https?://)?d-nb\.info/gnd/([\dX-]+)"),
    "LCNAF": regex(r"(?:https?://)?id\.loc\.gov/authorities/names/(\w+)"),
    "ISNI": regex(r"(?:https?://)?(?:www\.)?isni\.org/(?:isni/)?([\dX]{16})"),
    "GeoNames": regex(r"(?:https?://)?(?:www\.|sws\.)?geonames\.org/(\d+)"),
    "hsg": regex(r"(?:https?://)?history\.state\.gov/people/(\d+)"),
}
_SUFFIXES = frozenset("id ids uri url number nummer no".split())
_LETTERS = regex(r"[^a-z]+")


class Identifier(NamedTuple):
    """An authority and a number there."""

    kind: str
    value: str


def authority_called(words: str) -> str:
    """The authority that the head of a column or an `@type` names ("Wikidata ID", "GND-Nummer", "GeoNames"), or ""."""
    bare = _LETTERS.sub("", words.lower())
    for word, kind in _CALLED.items():
        if bare == word or (len(word) > 3 and bare.startswith(word)) or (bare.startswith(word) and bare.removeprefix(word) in _SUFFIXES):
            return kind
    return ""


def read(value: str, kind: str = "") -> Identifier:
    """A number without its address and blanks; `kind` is the authority when the words beside it tell, else the number may (an address, Q…)."""
    words = value.strip()
    for name, address in _ADDRESSES.items():
        if m := address.match(words):
            return Identifier(name, m[1])
    kind = authority_called(kind) or kind
    if not kind and _FORMS["Wikidata"].fullmatch(words):
        kind = "Wikidata"
    return Identifier(kind, words.replace(" ", "").removeprefix("ISNI") if kind in ("ISNI", "LCNAF", "VIAF") else words)


def fault(kind: str, value: str) -> str:
    """What is wrong with a number, as the end of a sentence; "" for nothing, or for an authority that is not known here."""
    kind = authority_called(kind)
    form = _FORMS.get(kind)
    if form is None:
        return ""
    if not form.fullmatch(value):
        return f"is no number of {kind} ({_SHOULD[kind]})"
    if kind in _CHECKED and _CHECKED[kind](value) != value[-1]:
        return f"is no number of {kind}: its check digit would be {_CHECKED[kind](value)}"
    return ""


def _modulus_11(value: str) -> str:
    """The check digit of a GND number. Those with a hyphen are of corporate bodies and places, and their digit is not complemented."""
    digits = value[:-1].removesuffix("-")
    total = sum(weight * int(digit) for weight, digit in enumerate(reversed(digits), 2))
    rest = total % 11 if "-" in value else -total % 11
    return "X" if rest == 10 else str(rest)


def _iso_7064(value: str) -> str:
    """The check character of an ISNI."""
    total = 0
    for digit in value[:-1]:
        total = (total + int(digit)) * 2
    rest = (12 - total % 11) % 11
    return "X" if rest == 10 else str(rest)


_CHECKED = {"GND": _modulus_11, "ISNI": _iso_7064}
