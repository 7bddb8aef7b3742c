"""Readers: one folder for each layout of telegram.

To write one: make a folder here (or a package with an entry point in the group `tei_cable.readers`) whose `part` is a `Reader`.
1. `name` is what `--dialect` calls it.
2. `claim` looks at the text and says how sure it is that this is its layout, and why, in words. It weighs several marks of the layout, since
   each may be missing. It is asked of every reader for every text, so it looks for a rare word first; it never raises.
3. `read` turns the text between two offsets into blocks, notes and fields. It never raises, on any text; every character that is not white
   space belongs to a block, a note, a marker or label of a note, a field or the furniture.
4. A wrapper (an archive's page round a telegram) leaves the telegram to the others: it returns `inner`, the span of it.
5. Findings go into the reading's diagnostics, each with a `Code` that the reader declares.
6. Put specimens with what is expected of them into `cases/*.md`.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from tei_cable.model import Cable, Diagnostic, Source, Span


class Claim(NamedTuple):
    """How sure a reader is that a text is of its layout: from 0 (it refuses) to 1, and why, in a sentence."""

    score: float
    why: str


def weighed(found: Sequence[str], own: Collection[str], refused: Claim, least: float = 0.6, step: float = 0.12) -> Claim:
    """The claim of a reader that found these marks of its form: sure with two, the surer the more; in doubt with one that no other form has.

    `own` are the marks that no other form has; `refused` is the claim without evidence.
    """
    if len(found) > 1:
        return Claim(min(0.94, least + step * len(found)), f"There is {', '.join(found)}.")
    return Claim(0.5, f"There is {found[0]}.") if found and found[0] in own else refused


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of a text; `inner` is the part of it that is left to another reader. `why` it was chosen, the pipeline says."""

    cable: Cable
    diagnostics: tuple[Diagnostic, ...] = field(default=())
    inner: Span | None = None
    why: str = ""


class Reader(Protocol):
    """Reads one layout of telegram."""

    name: str

    def claim(self, source: Source, region: Span) -> Claim:
        """How sure the reader is that the text of `region` is of this layout, and why."""

    def read(self, source: Source, region: Span) -> Reading:
        """The cable in the text of `region`. Never raises."""
