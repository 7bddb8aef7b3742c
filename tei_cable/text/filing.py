"""File numbers: by subject ("POL 7 US", "DEF 12 NATO"), in which names name no place and no body, and decimal ("840.20/3–2548")."""

from calendar import monthrange

from tei_cable.text.regex import regex

_CODE = regex(
    r"\b(?:(?:POL|DEF|ECON|FN|FT|PET|INT|CSM|ORG|AV|SOC|INCO|EDX|EDU|LAB|REF|STR|PER|AE|CUL)\b|(?:AID|PR|E|ARAB|US)(?=\s\d|[–-]))[\sA-Z\d/–-]*[\s/–-]$"
)
_FILES = regex(r"(?:Files|[Ii]bid\.?)(?:,\s19\d\d[–-]\d\d)?,?\s$")
_NUMBER = regex(r"\s\d")
# "5–1353": month, day and year that the number of a document in a file ends in.
_DATED = regex(r"/(?P<month>1[0-2]|[1-9])\s?[-\u2013]\s?(?P<day>3[01]|[12]\d|[1-9])(?P<year>[0-6]\d)[a-z]?(?!\d)")


def in_file_number(text: str, start: int, end: int) -> bool:
    """Whether the word at these offsets is part of a file number."""
    # most words before a name end in a small letter
    if text[start - 2 : start - 1].islower() and text[start - 4 : start - 1] not in ("les", "bid"):
        return False
    before = text[max(0, start - 24) : start]
    return _CODE.search(before) is not None or (_NUMBER.match(text, end) is not None and _FILES.search(before) is not None)


def filed_on(words: str) -> str:
    """The day (ISO 8601) that the number of a document in a file of the Department of State ends in ("840.20/3–2548": 1948-03-25), or ""."""
    m = _DATED.search(words)
    year, month, day = (int(m["year"]) + 1900, int(m["month"]), int(m["day"])) if m else (0, 0, 0)
    return f"{year}-{month:02}-{day:02}" if m and day <= monthrange(year, month)[1] else ""
