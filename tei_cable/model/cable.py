"""A telegram as spans that point into an immutable text.

All but the source are named tuples, for a frozen dataclass takes three times as long to make.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from tei_cable.model.entity import Entity

Attrs = Mapping[str, str]
_NONE: Attrs = {}
_tuple = tuple.__new__


class Span(NamedTuple):
    """Characters `start` to `end` (not included) of a source's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """The plain text of one file, as loaded: lines end in a line feed, and characters that XML forbids are replaced one for one.

    `sha256` is that of the file's bytes, in hexadecimal; `encoding` the one they were decoded with.
    """

    text: str
    path: str | None
    sha256: str
    encoding: str = "utf-8"


class Block(NamedTuple):
    """A run of text that TEI encodes as one block.

    `kind` is the path of elements below the telegram's `div` (`head`, `opener/dateline`, `opener/seg`, `opener/salute`, `p`,
    `closer/salute`, `closer/signed`, `closer/seg`, `pb`, `fw`). Several spans make one block when a page (or a note at its foot) cuts
    it; they join with one blank. `within` names the quoted letter that the block belongs to, if any.
    """

    kind: str
    spans: tuple[Span, ...]
    attrs: Attrs = _NONE
    within: str = ""


class Note(NamedTuple):
    """A numbered note: `spans` is its text, `anchor` the offset at which it attaches (None: nobody knows).

    `marker` is what stands in the text for it and `label` what stands before its own text; both leave the text. `kind` is the
    TEI `type` ("source" or nothing), `cert` is set when the place was inferred, `resp` when another than the program answers for it.
    """

    n: str
    anchor: int | None
    spans: tuple[Span, ...]
    marker: Span | None = None
    label: Span | None = None
    kind: str = ""
    place: str = "foot"
    cert: str = ""
    resp: str = ""


class Mention(NamedTuple):
    """A span inside one block or note that TEI encodes as an inline element.

    `kind` is the element (`persName`, `date`, `ref`, `supplied` …), with these for what is more than one element: `sic`, `abbr` and
    `orig` (a `choice`, the addition in `attrs` under `corr`, `expan` or `reg`), `gap` (a note with a gap), `list` and `item`; and
    `pb`, `lb`, `ptr`, whose words leave the text. `ref` is the id of an entity, `evidence` says for people why the mention was made.
    """

    span: Span
    kind: str
    ref: str = ""
    attrs: Attrs = _NONE
    cert: str = ""
    evidence: str = ""

    @staticmethod
    def over(start: int, end: int, kind: str, ref: str = "", attrs: Attrs = _NONE, cert: str = "", evidence: str = "") -> "Mention":
        """A mention of the characters `start` to `end`; made so, where there are many, it takes half the time."""
        return _tuple(Mention, (_tuple(Span, (start, end)), kind, ref, attrs, cert, evidence))


class Field(NamedTuple):
    """One fact of the header. `name` is its place there (see `tei.header.SLOTS`), `value` its words.

    `span` is where the words stand, if they do; `origin` says in words where the fact was found; `attrs` holds `ref`, `when`, `cert`,
    `ident`, `n` and the like.
    """

    name: str
    value: str
    span: Span | None = None
    origin: str = ""
    attrs: Attrs = _NONE


class Furniture(NamedTuple):
    """Words of the source that leave the text without an element of their own: labels of a page's metadata, list bullets, arrows."""

    span: Span
    kind: str


class Cable(NamedTuple):
    """One telegram: its source, and spans into it.

    Blocks, notes, their markers and labels, furniture and the spans of fields cover every character of the source that is not white
    space. Mentions are sorted by start, the longer first, and nest; `entities` are the persons, places, organisations and
    terms that mentions and fields point at, in order of first appearance. `lang` is BCP 47, or "und".
    """

    source: Source
    dialect: str
    lang: str = "und"
    fields: tuple[Field, ...] = ()
    blocks: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    mentions: tuple[Mention, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    entities: tuple[Entity, ...] = ()

    def first(self, name: str) -> Field | None:
        """The first field of that name, or None."""
        return next((f for f in self.fields if f.name == name), None)
