"""Which spans of a text are taken: asked from left to right, each question costs a step."""

from bisect import bisect_right
from collections.abc import Iterable

from tei_cable.model import Span

_NEVER = 1 << 60


class Cover:
    """Taken spans; `free` are spans inside them that are free again (the titles in a person's name)."""

    __slots__ = ("_at", "_free", "_taken")

    def __init__(self, taken: Iterable[Span], free: Iterable[Span] = ()):
        # a last one that no question reaches
        self._taken = [*sorted(taken), Span(_NEVER, _NEVER)]
        self._free = sorted(free)
        self._at = 0

    def meets(self, start: int, end: int) -> bool:
        """Whether the span meets a taken one. Questions must come in the order of their starts."""
        taken, at = self._taken, self._at
        while taken[at][1] <= start:
            at += 1
        self._at = at
        return taken[at][0] < end and not self._is_free(start, end)

    def _is_free(self, start: int, end: int) -> bool:
        i = bisect_right(self._free, (start, _NEVER))
        return any(end <= b for _, b in self._free[max(0, i - 2) : i])
