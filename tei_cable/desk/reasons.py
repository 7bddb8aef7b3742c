"""Why a mention is what it is: what the annotators weighed, for the eyes of an editor."""

from collections.abc import Iterable
from typing import NamedTuple

from tei_cable.model import Cable, Mention


class Reason(NamedTuple):
    """One mention: its words, their offset in the source, its kind, the entry it points at ("" for none), `@cert`, and what was weighed."""

    words: str
    start: int
    kind: str
    ref: str
    cert: str
    why: str

    def __str__(self) -> str:
        """The reason as one line."""
        who = f" → {self.ref}" if self.ref else " → no link"
        sure = f" (cert {self.cert})" if self.cert else ""
        return f"{self.start}: {self.kind} “{self.words}”{who}{sure}: {self.why or 'no more is known of it than where it stands'}"


def reasons(cable: Cable, asked: str) -> Iterable[Reason]:
    """The reasons for the mentions that hold the words `asked`, or, when it is a number, the character at that offset of the source."""
    text = cable.source.text
    for m in cable.mentions:
        words = " ".join(text[m.span.start : m.span.end].split())
        if _tells(m) and (m.span.start <= int(asked) < m.span.end if asked.isdigit() else asked.casefold() in words.casefold()):
            yield Reason(words, m.span.start, m.kind, m.ref, m.cert, m.evidence)


def _tells(m: Mention) -> bool:
    """Whether a mention points at something, or may: a title inside a name does not."""
    return bool(m.ref or m.evidence) or m.kind in ("persName", "rs")
