"""Titles before a name: where they begin."""

from collections.abc import Mapping
from functools import cache

from tei_cable.annotators.persons.tokens import OPENING, before
from tei_cable.authority import states
from tei_cable.authority.titles import CREEDS, HEADS, INNER, OBJECTS, SMALL_HEADS
from tei_cable.model import Span

# Whose officers there are besides those of states.
_OTHERS = frozenset(
    "North South East West Saudi European Arab Asian African American Western Eastern US U.S. UK U.K. UN U.N. EEC Sov Bloc Sino".split()
)


def read_titles(text: str, at: int, floor: int, brackets: Mapping[int, int]) -> tuple[int, str, list[Span]]:
    """Where the titles before `at` begin, their words, and the span of each phrase (a bracket parts two phrases)."""
    roles: list[Span] = []
    words: list[str] = []
    while (span := before(text, at, floor)) and len(roles) < 3:
        end = span[1]
        if end in brackets and brackets[end] >= floor:
            inner = _phrase(text, end - 1, brackets[end] + 1, True)
            if inner != brackets[end] + 1:
                break
            roles.append(Span(inner, end - 1))
            at = brackets[end]
        else:
            start = _phrase(text, end, floor, False)
            if start == end:
                break
            roles.append(Span(start, end))
            at = start
        words.insert(0, text[roles[-1].start : roles[-1].end])
    return at, " ".join(words), roles[::-1]


def is_nation(word: str) -> bool:
    """Whether a word says whose officer somebody is: "Lebanese", "Soviet", "U.S."."""
    return word in _nations()


@cache
def _nations() -> frozenset[str]:
    return _OTHERS | CREEDS | {word for adjective in states.adjectives() for word in adjective.split()}


def _phrase(text: str, end: int, floor: int, bracketed: bool) -> int:
    """The start of the longest title that ends at `end`; `end` when there is none."""
    token = _token(text, end, floor)
    if token is None:
        return end
    start, word = token
    if word in OBJECTS:
        return _of(text, start, floor, end)
    if not _is_head(word):
        return end
    if word == "U" or (text[start - 1 : start] in OPENING and start > floor and not bracketed):
        return start
    while (token := _token(text, _blank(text, start, floor), floor)) and _is_inner(token[1]):
        start = token[0]
        if start > floor and text[start - 1] in OPENING:
            break
    return start


def _is_head(word: str) -> bool:
    if word in HEADS or word in SMALL_HEADS:
        return True
    if word.isupper():
        return len(word) > 2 and word.capitalize() in HEADS
    first, _, last = word.rpartition("-")
    return last in HEADS and first in INNER


def _is_inner(word: str) -> bool:
    return word in INNER or is_nation(word) or _is_head(word) or (word.isupper() and len(word) > 3 and word.capitalize() in INNER)


def _of(text: str, start: int, floor: int, end: int) -> int:
    """The start of "Secretary of State", "Minister of National Defense", "Chief of Staff" before a name."""
    for _ in range(3):
        token = _token(text, _blank(text, start, floor), floor)
        if token is None:
            return end
        start = token[0]
        if token[1] == "of":
            head = _blank(text, start, floor)
            found = _phrase(text, head, floor, False) if head != start else head
            return found if found != head else end
        if not token[1][0].isupper():
            return end
    return end


def _blank(text: str, at: int, floor: int) -> int:
    """Where the word before ends: `at` without the blanks before it; `at` itself when there are none."""
    span = before(text, at, floor)
    return span[1] if span else at


def _token(text: str, end: int, floor: int) -> tuple[int, str] | None:
    """The word that ends at `end`, without opening quotes and brackets; None when a sign other than its full stop ends it."""
    if end <= floor or not (text[end - 1].isalpha() or text[end - 1] == "."):
        return None
    low = max(floor, end - 24)
    i = max(text.rfind(" ", low, end), text.rfind("\n", low, end), low - 1) + 1
    while i < end and text[i] in OPENING:
        i += 1
    return (i, text[i:end]) if i < end else None
