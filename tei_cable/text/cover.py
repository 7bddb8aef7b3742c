"""Which spans of a text are taken: asked from left to right, each question costs a step."""

from collections.abc import Iterable

from tei_cable.model import Mention, Span


class Cover:
    """The spans of the mentions of some kinds; `open` are spans inside them that are free again (the titles in a person's name)."""

    def __init__(self, mentions: Iterable[Mention], kinds: frozenset[str], open_kind: str = ""):
        self._taken: list[Span] = []
        self._open: list[Span] = []
        for m in mentions:
            if m.kind in kinds:
                self._taken.append(m.span)
            elif m.kind == open_kind:
                self._open.append(m.span)
        self._taken.sort()
        self._at = 0

    def meets(self, start: int, end: int) -> bool:
        """Whether the span meets a taken one. Questions must come in the order of their starts."""
        taken = self._taken
        while self._at < len(taken) and taken[self._at].end <= start:
            self._at += 1
        if self._at == len(taken) or taken[self._at].start >= end:
            return False
        return not any(a <= start and end <= b for a, b in self._open)
