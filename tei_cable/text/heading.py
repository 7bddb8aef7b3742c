"""The heading line of a telegram: "104. Telegram From the A to the B", "Telegram number 6179-6185"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tei_cable.model import Span
from tei_cable.text.dateline import dateline
from tei_cable.text.layout import MARKER, trim

# What a telegram is called; with what stands before the word ("Circular", "Copy of a", "Ciphered").
_KIND = r"(?:Tele(?:gram|type)|T[eé]l[eé]gramme|Telegramm|Telegrama|Telegramma|Cable(?:gram)?|Ciphergram|Airgram|Radiogram)"
_BEFORE = r"(?:[^\W\d_][\w'\u2019-]*\s+){0,5}?"
_RANGE = r"\d[\d/]*(?:\s?(?:[-\u2013\u2014]|à|bis|to)\s?\d+)?"
_NUMBER = rf"(?:(?:number|nummer|n[or]s?\b\.?|n[º°]|#)\s*)?(?P<number>(?:[A-Z][a-z]+\s)?(?:[A-Z]{{1,5}}[-\u2013]?)?{_RANGE})(?=[\s,\[.:]|$)"
_HEADING = re.compile(
    rf"(?:(?P<label>(?:No\.\s)?\d{{1,4}}[A-Za-z]?(?:\.|(?=\s)))(?:{MARKER})?\s*)?(?P<title>{_BEFORE}{_KIND}\b(?:\s+{_NUMBER})?(?P<rest>.*))",
    re.IGNORECASE | re.DOTALL,
)
_PARTIES = re.compile(r"\b(?:[Ff]rom|FROM)\s*(?:the)?\s*[A-Z]|\b(?:to|TO)\s+(?:the\s+)?[A-Z]", re.DOTALL)
_ALONE = re.compile(r"(?:[A-Z]+\s)?TELEGRAM")
_LABEL = re.compile(r"(?:No\.\s)?\d{1,4}[A-Za-z]?\.?")
_BARE = re.compile(rf"(?:\s*{MARKER}|[.:])*")
_LONGEST = 600


class Heading(NamedTuple):
    """A heading: its spans, the edition's number of the document, the title without it, and the telegram's number if it names one.

    `rest` are the lines below it when no blank line parts them from it.
    """

    spans: tuple[Span, ...]
    label: Span | None
    title: Span
    number: Span | None
    rest: Span | None = None


def heading(text: str, chunks: Sequence[Span]) -> Heading | None:
    """The heading in the first run of lines (or in the second, when the first is only the edition's number); None when there is none."""
    if not chunks:
        return None
    first = chunks[0]
    if len(chunks) > 1 and _LABEL.fullmatch(text, *first) and (below := _read(text, chunks[1])) and below.label is None:
        return below._replace(spans=(first, chunks[1]), label=first)
    return _read(text, first)


def _read(text: str, chunk: Span) -> Heading | None:
    whole, rest = _cut(text, chunk)
    m = _HEADING.match(text, *whole) if whole.end - whole.start <= _LONGEST else None
    if m is None or not (_PARTIES.search(m["rest"]) or _BARE.fullmatch(m["rest"]) and (m["number"] or _ALONE.fullmatch(m["title"]))):
        return None
    return Heading((whole,), _group(m, "label"), Span(*m.span("title")), _group(m, "number"), rest)


def _cut(text: str, chunk: Span) -> tuple[Span, Span | None]:
    """The lines above the first that is a dateline, and the lines from there on."""
    end = text.find("\n", *chunk)
    while 0 <= end - chunk.start <= _LONGEST:
        below = text.find("\n", end + 1, chunk.end)
        line = trim(text, end + 1, chunk.end if below < 0 else below)
        if dateline(text, line):
            return trim(text, chunk.start, end), Span(line.start, chunk.end)
        end = below
    return chunk, None


def _group(m: re.Match[str], name: str) -> Span | None:
    return Span(*m.span(name)) if m[name] else None
