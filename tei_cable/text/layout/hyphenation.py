"""Words that a line end cuts."""

import re
from collections.abc import Collection

from tei_cable.model import Mention, Span
from tei_cable.text.layout.spans import last_word
from tei_cable.text.regex import regex

_HYPHEN = regex(r"(?<=[^\W\d_])([-\u00ad\u2010])(?:[^\S\n]*\n\s*|(?<=\u00ad))(?=[^\W\d_])")
_HYPHENS = ("-\n", "- \n", "\u00ad", "\u2010")
_WORD = regex(r"[^\W\d_]+")
_AROUND = "\"'.,;:!?()[]\u2018\u2019\u201c\u201d"


def hyphens(text: str, region: Span) -> list[Mention]:
    """Hyphens at line ends, as `lb` mentions, and soft hyphens wherever they stand: what is left of a line end.

    Hyphen and line end are covered when the hyphen only ends the line, the line end alone when it belongs to the word.
    """
    if not any(text.find(sign, *region) >= 0 for sign in _HYPHENS):
        return []
    compounds = {w.strip(_AROUND) for w in text[slice(*region)].split() if "-" in w}
    return [
        Mention(Span(m.start() if _only_ends(text, m, compounds) else m.end(1), m.end()), "lb", attrs={"break": "no"})
        for m in _HYPHEN.finditer(text, *region)
    ]


def _only_ends(text: str, m: re.Match[str], compounds: Collection[str]) -> bool:
    """Whether the hyphen belongs to the line and not to the word: case tells, and the same word elsewhere (`compounds`)."""
    left, right = last_word(text[max(0, m.start() - 30) : m.start()]), _WORD.match(text[m.end() : m.end() + 30])
    if right is None or m[1] == "\u00ad":
        return True
    if right[0][0].isupper() and not left.isupper() or len(left) < 2:
        return False
    return f"{left}-{right[0]}" not in compounds
