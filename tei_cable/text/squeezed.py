"""A text with its white space squeezed, and the way back to where its characters stand."""

from bisect import bisect_right
from functools import cached_property

from tei_cable.model import Span
from tei_cable.text.regex import regex

# Line ends that XML does not know as white space; a reader may drop them as such.
LINE_ENDS = str.maketrans("\x85\u2028\u2029", "\n\n\n")
_PARAGRAPH = regex(r"[ \t]*[\r\n][ \t]*[\r\n][ \t\r\n]*")
_LINE = regex(r"[ \t]*[\r\n][ \t]*")
_BLANKS = regex(r"  +|\t[ \t]*| \t[ \t]*")
_RUN = regex(r"[^ \t\r\n]+")
_FLAT = str.maketrans("\n\x0b", "  ")


class Squeezed:
    r"""`flat` has one blank for each run of XML white space and none at its ends.

    `lined` has the same characters at the same places, but a `\n` for a blank that was a line end and a `\v` for one that was an
    empty line.
    """

    def __init__(self, text: str):
        text = text.translate(LINE_ENDS)
        self._text = text
        self.lined = _BLANKS.sub(" ", _LINE.sub("\n", _PARAGRAPH.sub("\x0b", text.strip(" \t\r\n"))))
        self.flat = self.lined.translate(_FLAT)

    @cached_property
    def _starts(self) -> tuple[list[int], list[int]]:
        """Where each run of other characters begins, in `flat` and in the text."""
        flat, original, at = [], [], 0
        for m in _RUN.finditer(self._text):
            flat.append(at)
            original.append(m.start())
            at += m.end() - m.start() + 1
        return flat, original

    def origin(self, start: int, end: int) -> Span:
        """The span of the text that `flat[start:end]` comes from; neither end may be a blank."""
        return Span(self._place(start), self._place(end - 1) + 1 if end > start else self._place(start))

    def _place(self, at: int) -> int:
        flat, original = self._starts
        i = max(bisect_right(flat, at) - 1, 0)
        return original[i] + at - flat[i] if flat else 0
