"""Spans of lines, and their words."""

from collections.abc import Iterable, Iterator

from tei_cable.model import Span
from tei_cable.text.regex import regex

# What stands for a character of a marker that is not bracketed once it is known for one (`text.veil`): a character that no text has.
VEIL = "\ufdd0"
# A marker of a note: number, letter or sign in brackets, or a veiled one.
MARKER = rf"(?:\[(?:\d{{1,5}}[a-z]?|[a-z]|[*†‡§]{{1,3}})\]|{VEIL}+)"

# XML white space only: a no-break space is a character of the text.
_BLANKS = regex(r"[ \t\n\r]+")


def squeeze(text: str) -> str:
    """Runs of white space as one blank."""
    return _BLANKS.sub(" ", text) if "\n" in text or "  " in text or "\t" in text or "\r" in text else text


def phrase(text: str, start: int, end: int) -> str:
    """The text between two offsets with its runs of blanks squeezed; a no-break space is no blank but a character of the text."""
    return squeeze(text[start:end]).strip(" ")


def pieced(text: str, start: int, end: int, gaps: Iterable[tuple[int, int]]) -> str:
    """The text between two offsets, squeezed, with one blank for each of the gaps that a page leaves in it."""
    parts, pos = [], start
    for cut, on in gaps:
        if start <= cut and on <= end:
            parts.append(text[pos:cut])
            pos = on
    return squeeze(" ".join([*parts, text[pos:end]]))


def trim(text: str, start: int, end: int) -> Span:
    """The span without white space at its edges."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def lines(text: str, span: Span) -> list[Span]:
    """The lines of a span that are not blank, trimmed."""
    found, pos = [], span.start
    while pos < span.end:
        end = text.find("\n", pos, span.end)
        end = span.end if end < 0 else end
        if pos < end and not (text[pos].isspace() or text[end - 1].isspace()):
            found.append(Span(pos, end))
        elif (line := trim(text, pos, end)).start < line.end:
            found.append(line)
        pos = end + 1
    return found


def places(text: str, words: str) -> Iterator[int]:
    """The offsets at which words stand in a text."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def unblank(text: str, at: int) -> int:
    """The offset after the white space at `at`."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def last_word(ending: str) -> str:
    """The letters that `ending` ends in."""
    at = len(ending)
    while at and ending[at - 1].isalpha():
        at -= 1
    return ending[at:]
