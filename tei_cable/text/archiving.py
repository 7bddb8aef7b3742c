"""The line of an Australian edition that says where a document is kept, "[AA:A981, WAR 53A]": after the text, or after its notes."""

from collections.abc import Iterable, Iterator, Sequence

from tei_cable.model import Block, Field, Span
from tei_cable.text.layout import phrase, trim
from tei_cable.text.regex import regex

_LINE = regex(r"\[(?P<institution>[A-Z]{2,4})\s?:\s?(?P<collection>[^,\]\n]{1,30})(?:,\s*(?P<shelfmark>[^\]]{1,80}))?\]\.?")
_LONGEST = 130


def archived(text: str, chunks: Sequence[Span]) -> tuple[list[Span], list[Block]]:
    """The paragraphs without such a line at their end, and the line as a block of the closer: notes may stand above it."""
    *others, last = chunks or (Span(0, 0),)
    at = text.rfind("\n[", last.start, last.end) + 1 or last.start
    if not others or last.end - at > _LONGEST or text[at : at + 1] != "[" or not _LINE.fullmatch(text, at, last.end):
        return list(chunks), []
    above = trim(text, last.start, at)
    return [*others, *([above] if above.start < above.end else [])], [Block("closer/seg", (Span(at, last.end),), {"type": "archive"})]


def kept(text: str, blocks: Iterable[Block]) -> Iterator[Field]:
    """Archive, series and item that such a line names."""
    for block in blocks:
        if block.attrs.get("type") == "archive" and (m := _LINE.fullmatch(text, *block.spans[0])):
            for name in ("institution", "collection", "shelfmark"):
                if m[name]:
                    yield Field(name, phrase(text, *m.span(name)), Span(*m.span(name)), "archive line")
