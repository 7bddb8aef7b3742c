"""A recogniser: the persons whose names stand in a file, one a line."""

import re
from collections.abc import Sequence
from pathlib import Path

from tei_cable.recognisers import BadRecogniser, Kind, Proposal, Proposed, Recogniser


class Words:
    """A list of names, opened."""

    id = "words"
    sends_to = ""

    def __init__(self, path: Path):
        self.name = f"the list {path.name}"
        names = filter(None, path.read_text(encoding="utf-8").splitlines())
        self._pattern = re.compile("|".join(map(re.escape, names)) or "(?!)")

    def propose(self, telegrams: Sequence[Sequence[str]]) -> Sequence[Proposed]:
        """Each place where one of the names stands."""
        return [
            Proposed([Proposal(i, m.start(), m.end(), "persName") for i, text in enumerate(passages) for m in self._pattern.finditer(text)])
            for passages in telegrams
        ]


class WordList:
    """A list of names: the path of a text file, one name a line."""

    def open(self, what: str) -> Recogniser:
        """The list in a file. Raises BadRecogniser."""
        try:
            return Words(Path(what))
        except (OSError, UnicodeDecodeError) as e:
            raise BadRecogniser(f"{what} cannot be read as a list of names; name a text file in UTF-8") from e


part: Kind = WordList()
