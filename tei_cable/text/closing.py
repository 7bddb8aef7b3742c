"""What stands after a telegram's text: the signature, and lines of archives, clerks and distribution."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tei_cable.model import Block, Mention, Span
from tei_cable.text.dateline import dateline
from tei_cable.text.layout import MARKER, lines
from tei_cable.text.regex import regex

_NAME = r"[A-ZÀ-ÖØ-ÞА-Я][\w.'\u2019-]*"
_SIGNED = regex(
    rf"[\[\"\u201c(]*(?:/[-\u2013s]?/\s*|\(?[Ss]igned\)?:?\s*|\[[Ss]igned\]\s*)?"
    rf"(?P<name>{_NAME}(?:\s+(?:{_NAME}|de|du|von|van|bin|and|la|le)){{0,4}})(?P<stop>[.,]?)[\]\"\u201c\u201d\u00bb)]*(?:{MARKER})*"
)
_UNSIGNED = regex(r"\[?(?:Message [Uu]nsigned|Not signed|Unsigned|No signature)\]?\.?")
# Words that stand alone at the end of a text and sign nothing.
_NO_NAME = regex(
    r"(?:End|Begin|Comment|Summary|Text|Approve|Disapprove|Regards|Best|Warm|Sincerely|Faithfully|Respectfully|Respects|White House|"
    r"Alternatively|Yes|No|Background|Note|Notes|Unnumbered|Copy|None|Omitted|Continued|Attachment|Enclosure|Annex|FYI|NNNN?)\b|(?-i:PAGE\b)",
    re.IGNORECASE,
)
# "S S S S": signs that end a transmission.
_LETTERS = regex(r"[A-Z](?:\s[A-Z])+")
_CLASS = regex(r"(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|RESTRICTED|(?:LIMITED )?OFFICIAL USE(?: ONLY)?|N{3,4})")
_LINES = (
    ("reference", regex(r"REFERENCES?\s*:|Reference\s*:")),
    ("distribution", regex(r"(?:Distribution|DISTRIBUTION|Copies|Copy|cc|Cc|CC)(?:\s+to)?\s*:")),
    ("clerk", regex(r"(?:Received|Deciphered|Typed|Copied|Drafted|Encrypted|Decoded) by\s*:?|[A-Z]{2,4}[:/][a-z]{2,3}$")),
    (
        "archive",
        regex(r"\[[A-Z]{2,4}\s?:\s?.+\]$|[A-Z]{2,8}(?: RF)?[,.].{0,30}\b(?:[FfLlDd]\.|[Oo]p\.|[Ff]ond|[Oo]pis|[Ll]ist|[Dd]elo)\s?\d.*$|Source:"),
    ),
)
_LONGEST_LINE, _MOST, _LONGEST_NAME = 200, 8, 60


@dataclass(slots=True)
class Closing:
    """The closer's blocks and mentions, the name that signs (None when nobody does), and the paragraphs that remain for the text."""

    rest: list[Span]
    blocks: list[Block] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    signed: Span | None = None


def closing(text: str, chunks: Sequence[Span]) -> Closing:
    """Take signature and last lines off the end of a text. At least one paragraph is left."""
    made = Closing(list(chunks))
    while len(made.rest) > 1 and len(made.blocks) < _MOST:
        blocks = _read(text, made.rest, made)
        if blocks is None:
            break
        made.blocks = blocks + made.blocks
        made.rest.pop()
        if made.signed:
            break
    if not any(b.kind != "fw" for b in made.blocks):
        return Closing(list(chunks))
    return made


def _read(text: str, chunks: list[Span], made: Closing) -> list[Block] | None:
    """The last run of lines as blocks of a closer; None when it has other words."""
    last = chunks[-1]
    if last.end - last.start > _LONGEST_LINE * _MOST:
        return None
    if text[last.start : last.end] == "]" and len(chunks) > 3 and text[slice(*chunks[-3])] == "[" and (m := _name(text, chunks[-2])):
        # an editor's brackets round the signature, each on a line
        made.signed = Span(*m.span("name"))
        del chunks[-2:]
        return [Block("closer/signed", (Span(chunks[-1].start, last.end),))]
    found: list[Block] = []
    for line in reversed(lines(text, last)):
        block = _line(text, line, made)
        if block is None:
            return None
        found = block + found
    return found


def _line(text: str, line: Span, made: Closing) -> list[Block] | None:
    if line.end - line.start > _LONGEST_LINE:
        return None
    if _CLASS.fullmatch(text, *line):
        return [Block("fw", (line,), {"type": "class"})]
    kind = next((kind for kind, pattern in _LINES if pattern.match(text, *line)), "")
    if kind:
        return [Block("closer/seg", (line,), {"type": kind})]
    if m := _name(text, line):
        made.signed = Span(*m.span("name"))
        return [Block("closer/signed", (line,))]
    if _UNSIGNED.fullmatch(text, *line):
        return [Block("closer/signed", (line,))]
    return _dated(text, line, made)


def _name(text: str, line: Span) -> re.Match[str] | None:
    """A match when the line is a name and nothing else."""
    if line.end - line.start > _LONGEST_NAME:
        return None
    m = _SIGNED.fullmatch(text, *line)
    return None if m is None or m["stop"] or _NO_NAME.match(m["name"]) or _LETTERS.fullmatch(m["name"]) else m


def _dated(text: str, line: Span, made: Closing) -> list[Block] | None:
    """A date and a signature on one line."""
    at = line.start
    while (at := text.find(" ", at + 1, line.end)) > 0:
        date = Span(line.start, at)
        if (said := dateline(text, date)) and (m := _name(text, Span(at + 1, line.end))):
            made.mentions += said.mentions
            made.signed = Span(*m.span("name"))
            return [Block("closer/dateline", (date,)), Block("closer/signed", (Span(at + 1, line.end),))]
    return None
