"""Telegrams in teletype form (ACP-127), as the files of the State Department of 1973–79 keep them, with or without the archive's export round it."""

from collections.abc import Sequence

from tei_cable.model import Block, Cable, Code, Diagnostic, Field, Mention, Severity, Source, Span
from tei_cable.readers import Claim, Reading
from tei_cable.readers.teletype import attributes
from tei_cable.readers.teletype.body import Body, body, rows_blocks
from tei_cable.readers.teletype.claims import claim
from tei_cable.readers.teletype.facts import Facts, facts
from tei_cable.readers.teletype.frame import Frame, frame
from tei_cable.readers.teletype.head import Row, header
from tei_cable.readers.teletype.marks import Line, cut_words, lines, station
from tei_cable.text.language import language, name
from tei_cable.text.layout import phrase
from tei_cable.text.telegram import ordered

NO_INSTANT = Code("H128", "impossible-date-time-group", Severity.WARNING)
OTHER_ORDER = Code("H129", "unknown-executive-order", Severity.INFO)

# Of lines that nearly all have a blank line before them, that many must be there for the blank lines to mean nothing.
_FEW, _NEARLY_ALL = 8, 0.8
_ORDER = ("title", "author", "created", "number", "document", "class", "precedence", "caveat", "drafted", "approved", "cleared")
_LAST = {"sent/date": 1, "received/date": 1}


class Teletype:
    """Reads what has the header lines of a teletype: FM, TO, INFO, date-time group, executive order, TAGS, SUBJECT, REF."""

    name = "teletype"

    def claim(self, source: Source, region: Span) -> Claim:
        """The sum of the marks of the form that are there."""
        return claim(source.text, region)

    def read(self, source: Source, region: Span) -> Reading:
        """The telegram: header lines, paragraphs, quoted telegrams, signature; the export's fields as furniture."""
        text = source.text
        parts = frame(text, region)
        rows_of = lines(text, parts.message)
        blanks = _blanks(rows_of)
        rows, first = header(text, rows_of, 0, blanks)
        made = facts(text, rows)
        running = body(text, rows_of, first, blanks)
        found = [*running.found, *_doubts(text, made, rows_of), *attributes.add(text, parts.attributes, made)]
        _signed(text, running, made)
        blocks = ordered([*_front(text, parts), *rows_blocks(rows), *running.blocks, *_back(parts)])
        lang = _language(text, running, region)
        made.fields.append(Field("language", name(lang), None, "function words", {"ident": lang}))
        mentions = [*made.mentions, *_hyphens(text, rows), *running.mentions]
        cable = Cable(source, self.name, lang, tuple(_sorted(made.fields)), tuple(blocks), mentions=tuple(_inside(mentions, blocks)))
        return Reading(cable, tuple(found))


def _blanks(rows: Sequence[Line]) -> int:
    """How many blank lines part two paragraphs: one, or two in a text that has one after every line."""
    text = [row for row in rows[1:] if not row.mark]
    return 2 if len(text) >= _FEW and sum(row.blanks > 0 for row in text) >= len(text) * _NEARLY_ALL else 1


def _front(text: str, parts: Frame) -> list[Block]:
    """The lines above the telegram, with the heading "Message Text"."""
    return [Block("fw", (row.span,), {"type": "header"}) for row in lines(text, parts.front)]


def _back(parts: Frame) -> list[Block]:
    """The heading "Message Attributes" and each of the export's fields."""
    spans = [s for s in (parts.back, *(a.span for a in parts.attributes)) if s.start < s.end]
    return [Block("fw", (span,), {"type": "footer"}) for span in spans]


def _hyphens(text: str, rows: Sequence[Row]) -> list[Mention]:
    """Words of subjects and references that a line end cuts."""
    return [m for row in rows if row.kind in ("subject", "reference") for m in cut_words(text, row.span)]


def _inside(mentions: Sequence[Mention], blocks: Sequence[Block]) -> list[Mention]:
    """The mentions but for those in furniture."""
    gone = {span for b in blocks if b.kind.endswith("fw") for span in b.spans}
    return [m for m in mentions if m.span not in gone]


def _doubts(text: str, made: Facts, rows: Sequence[Line]) -> list[Diagnostic]:
    """A date-time group that is none, an executive order that is none, another number in the headings of the pages."""
    found = []
    if made.unreadable:
        words = phrase(text, *made.unreadable)
        found.append(NO_INSTANT.at(made.unreadable, f"“{words}” is no day and hour.", "The telegram was not dated by it."))
    for n, span in made.orders:
        found.append(OTHER_ORDER.at(span, f"Executive order {n} does not classify; 11652 and 12065 do.", "It may be garbled."))
    own, stated = made.first("number"), station(text, rows)
    if own and stated and own.value.isdigit():
        n = text[slice(*stated)].rsplit(maxsplit=1)[-1]
        if int(n) != int(own.value):
            message = f"The telegram has the number {own.value}, the headings of its pages {n}."
            found.append(attributes.OTHER_NUMBER.at(own.span, message, "Compare the two places; nothing was changed."))
    return found


def _signed(text: str, running: Body, made: Facts) -> None:
    """The one who signs is the author, and the sender beside the post."""
    if running.signed:
        words = phrase(text, *running.signed)
        made.fields.append(Field("author", words, running.signed, "signature"))
        made.fields.append(Field("sent/persName", words, running.signed, "signature"))


def _language(text: str, running: Body, region: Span) -> str:
    spans = [b.spans for b in running.blocks if b.kind == "p"]
    return language(text, Span(spans[0][0].start, spans[-1][-1].end) if spans else region)


def _sorted(fields: Sequence[Field]) -> list[Field]:
    """The fields in the header's order; the dates of a party after its names, a person before the post."""

    def key(f: Field) -> tuple[int, int]:
        return (_ORDER.index(f.name) if f.name in _ORDER else len(_ORDER), _LAST.get(f.name, -1 if f.name == "sent/persName" else 0))

    return sorted(fields, key=key)


part = Teletype()
