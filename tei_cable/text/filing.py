"""Numbers of the State Department's subject files: "POL 7 US", "DEF 12 NATO", "Central Files, NATO 3". Names in them name no place and no body."""

import re

_CODE = re.compile(
    r"\b(?:(?:POL|DEF|ECON|FN|FT|PET|INT|CSM|ORG|AV|SOC|INCO|EDX|EDU|LAB|REF|STR|PER|AE|CUL)\b|(?:AID|PR|E|ARAB|US)(?=\s\d|[–-]))[\sA-Z\d/–-]*[\s/–-]$"
)
_FILES = re.compile(r"(?:Files|[Ii]bid\.?)(?:,\s19\d\d[–-]\d\d)?,?\s$")
_NUMBER = re.compile(r"\s\d")


def in_file_number(text: str, start: int, end: int) -> bool:
    """Whether the word at these offsets is part of a file number."""
    # most words before a name end in a small letter
    if text[start - 2 : start - 1].islower() and text[start - 4 : start - 1] not in ("les", "bid"):
        return False
    before = text[max(0, start - 24) : start]
    return _CODE.search(before) is not None or (_NUMBER.match(text, end) is not None and _FILES.search(before) is not None)
