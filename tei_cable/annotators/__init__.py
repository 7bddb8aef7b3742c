"""Annotators: one folder for each kind of thing found in a telegram's text.

To write one: make a folder here (or a package with an entry point in the group `tei_cable.annotators`) whose `part` is an `Annotator`.
1. `gives` are the kinds of mention it makes, `needs` those it must see; annotators run in that order.
2. `cues` are words at which it wakes: they are found, with all names, in one pass over the text; ask `scene.hits("cue:NAME")`.
3. `annotate` returns the cable with mentions (or header fields) added. The text and the mentions of others stay as they are.
4. A mention stays inside one block or note. What may stand in what is in `tei.names.CONTENT`; of two that cross, the earlier annotator's stays.
5. Doubt: `cert` on the mention, and a diagnostic with a `Code` that the annotator declares. What is not decided by evidence is left alone.
6. Put specimens with what is expected of them into `cases/*.md`.
"""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from tei_cable.authority.scene import Scene
from tei_cable.model import Cable, Diagnostic, Field, Mention


class Annotation(NamedTuple):
    """A cable with what an annotator added, and what it has to say."""

    cable: Cable
    diagnostics: tuple[Diagnostic, ...] = ()


class Annotator(Protocol):
    """Finds one kind of thing in the text of a cable."""

    needs: frozenset[str]
    gives: frozenset[str]
    cues: tuple[str, ...]

    def annotate(self, cable: Cable, scene: Scene) -> Annotation:
        """The cable with this annotator's mentions added."""


def adding(cable: Cable, mentions: Iterable[Mention] = (), fields: Iterable[Field] = ()) -> Cable:
    """The cable with these mentions and fields after its own."""
    more, facts = tuple(mentions), tuple(fields)
    return cable._replace(mentions=cable.mentions + more, fields=cable.fields + facts) if more or facts else cable
