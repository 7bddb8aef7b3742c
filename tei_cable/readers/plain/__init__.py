"""Any text at all: its paragraphs, and as much of a telegram's form as shows."""

from tei_cable.model import Source, Span
from tei_cable.readers import Claim, Reading
from tei_cable.text.headings.named import named
from tei_cable.text.layout import paragraphs
from tei_cable.text.telegram import read

_LAST = Claim(0.05, "Any text can be read as plain paragraphs.")


class Plain:
    """Refuses nothing."""

    name = "plain"

    def claim(self, source: Source, region: Span) -> Claim:  # noqa: ARG002 (the contract of readers)
        """Every text can be read so, and any other reader reads its own better."""
        return _LAST

    def read(self, source: Source, region: Span) -> Reading:
        """Paragraphs; before them the header lines, after them a signature, at their places the notes, where these are plain."""
        chunks = paragraphs(source.text, region)
        made = read(source.text, chunks, named(source.text, chunks))
        return Reading(made.cable(source, self.name), tuple(made.found))


part = Plain()
