"""What the text of a note says about its place: the numbers it repeats, whether it speaks of a document, whether it says where this one is kept."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from tei_cable.model import Span
from tei_cable.text.notelists import NoteText, is_source
from tei_cable.text.regex import regex

_RUN = regex(r"[0-9]+")
# The word before a number: one of the edition, or of a message.
_EDITION = regex(r"(?:[Dd]ocuments?|[Ff]ootnotes?|pp?|[Vv]ols?|[Nn]otes?|[Pp]ages?|[Ll]ot|CF)\.?\s$")
_MESSAGE = regex(r"(?:(?:[Tt]ele|[Cc]able|[Aa]ir|[Cc]ipher)grams?|[Dd][ei]spatch(?:es)?|tels?|Nos?\.?|[A-Z][a-z]+to)\s$")
_WORD = 12
# How a note on a document begins.
_DOCUMENT = regex(
    r"[\[(\"\u201c]*(?:Not (?:printed|found|attached|identified|further|declassified)|See\b|Documents?\s|Dated\b|Printed\b|Ibid\b|Reference\s|"
    r"(?:In\s)?(?:[Tt]ele|[Cc]able|[Aa]ir|[Cc]ipher)grams?\b|(?:In\s)?(?:[Dd]e|[Dd]i)spatch|Same\b|Also\sprinted|Text\s|It\s(?:read|report|transmit))"
)


class Clues:
    """The notes' texts, asked by the index of the note, and the numbers in the text."""

    # what makes digits behind it a part of something else
    _PARTS = frozenset("0123456789./-\u2013")

    def __init__(self, text: str, body: Sequence[Span], notes: Sequence[NoteText]):
        self._text = text
        self._body = body
        self._notes = notes

    def words(self, i: int) -> str:
        """The words of a note."""
        spans = self._notes[i].spans
        return self._text[spans[0].start : spans[-1].end]

    def repeats(self, i: int, number: str) -> int:
        """Whether a note has a number of two digits and more: 2 as that of a message, 1 as another, 0 not (those of the edition do not count)."""
        words, best, at = self.words(i), 0, -1
        while len(number) > 1 and best < 2 and (at := words.find(number, at + 1)) >= 0:
            end = at + len(number)
            if words[at - 1 : at] in self._PARTS or words[end : end + 1].isdigit():
                continue
            before = words[max(0, at - _WORD) : at]
            if not _EDITION.search(before):
                best = max(best, 2 if _MESSAGE.search(before) else 1)
        return best

    def numbers(self, i: int) -> list[str]:
        """The numbers in a note, each once."""
        return list(dict.fromkeys(_RUN.findall(self.words(i))))

    @cached_property
    def all_numbers(self) -> frozenset[str]:
        """The numbers in all notes."""
        return frozenset(n for i in range(len(self._notes)) for n in _RUN.findall(self.words(i)))

    @cached_property
    def runs(self) -> Counter[str]:
        """How often each number stands in the text."""
        return Counter(n for span in self._body for n in _RUN.findall(self._text, *span))

    def on_document(self, i: int) -> bool:
        """Whether a note speaks of a document that the text mentions."""
        return _DOCUMENT.match(self._text, *self._notes[i].spans[0]) is not None

    @cached_property
    def source(self) -> int:
        """The index of the note that says where the document is kept; -1 when none does."""
        return next((i for i, n in enumerate(self._notes[:2]) if is_source(self._text, n)), -1)
