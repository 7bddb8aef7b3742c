"""Forms that a ministry's cipher office fills in: header lines and closing lines as tables of rows, one table a form.

A row says how a line begins. What a line has beyond that is a line again: so forms are read whose lines a web page or a PDF has joined.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from tei_cable.model import Block, Field, Mention, Span
from tei_cable.text import telegram
from tei_cable.text.closing import Closing, closing
from tei_cable.text.dates import when
from tei_cable.text.heading import Heading
from tei_cable.text.layout import lines, paragraphs, phrase, trim
from tei_cable.text.opening import Opening, opening
from tei_cable.text.regex import regex
from tei_cable.text.telegram import Telegram

# Lines of a header and of a closer at the most.
_MOST, _LAST = 60, 8
# Characters of a line that no hard-wrapped text has.
_WRAPPED = 120
# Characters of a closing line, which may be several lines of a page.
_LONGEST = 1200

# A signature that is a person's name.
_NAME = regex(r"[^\W\d_a-zß-ÿ][\w.'\u2019-]*(?:\s[\w.'\u2019-]+){0,4}")
HANDWRITTEN = regex(r"\[\s?[Hh]andwritten[^\]\n]{0,200}\][^\S\n]*(?:[^\S\n]\d{1,5})?")
COPYING = regex(
    r"(?:Making (?:of )?copies (?:is )?(?:prohibited|forbidden)|(?:Reproduction|Copying) (?:is )?(?:prohibited|forbidden))\.?",
    re.IGNORECASE,
)
COPY = regex(r"Copy\s?no\.?\s?\d{1,3}\b\.?", re.IGNORECASE)
# A desk's note under the telegram; the archive's shelf mark.
DESK = regex(r"(?:REFERENCES?|Reference|NOTE OF(?: THE)? [A-Z][\w/ ]{0,30})\s?:.*", re.DOTALL)
SHELF = regex(r"\[?(?:Source:\s*)?[A-Z][A-Za-z]{1,7}(?:\sRF)?[,.]?\s.{0,40}\b(?:[Ff]\.|[Ff]ond)\s?\d.{0,160}")


class Row(NamedTuple):
    """A kind of line: the type of its `seg` ("head" and "dateline" are elements of their own), how it begins, and what reads it."""

    kind: str
    pattern: re.Pattern[str]
    take: Callable[[Opening, re.Match[str]], None] | None = None


class Last(NamedTuple):
    """A kind of closing line: the type of its `seg`, or "signed" with the group `name`; a group `date` before it is the closer's dateline."""

    kind: str
    pattern: re.Pattern[str]


def units(text: str, region: Span) -> list[Span]:
    """The paragraphs of a region; where no blank lines part them, but lines too long for hard-wrapped text show, the lines."""
    found = []
    for chunk in paragraphs(text, region):
        rows = lines(text, chunk) if chunk.end - chunk.start > _WRAPPED and text.find("\n", *chunk) > 0 else [chunk]
        found += rows if any(b - a > _WRAPPED for a, b in rows) else [chunk]
    return found


def opened(text: str, chunks: Sequence[Span], rows: Sequence[Row]) -> Opening:
    """Take the lines off the front that begin as a row says, and those that any telegram's header may have."""
    made = Opening(list(chunks))
    for chunk in chunks:
        at = chunk.start
        while at < chunk.end:
            end = text.find("\n", at, chunk.end)
            line = trim(text, at, chunk.end if end < 0 else end)
            stop = _take(text, line, rows, made)
            if stop is None or len(made.blocks) > _MOST:
                made.rest[0] = Span(at, chunk.end)
                return made
            at = trim(text, stop, chunk.end).start
        made.rest.pop(0)
    return made


def _take(text: str, line: Span, rows: Sequence[Row], made: Opening) -> int | None:
    """Where the header line at the start of `line` ends; None when none begins there."""
    for row in rows:
        if (m := row.pattern.match(text, *line)) and m.end() > line.start:
            span = trim(text, *m.span())
            made.blocks.append(block("opener", row.kind, span))
            if row.take:
                row.take(made, m)
            return m.end()
    known = opening(text, [line])
    if known.rest:
        return None
    made.blocks += known.blocks
    made.mentions += known.mentions
    made.fields += known.fields
    return line.end


def block(part: str, kind: str, span: Span) -> Block:
    """The block of a line of `part` ("opener", "closer")."""
    if kind == "head":
        return Block("head", (span,))
    return Block(f"{part}/{kind}", (span,)) if kind in ("dateline", "signed") else Block(f"{part}/seg", (span,), {"type": kind})


def closed(text: str, chunks: Sequence[Span], rows: Sequence[Last]) -> Closing:
    """Take the lines off the end that are as a row says, and above them what any telegram may close with. One paragraph is left."""
    made = Closing(list(chunks))
    while made.signed is None and len(made.blocks) < _LAST and made.rest:
        chunk = made.rest[-1]
        *above, line = lines(text, chunk)
        if len(made.rest) > 1 and _fitting(text, chunk, rows):
            above, line = [], chunk
        found = _fitting(text, line, rows)
        if found is None or not above and len(made.rest) == 1:
            break
        made.blocks = [*_last(*found, line, made), *made.blocks]
        if above:
            made.rest[-1] = Span(made.rest[-1].start, above[-1].end)
        else:
            made.rest.pop()
    if made.signed:
        return made
    upper = closing(text, made.rest)
    upper.blocks += made.blocks
    upper.mentions += made.mentions
    return upper


def _fitting(text: str, line: Span, rows: Sequence[Last]) -> tuple[Last, re.Match[str]] | None:
    if line.end - line.start > _LONGEST:
        return None
    return next(((row, m) for row in rows if (m := row.pattern.fullmatch(text, *line))), None)


def _last(row: Last, m: re.Match[str], line: Span, made: Closing) -> list[Block]:
    """The blocks of a closing line."""
    if row.kind != "signed":
        if row.kind == "dateline" and (attrs := when(phrase(m.string, *line))):
            made.mentions.append(Mention(line, "date", attrs=attrs))
        return [block("closer", row.kind, line)]
    made.signed = Span(*m.span("name"))
    if not m.groupdict().get("date"):
        return [block("closer", "signed", line)]
    date = Span(*m.span("date"))
    attrs = when(m["date"])
    if attrs and not next(iter(attrs.values())).startswith("--"):
        made.mentions.append(Mention(date, "date", attrs=attrs))
    return [block("closer", "dateline", date), block("closer", "signed", trim(m.string, date.end, line.end))]


def read(
    text: str, chunks: Sequence[Span], opened: Callable[[str, Sequence[Span]], Opening], last: Sequence[Last] = (), head: Heading | None = None
) -> Telegram:
    """The telegram in these `units`: `opened` takes the header lines off the front, and `last` are the kinds of closing lines."""
    made = telegram.read(text, chunks, head, opened, partial(closed, rows=last))
    _signed(text, made)
    return made


def states(field: str) -> Callable[[Opening, re.Match[str]], None]:
    """What reads a line whose group `who`, where it has one, is the value of a field."""

    def take(made: Opening, m: re.Match[str]) -> None:
        if m["who"]:
            made.add(field, m["who"], Span(*m.span("who")))

    return take


def state(made: Opening, m: re.Match[str]) -> None:
    """The fields that the groups of a match name: class, precedence, caveat, number, title."""
    for name, words in m.groupdict().items():
        if words:
            made.add(name, words, Span(*m.span(name)))


def dated(made: Opening, m: re.Match[str]) -> None:
    """The groups `place` and `date` of a dateline."""
    date, place = Span(*m.span("date")), Span(*m.span("place"))
    if attrs := when(m["date"]):
        made.mentions.append(Mention(date, "date", attrs=attrs))
        made.add("created", m["date"], date, attrs)
        made.add("sent/date", "", None, attrs)
    made.mentions.append(Mention(place, "placeName"))
    made.add("sent/placeName", m["place"], place)


def numbered(made: Opening, text: str, number: re.Pattern[str]) -> bool:
    """Whether the text begins with the telegram's own number, as `number` (with a group `number`) finds it; it becomes a label and a field."""
    m = number.match(text, *made.rest[0]) if made.rest else None
    if m is None:
        return False
    where = Span(*m.span("number"))
    made.mentions.append(Mention(where, "label", attrs={"type": "telegramNumber"}))
    made.fields.insert(0, Field("number", m["number"], where, "first paragraph"))
    return True


def entitled(text: str, rows: Sequence[Span], made: Opening) -> None:
    """Lines that say what the telegram is about: they are its title."""
    if rows:
        made.blocks += [block("opener", "subject", span) for span in rows]
        whole = Span(rows[0].start, rows[-1].end)
        made.add("title", phrase(text, *whole), whole)


def _signed(text: str, made: Telegram) -> None:
    """Who signs is the sender, beside the post that the header names."""
    if any(f.name == "sent/persName" for f in made.fields):
        return
    name = next((s for b in made.blocks if b.kind == "closer/signed" for s in b.spans), None)
    if name and _NAME.fullmatch(words := phrase(text, *name)):
        made.fields += [Field("author", words, name, "signature"), Field("sent/persName", words, name, "signature")]


def marks(text: str, region: Span, front: int, found: Iterable[tuple[str, re.Pattern[str]]], cues: Sequence[str] = ()) -> list[str]:
    """The names of those marks of a form that stand among the first `front` characters of a region; none where no cue stands, if there are cues."""
    end = min(region.end, region.start + front)
    if cues and not any(text.find(cue, region.start, end) >= 0 for cue in cues):
        return []
    return [name for name, pattern in found if pattern.search(text, region.start, end)]
