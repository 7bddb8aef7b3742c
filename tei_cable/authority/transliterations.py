"""Russian surnames as German, French, Spanish and Polish texts write them: Chruschtschow, Khrouchtchev, Jruschov, Chruszczow for Khrushchev.

The English form is read letter by letter back to the Russian ones, and these are written as each language does. Diacritics are left out: names
are looked for on a shadow without them.
"""

from collections.abc import Iterable

from tei_cable.text.regex import regex

_LETTERS = regex(r"shch|kh|zh|ch|sh|ts|[a-z]")
# What a surname in -ov or -ev must have to be written otherwise elsewhere, or another ending that is Russian for certain.
_RUSSIAN = regex(r"[A-Z][a-z]+(?:[eo]v|chenko|yko|koyan)$")
_GERMAN = {"shch": "schtsch", "kh": "ch", "zh": "sch", "ch": "tsch", "sh": "sch", "ts": "z", "v": "w", "z": "s"}
_FRENCH = {"shch": "chtch", "zh": "j", "ch": "tch", "sh": "ch", "u": "ou"}
_SPANISH = {"shch": "sch", "kh": "j", "y": "i"}
_POLISH = {"shch": "szcz", "kh": "ch", "zh": "z", "ch": "cz", "sh": "sz", "ts": "c", "v": "w"}
_IOTATED = {"yu": "ju", "ya": "ja"}


def transliterations(surname: str) -> Iterable[str]:
    """How other languages write a Russian surname that is given in its English form; nothing for any other."""
    if _RUSSIAN.match(surname) is None:
        return
    for table in (_GERMAN, _FRENCH, _SPANISH, _POLISH):
        text = surname.lower()
        if table in (_GERMAN, _POLISH):
            for english, other in _IOTATED.items():
                text = text.replace(english, other)
        if table is not _FRENCH and text.endswith("chev"):
            # the Russian "yo"
            text = text.removesuffix("ev") + "ov"
        written = "".join(table.get(letter, letter) for letter in _LETTERS.findall(text)).capitalize()
        if written != surname and len(written) > 4:
            yield written
