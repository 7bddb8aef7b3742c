"""Persons on no list, certain by their title: "Mr. Evans"."""

from collections.abc import Iterable, Sequence

from tei_cable.authority.scene import Scene
from tei_cable.model import Mention

CUES: tuple[str, ...] = ()


def strangers(scene: Scene, known: Sequence[Mention]) -> Iterable[Mention]:
    """Mentions of persons whom no list knows."""
    return ()
