"""Recognisers: other people's programs that propose names, one folder for each way to ask one.

To write one: make a folder here (or a package with an entry point in the group `tei_cable.recognisers`) whose `part` is a `Kind`.
1. `part.open(what)` is given what the user wrote after the colon (`spacy:WHAT`) and opens the recogniser, or raises `BadRecogniser`.
2. `propose` is given telegrams, each as its passages (blocks and notes in order), and answers with places in them, for each telegram one `Proposed`.
   A recogniser sees text and gives offsets: it cannot change a word, and `asking` drops what overlaps a tag of ours or cuts a word.
3. When it gives no answer, that is a `failure` in one sentence, not an exception: the telegram is then converted without it.
4. `id` is the XML name that `@resp` points at, `name` says with versions who it is, `sends_to` to which machine the text goes ("" for none).
5. A library that is not of the standard library is imported in `open`, and stands in pyproject.toml as an optional extra.
"""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

# What may be proposed: dates, references and offices need the telegram's own date and sender, which our annotators know.
KINDS = frozenset({"persName", "placeName", "orgName"})


class BadRecogniser(ValueError):
    """A recogniser cannot be used. The message is a sentence that says what to do instead."""


class Proposal(NamedTuple):
    """Characters `start` to `end` of the passage of that number (from 0) are a name of the `kind`; `label` is the recogniser's own word for it."""

    passage: int
    start: int
    end: int
    kind: str
    label: str = ""


class Proposed(NamedTuple):
    """What a recogniser says of one telegram.

    `absent` are words that it named and that do not stand in the text; `failure` is a sentence, when it could not be asked (or not wholly).
    """

    proposals: Sequence[Proposal] = ()
    absent: Sequence[str] = ()
    failure: str = ""


class Recogniser(Protocol):
    """Proposes names in passages of text."""

    id: str
    name: str
    sends_to: str

    def propose(self, telegrams: Sequence[Sequence[str]]) -> Sequence[Proposed]:
        """What it finds in each telegram, given as passages. Line ends are blanks there, and so are the markers of notes."""


class Kind(Protocol):
    """A way to ask recognisers. The class's docstring says in a line what stands after the colon."""

    def open(self, what: str) -> Recogniser:
        """The recogniser that `what` names, ready to be asked. Raises BadRecogniser."""
