"""Any text at all: its paragraphs, as they are."""

import re

from tei_cable.model import Block, Cable, Field, Source, Span
from tei_cable.readers import Reading

_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?![ \t]*\n))*")


class Plain:
    """Refuses nothing; makes one `p` of each run of lines without a blank line."""

    name = "plain"

    def refuse(self, source: Source, region: Span) -> str | None:
        """None: every text can be read so."""
        return None

    def read(self, source: Source, region: Span) -> Reading:
        """Paragraphs, and nothing more."""
        found = _PARAGRAPH.finditer(source.text, region.start, region.end)
        blocks = tuple(Block("p", (Span(m.start(), m.start() + len(m[0].rstrip())),)) for m in found)
        return Reading(Cable(source, self.name, "en", (Field("language", "", attrs={"ident": "en"}),), blocks))


part = Plain()
