"""The authority that a run works with: the core's entries and those of the editor's own lists."""

from collections.abc import Iterable, Mapping, Sequence

from tei_cable.authority.lexicon import Form, Lexicon
from tei_cable.model import Entity


class Authority:
    """Entities by id, and the lexicons that find them. The editor's lists come before the core."""

    def __init__(self, entities: Mapping[str, Entity], lexicons: Iterable[Lexicon]):
        self.entities = entities
        self.lexicons = tuple(lexicons)

    def entity(self, id: str) -> Entity | None:
        """The entry of that id, or None."""
        return self.entities.get(id)


def load(paths: Sequence[str] = (), core: bool = True, cues: Iterable[Form] = ()) -> Authority:
    """The lists at `paths` (the first counts most), the core authority unless `core` is false, and the annotators' cues."""
    return Authority({}, [Lexicon(cues)])
