"""The shadow of a text: one ASCII character for each character, to match names on and annotate by offset.

Letters lose their diacritics, digits and full stops stay, everything else (hyphens, apostrophes, brackets, line ends) is a blank. Case
stays.
"""

import unicodedata

from tei_cable.text.regex import regex

_SPECIAL = dict(zip("æÆøØœŒßđĐłŁıðþ", "aAoOoOsdDlLidt", strict=True))
_OUTSIDE = regex("[^\x00-\xff\u2013\u2014\u2018\u2019\u201c\u201d\u2026]")


def _fold(char: str) -> str:
    base = _SPECIAL.get(char) or unicodedata.normalize("NFD", char)[0]
    return base if base.isascii() and (base.isalnum() or base == ".") else " "


_TABLE = b"".join(_fold(bytes((b,)).decode("cp1252", "replace")).encode() for b in range(256))


def shadow(text: str) -> str:
    """The shadow of `text`, of the same length."""
    try:
        letters = text.encode("cp1252")
    except UnicodeEncodeError:
        letters = _OUTSIDE.sub(lambda m: _fold(m[0]), text).encode("cp1252", "replace")
    return letters.translate(_TABLE).decode("ascii")
