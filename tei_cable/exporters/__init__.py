"""Exporters: one folder for each format that TEI is written in.

To write one, make a folder here (or, in another package, an entry point in the group `tei_cable.exporters`) whose `part` is an `Exporter`.
1. `suffix` is that of its files; `takes` is "one" (a file for each telegram), "two" (a file for two) or "many" (a file for all).
2. `loses` names what the format cannot hold, in the words of `render.losses.KINDS`: an export counts it, `tei-cable formats` lists it.
3. `write` takes the telegrams and gives the file, or for a format of several files their bytes by name. Same telegrams, same bytes.
4. `render.view.read` gives blocks and notes as nested nodes: walk them, and leave offsets alone. `render.facts` has the header in words.
5. Notes keep their printed numbers (`Note.n`) and their places. `Mention.cert` is a doubt: show it where the format can.
6. All text is other people's: build XML and HTML from elements, JSON and CSV with the library, and never by pasting strings.
7. A library that is not of the standard library is imported in `write`, by `needed`, and stands in pyproject.toml as an optional extra.
8. `library` says what writes the format and `tested` how it is tested: both are for the table of formats.
9. Exporters never import one another; what two of them need goes into `render/`.
10. Tests: `tests/exporters/` runs every exporter on all specimens; a format's own tests read with its own reader what was written.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import ClassVar, NamedTuple

from tei_cable.extras import Missing, needed
from tei_cable.model import Cable
from tei_cable.render.losses import Loss, counted

__all__ = ["Export", "Exporter", "Missing", "needed"]

Data = bytes | Mapping[str, bytes]


class Export(NamedTuple):
    """What was written, one file or several by name, and what of the telegrams is not in it."""

    data: Data
    losses: tuple[Loss, ...]


class Exporter(ABC):
    """Writes telegrams in one format. The class's docstring says in a line what the format is for."""

    suffix: ClassVar[str]
    takes: ClassVar[str]
    loses: ClassVar[tuple[str, ...]]
    library: ClassVar[str] = "standard library"
    tested: ClassVar[str]

    @abstractmethod
    def write(self, cables: Sequence[Cable]) -> Data:
        """The telegrams in this format; `cables` is exactly one when `takes` is "one", and two when it is "two"."""

    def export(self, cables: Sequence[Cable]) -> Export:
        """The telegrams in this format, and the losses. Raises Missing."""
        return Export(self.write(cables), counted(cables, self.loses))
