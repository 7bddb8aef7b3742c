"""Where the marker of a note may have been lost: numbers that cannot be right, and words that the note repeats."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tei_cable.model import Span
from tei_cable.text.evidence import Clues
from tei_cable.text.regex import regex

_RANGE = regex(r"(?<![\w/.,-])(\d{3,6})([-\u2013])(\d{4,10})(?![\w-])")
_FIRST = regex(r"[\"\u201c\u2018(\[]*(?P<name>[A-ZÀ-ÖØ-Þ][\w'\u2019-]{3,})")
_COMMON = regex(
    r"(?:Th(?:e|is|at|ese|ose|ere)|From|According|Department|Source|Note|Text|Also|When|While|After|Before|With|They|Both|Reference|Document)\b"
)
# The most by which the second number of a range of telegrams exceeds the first; the lost notes in a row for which words are compared.
_LONGEST_RANGE, _MANY = 60, 40


class Refuge(NamedTuple):
    """A place for a note without marker: after `span`, and how sure; `corr` is what the words there should be, if they cannot be right."""

    span: Span
    cert: str
    corr: str = ""


def anomalies(text: str, body: Sequence[Span]) -> list[Refuge]:
    """Ranges whose second number has digits too many: without them it follows the first closely."""
    found = []
    for span in body:
        for m in _RANGE.finditer(text, *span):
            first, cut = m[1], m[3][: len(m[1])]
            if len(m[3]) > len(first) and 0 < int(cut) - int(first) <= _LONGEST_RANGE:
                found.append(Refuge(Span(*m.span()), "medium", f"{first}{m[2]}{cut}"))
    return found


def refuges(text: str, region: Span, lost: Sequence[int], clues: Clues) -> Iterator[Refuge | None]:
    """A place in `region` for each of these notes (their indexes), in order: after the only place with a number or name that it repeats."""
    low, high = region
    for i in lost:
        found = _repeated(text, Span(low, high), i, clues) if len(lost) <= _MANY else None
        if found:
            low = found.span.end
        yield found


def _repeated(text: str, region: Span, i: int, clues: Clues) -> Refuge | None:
    for number in clues.numbers(i):
        least = 1 if len(number) > 2 else 2
        if (span := _only(text, region, number)) and clues.repeats(i, number) >= least:
            return Refuge(span, "medium")
    words = clues.words(i)
    if (first := _FIRST.match(words)) and not _COMMON.match(first["name"]) and (span := _only(text, region, first["name"])):
        return Refuge(span, "low")
    return None


def _only(text: str, region: Span, words: str) -> Span | None:
    """Where the words stand in a region, when they stand there once and by themselves."""
    if text.count(words, *region) != 1:
        return None
    start = text.find(words, *region)
    end = start + len(words)
    return None if text[start - 1 : start].isalnum() or text[end : end + 1].isalnum() else Span(start, end)
