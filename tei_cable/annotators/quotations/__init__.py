"""Tags quotations and words in quotation marks, the marks inside."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from tei_cable.annotators import Annotation, adding
from tei_cable.authority.scene import Scene
from tei_cable.model import Cable, Mention, Span
from tei_cable.text.layout import places
from tei_cable.text.regex import regex

# A mark that opens, and those that may close it; a straight mark, and one that faces the wrong way, open by what stands beside them.
_CLOSES = {"\u201c": '\u201d"', '"': '"\u201d', "\u00ab": "\u00bb", "\u201e": "\u201c\u201d", "\u201d": '\u201d"'}
_SURE = "\u201c\u00ab\u201e"
# French sets blanks inside its marks
_SPACED = "\u00ab\u00bb"
_MARKS = '"\u201c\u201d\u00ab\u00bb\u201e'
_BLOCKS = frozenset({"p", "head"})
_OPENING = " \n\t\u00a0([\u2014\u2013-/\u2018'"
# Single marks: an apostrophe never stands between a blank and a letter (but in "'62" and "'tis"), nor after a sign at a word's end.
_SINGLE = regex(r"['\u2018](?=[^\W\d])(?!(?:tis|twas|til|em)\b)")
_END = regex(r"(?:(?P<sure>(?<=[.,?!;:)]))|(?P<plural>(?<=[sS]))|(?<=[^\s]))['\u2019](?![\w])")
_LONGEST = 600


class Quotations:
    """Wakes at quotation marks and pairs them inside one paragraph; what opens and does not close is left alone."""

    needs: frozenset[str] = frozenset()
    gives = frozenset({"q"})
    cues: tuple[str, ...] = ()

    def annotate(self, cable: Cable, scene: Scene) -> Annotation:
        """The cable with its quotations."""
        text = scene.text
        marks = sorted(at for mark in _MARKS for at in places(text, mark))
        singles = sorted(at for mark in "\u2018'" for at in places(text, mark) if _opens(text, at))
        if not marks and not singles:
            return Annotation(cable)
        spans: list[Span] = []
        for start, end in _texts(cable):
            if inside := marks[bisect_left(marks, start) : bisect_left(marks, end)]:
                spans += _double(text, start, end, inside)
            if inside := singles[bisect_left(singles, start) : bisect_left(singles, end)]:
                spans += _single(text, end, inside)
        return Annotation(adding(cable, (Mention(span, "q") for span in sorted(spans))))


def _opens(text: str, at: int) -> bool:
    """Whether a single mark is no apostrophe: it stands between a blank or a mark and a letter."""
    return (at == 0 or text[at - 1] in _OPENING + '"\u201c') and _SINGLE.match(text, at) is not None


def _texts(cable: Cable) -> Iterable[Span]:
    """Where paragraphs, headings and notes begin and end."""
    parts = [b.spans for b in cable.blocks if b.kind in _BLOCKS] + [n.spans for n in cable.notes]
    return sorted(Span(spans[0].start, spans[-1].end) for spans in parts)


def _double(text: str, start: int, end: int, marks: Iterable[int]) -> Iterable[Span]:
    """Pairs of double marks, each closing mark with the last one open."""
    opened: list[int] = []
    for at in marks:
        before, after = text[at - 1 : at] if at > start else "", text[at + 1 : at + 2] if at + 1 < end else ""
        closes = opened and text[at] in _CLOSES[text[opened[-1]]] and (text[at] in _SPACED or not before.isspace()) and not after.isalnum()
        if closes:
            first = opened.pop()
            if any(c.isalnum() for c in text[first + 1 : at]):
                yield Span(first, at + 1)
        elif text[at] in _CLOSES and (text[at] in _SURE or (before in _OPENING and after.isalnum())) and (text[at] in _SPACED or not after.isspace()):
            opened.append(at)


def _single(text: str, end: int, openings: Sequence[int]) -> Iterable[Span]:
    """Pairs of single marks, where no apostrophe can be meant and no other mark opens between."""
    last = 0
    for at, following in zip(openings, [*openings[1:], end], strict=False):
        if at < last:
            continue
        found = list(_END.finditer(text, at + 4, min(following, at + _LONGEST)))
        if found and (found[0]["plural"] is None or len(found) == 1):
            last = found[0].end()
            yield Span(at, last)


part = Quotations()
