"""What the words of a square bracket say: that text is missing, how the source reads, an explanation, or words supplied."""

import re

from tei_cable.model import Attrs
from tei_cable.text.regex import regex

_UNITS = r"line|paragraph|page|word|name|number|section|sentence|document"
_AMOUNT = regex(
    rf"(?P<less>less\s+than\s+)?(?<![\d/])(?P<whole>\d+?|one|two|three|four|five|a|half\s+a)?(?:[-\u2013]?(?P<half>1/2|½))?(?:\s+or\s+more)?\s*(?P<unit>{_UNITS})s?\b",
    re.IGNORECASE,
)
_NUMBERS = {"a": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0}
# What TEI's gap counts; other units are said in words.
_COUNTED = frozenset({"line", "paragraph", "page", "word", "name", "number", "section"})

_SIC = regex(r"sic\b\W*$", re.IGNORECASE)
_GAPS = (
    ("declassification", regex(r"\bnot\s+(?:been\s+)?(?:declassified|released)\b|\b(?:deleted|excised|sanitized|withheld)\b", re.IGNORECASE)),
    ("illegible", regex(r"(?:\w+\s+){0,3}(?:illegible|unreadable|undecipherable|indecipherable)(?:\s+\w+){0,2}\W*$", re.IGNORECASE)),
    (
        "garbled",
        regex(r"(?:apparent\s+)?garbled?(?:\s+\w+){0,4}\W*$|(?:\w+\s+){0,2}groups?\s+(?:mutilated|corrupt|undecypherable)\W*$", re.IGNORECASE),
    ),
    ("lost", regex(r"(?:[\w()]+\s+){0,6}(?:missing|torn|lost)\b|apparent\s+omission|omission\s+in\b", re.IGNORECASE)),
    ("omitted", regex(r"(?:here\s+)?(?:follows?|omitted)\b|(?:\w+\s+){1,3}omitted\W*$|[.…\s]+$", re.IGNORECASE)),
)  # fmt: skip
_DELETED = "declassification"
# A reading in doubt after a word on the state of the text: "garble—view?".
_DOUBTED = regex(r"(?P<why>garbled?|illegible)\s*[-\u2010-\u2015:]+\s*\S", re.IGNORECASE)

# Brackets that say something about the text or its words begin so.
_ABOUT = regex(
    r"(?:i\.\s?e|e\.\s?g|viz|cf|lit|literally|see|meaning|namely|reference\s+is|referring|emphasis|italics|underlin\w+|not\s+signed|translator|editor|ed\."
    r"|handwritten|marginal|apparently|presumably|probably|reportedly|evidently|known\s+as|also\s+known|abbreviation|documents?\s+\d+)\b|.*\bsee\s+(?:also\s+)?(?:documents?|footnote|volume|telegram|p)\b",
    re.IGNORECASE,
)
_SIGNED = regex(r"[\u2014\u2013-]\s*(?:trans|ed|tr)\b\.?\W*$", re.IGNORECASE)
_ARTICLE = regex(r"(?:an?|the)\s", re.IGNORECASE)
# Words that a sentence lacks begin with these ("of the agreement", "would have"); what begins otherwise with a small letter describes.
_GLUE = frozenset(
    "of to in on for from by with at and or but that which who as is are was were be been being have has had should would will could can may must do"
    " does did if when while they he she we you it i me him them us his her its their our my this these those about into than not no all up"
    " out so then there".split()
)
_VERB = regex(r"\s(?:is|are|was|were|has|had|have|refers?|means|follows|did|does|will|would)\s")
_WORD = regex(r"[^\W\d_][\w'\u2019.-]*")
_PHRASE, _SENTENCE = 3, 5


def gap(words: str) -> Attrs | None:
    """The attributes of a gap, when the words say that text is missing; None when they do not."""
    for reason, pattern in _GAPS:
        if pattern.search(words) if reason == _DELETED else pattern.match(words):
            return {"reason": reason, **_amount(words)}
    return None


def _amount(words: str) -> Attrs:
    m = _AMOUNT.search(words)
    if m is None or not (m["whole"] or m["half"]):
        return {}
    unit, whole = m["unit"].lower(), (m["whole"] or "0").lower()
    if m["less"] or whole.startswith("half") or unit not in _COUNTED:
        return {"extent": " ".join(m[0].split())}
    quantity = (_NUMBERS[whole] if whole in _NUMBERS else float(whole)) + (0.5 if m["half"] else 0)
    return {"unit": unit, "quantity": f"{quantity:g}"}


def is_sic(words: str) -> bool:
    """Whether the words only vouch for the reading before them."""
    return bool(_SIC.match(words))


def reason(words: str) -> str:
    """Why words are supplied, as TEI's `supplied/@reason`."""
    m = _DOUBTED.match(words)
    return "editorial" if m is None else "illegible" if m["why"].lower() == "illegible" else "garbled"


def explains(words: str) -> bool:
    """Whether the words explain or comment, and do not belong in the sentence.

    A name, a title or a few missing words do not; a description with an article, a clause with a verb, a run of small words do.
    """
    found: list[str] = _WORD.findall(words)
    if _ABOUT.match(words) or _SIGNED.search(words):
        return True
    small, count = sum(w[0].islower() for w in found), len(found)
    if count < _PHRASE or _DOUBTED.match(words):
        return False
    first = found[0]
    if _ARTICLE.match(words):
        return small > 1 + first[0].islower()
    if first.lower() in _GLUE or words.endswith("?"):
        return count > _SENTENCE + 1
    if first[0].islower():
        return True
    return count >= _SENTENCE and (small > count / 2 or bool(_VERB.search(words)))
