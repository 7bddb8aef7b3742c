"""Headings that say that a telegram follows: "104. Telegram From the A to the B", "Telegram number 6179-6185", "29 Cablegram to Jakarta"."""

import re
from collections.abc import Sequence

from tei_cable.model import Span
from tei_cable.text.dateline import dateline
from tei_cable.text.headings import Heading
from tei_cable.text.headings.sides import sides
from tei_cable.text.layout import MARKER, trim
from tei_cable.text.notelabels import RAISED, SIGNS
from tei_cable.text.regex import regex

# What a telegram is called; with what stands before the word ("Circular", "Copy of a", "Ciphered").
_KIND = r"(?:Tele(?:gram|type)|T[eé]l[eé]gramme|Telegramm|Telegrama|Telegramma|Cable(?:gram)?|Ciphergram|Airgram|Radiogram)"
# A marker of a note in whatever form, before it is known for one.
_MARK = rf"(?:{MARKER}|[{RAISED}]{{1,3}}|[{SIGNS}]{{1,3}}|\(?\d{{0,2}}\))"
_BEFORE = r"(?:[^\W\d_][\w'\u2019-]*\s+){0,5}?"
_RANGE = r"\d[\d/]*(?:\s?(?:[-\u2013\u2014]|à|bis|to)\s?\d+)?"
_NUMBER = rf"(?:(?:number|nummer|n[or]s?\b\.?|n\.|n[º°]|#)\s*)?(?P<number>(?:[A-Z][a-z]+\s)?(?:[A-Z]{{1,5}}[-\u2013]?)?{_RANGE})(?=[\s,.:]|{_MARK}|$)"
_HEADING = regex(
    rf"(?:(?P<label>(?:No\.\s)?\d{{1,4}}[A-Za-z]?(?:\.|(?=\s)))(?:{MARKER})?\s*)?(?P<title>(?P<before>{_BEFORE}){_KIND}\b(?:\s+{_NUMBER})?(?P<rest>.*))",
    re.IGNORECASE | re.DOTALL,
)
# In French the sender follows "de": "Télégramme de M. X à M. Y (Ville, date)".
_FRENCH = regex(rf"{_KIND}\s+(?:de\s+|d(?=['\u2019]))", re.IGNORECASE)
_PLACED = regex(r"\s*\([^()]*\)\s*$")
_PARTIES = regex(r"\b(?:[Ff]rom|FROM)\s*(?:the)?\s*[A-Z]|\b(?:to|TO)\s+(?:the\s+)?[A-Z]", re.DOTALL)
_ALONE = regex(r"(?:[A-Z]+\s)?TELEGRAM")
_LABEL = regex(r"(?:No\.\s)?\d{1,4}[A-Za-z]?\.?")
_BARE = regex(rf"(?:\s*{_MARK}|[.:])*")
# Words before "Telegram" that are sender and recipient: the telegram is named below them.
_SIDES = regex(r"\s(?:to|à)\s", re.IGNORECASE)
_LONGEST = 600


def titled(text: str, chunks: Sequence[Span]) -> Heading | None:
    """The heading in the first run of lines, or in the second when the first is only the edition's number."""
    first = chunks[0]
    if len(chunks) > 1 and _LABEL.fullmatch(text, *first) and (below := _read(text, chunks[1])) and below.label is None:
        return below._replace(spans=(first, *below.spans), label=first)
    return _read(text, first)


def _read(text: str, chunk: Span) -> Heading | None:
    whole = _cut(text, chunk)
    m = _HEADING.match(text, *whole) if whole.end - whole.start <= _LONGEST else None
    if m and (french := _FRENCH.match(text, *m.span("title"))):
        return _of_whom(text, whole, french.end(), m)
    if m is None or not (_PARTIES.search(m["rest"]) or _BARE.fullmatch(m["rest"]) and (m["number"] or _ALONE.fullmatch(m["title"]))):
        return None
    if m["before"] and _SIDES.search(m["before"]):
        return None
    return Heading((whole,), _group(m, "label"), Span(*m.span("title")), _group(m, "number"))


def _of_whom(text: str, whole: Span, at: int, m: re.Match[str]) -> Heading | None:
    """A heading in French, when it says who writes to whom."""
    placed = _PLACED.search(text, at, whole.end)
    found = sides(text, Span(at, placed.start() if placed else whole.end))
    title = Span(*m.span("title"))
    return Heading((whole,), _group(m, "label"), title, None, sender=found.sender, recipients=found.recipients) if found else None


def _cut(text: str, chunk: Span) -> Span:
    """The lines above the first that is a dateline."""
    end = text.find("\n", *chunk)
    while 0 <= end - chunk.start <= _LONGEST:
        below = text.find("\n", end + 1, chunk.end)
        line = trim(text, end + 1, chunk.end if below < 0 else below)
        if dateline(text, line):
            return trim(text, chunk.start, end)
        end = below
    return chunk


def _group(m: re.Match[str], name: str) -> Span | None:
    return Span(*m.span(name)) if m[name] else None
