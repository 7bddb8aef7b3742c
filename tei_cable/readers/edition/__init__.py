"""A telegram as a documentary edition prints it: heading, dateline, header lines, text, signature, notes.

The American edition in its two forms, the Australian, the British, the Canadian and the French one differ in their headings
(`text.headings`) and in the lines below them (`text.headerlines`); the rest is read alike.
"""

import re

from tei_cable.model import Code, Furniture, Severity, Source, Span
from tei_cable.readers import Claim, Reading
from tei_cable.text.headerlines import header_line
from tei_cable.text.heading import Heading, heading
from tei_cable.text.layout import lines, paragraphs, trim
from tei_cable.text.regex import regex
from tei_cable.text.telegram import read

SEVERAL = Code("T017", "several-telegrams", Severity.WARNING)
# The heading of a further telegram in the same file; notes that name one write "from".
_FURTHER = regex(r"\d{1,4}\.\s+(?:Circular\s+)?(?:Telegram|Airgram)\s+From\s+[^\n]+(?:\n[^\n]+)?\bto\b")
# A heading stands among the first characters, in one of the first runs of lines.
_FRONT, _RUNS = 900, 6
# Lines of the edition's site round a document.
_ABOVE = regex(r"(?:\s*(?:Skip to (?:main )?content|Historical [Dd]ocuments|Home|Print)[^\S\n]*\n)+")
_BELOW = regex(r"(?:\n\s*(?:Last Updated: .{4,40}|Back to top|Share This Page|Print this page))+\s*$")
_TAIL = 200

_HEADLESS = Claim(
    0,
    "The first lines are no heading of a telegram with its parties or its number (“104. Telegram From … to …”, “Telegram number 12”, "
    "“840.20/3–2548: Telegram”, “X to Y” above “Cablegram 31”).",
)
_FORM = Claim(0.6, "The first lines are a form with blanks for sender, recipient and cipher.")
_FROM, _TO = regex(r"^\s*(?:From|FROM)\s*:", re.MULTILINE), regex(r"^\s*(?:To|TO)\s*:", re.MULTILINE)
# How sure a heading makes, and each further mark.
_HEADED, _MARK, _SUREST = 0.7, 0.1, 0.94
# How many lines below the heading are looked at.
_LINES = 4


class Edition:
    """Reads what begins with a heading of an edition's telegram."""

    name = "edition"

    def claim(self, source: Source, region: Span) -> Claim:
        """Sure when the first lines are the heading of a telegram, the surer the more of what stands round one is there."""
        text = source.text
        start = _document(text, region).start
        chunks = paragraphs(text, Span(start, min(region.end, start + _FRONT)))[:_RUNS]
        head = heading(text, chunks)
        if head is None:
            return _FORM if _is_form(text, start) else _HEADLESS
        marks = _marks(text, head, Span(start, chunks[-1].end))
        return Claim(min(_SUREST, _HEADED + _MARK * len(marks)), f"The first lines are a heading: {', '.join([head.form, *marks])}.")

    def read(self, source: Source, region: Span) -> Reading:
        """The telegram, its heading's facts and its source note's."""
        text = source.text
        document = _document(text, region)
        chunks = paragraphs(text, document)
        made = read(text, chunks, heading(text, chunks))
        site = [trim(text, region.start, document.start), trim(text, document.end, region.end)]
        made.furniture += (Furniture(s, "site") for s in site if s.start < s.end)
        hint = "Put each telegram into a file of its own, and convert them together."
        made.found += (SEVERAL.at(c, "A second telegram seems to begin here.", hint) for c in chunks[1:] if _FURTHER.match(text, *c))
        return Reading(made.cable(source, self.name), tuple(made.found))


def _document(text: str, region: Span) -> Span:
    """The document without the lines of the site round it."""
    above = _ABOVE.match(text, *region)
    start = above.end() if above else region.start
    below = _BELOW.search(text, max(start, region.end - _TAIL), region.end)
    return Span(start, below.start() if below else region.end)


def _is_form(text: str, start: int) -> bool:
    """Whether the text begins as the form of a message with blanks for sender, recipient and cipher."""
    if not any(text.find(word, start, start + _FRONT) >= 0 for word in ("n clair (", "N CLAIR (", "Cypher (", "TELETYPE MESSAGE")):
        return False
    return _FROM.search(text, start, start + _FRONT) is not None and _TO.search(text, start, start + _FRONT) is not None


def _marks(text: str, head: Heading, front: Span) -> list[str]:
    """What else shows that this is an edition's telegram: two marks are enough."""
    marks = [
        *(["sender and recipient"] if head.sender or " to " in text[slice(*head.title)] else []),
        *(["the edition's number"] if head.label else []),
    ]
    if len(marks) > 1:
        return marks
    kinds = {piece.kind for line in lines(text, Span(head.end, front.end))[:_LINES] for piece in header_line(text, line)}
    return [
        *marks,
        *(["a line of place and date below it"] if "dateline" in kinds else []),
        *(["lines of class and number below it"] if kinds & {"class", "number", "precedence"} else []),
    ]


part = Edition()
