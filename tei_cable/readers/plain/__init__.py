"""Any text at all: its paragraphs, and as much of a telegram's form as shows."""

from tei_cable.model import Cable, Source, Span
from tei_cable.readers import Reading
from tei_cable.text.layout import paragraphs
from tei_cable.text.telegram import read


class Plain:
    """Refuses nothing."""

    name = "plain"

    def refuse(self, source: Source, region: Span) -> str | None:  # noqa: ARG002 (the contract of readers)
        """None: every text can be read so."""
        return None

    def read(self, source: Source, region: Span) -> Reading:
        """Paragraphs; before them the header lines, after them a signature, at their places the notes, where these are plain."""
        made = read(source.text, paragraphs(source.text, region), None)
        cable = Cable(source, self.name, made.lang, tuple(made.fields), tuple(made.blocks), made.notes, tuple(made.mentions), tuple(made.furniture))
        return Reading(cable, tuple(made.found))


part = Plain()
