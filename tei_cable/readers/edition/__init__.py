"""A telegram as a documentary edition prints it: heading, dateline, numbered text, signature, notes."""

from tei_cable.model import Cable, Source, Span
from tei_cable.readers import Claim, Reading
from tei_cable.text.heading import heading
from tei_cable.text.layout import paragraphs
from tei_cable.text.telegram import read

# A heading stands among the first characters.
_FRONT = 700

_HEADED = Claim(0.9, "The first lines are the heading of a telegram.")
_HEADLESS = Claim(0, "The first lines are no heading of a telegram with parties or number (“104. Telegram From … to …”, “Telegram number 12”).")


class Edition:
    """Reads what begins with a heading such as "104. Telegram From … to …" or "Telegram number 6179-6185"."""

    name = "edition"

    def claim(self, source: Source, region: Span) -> Claim:
        """Sure when the first lines are the heading of a telegram."""
        front = Span(region.start, min(region.end, region.start + _FRONT))
        return _HEADED if heading(source.text, paragraphs(source.text, front)[:2]) else _HEADLESS

    def read(self, source: Source, region: Span) -> Reading:
        """The telegram, its heading's facts and its source note's."""
        chunks = paragraphs(source.text, region)
        made = read(source.text, chunks, heading(source.text, chunks))
        cable = Cable(source, self.name, made.lang, tuple(made.fields), tuple(made.blocks), made.notes, tuple(made.mentions), tuple(made.furniture))
        return Reading(cable, tuple(made.found))


part = Edition()
