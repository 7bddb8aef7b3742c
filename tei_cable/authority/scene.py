"""What an annotator sees of one telegram besides its cable."""

from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property

from tei_cable.authority.lexicon import Hit, hits
from tei_cable.authority.lists import Authority
from tei_cable.model import Cable, Field, Span
from tei_cable.text.settle import regions
from tei_cable.text.shadow import shadow
from tei_cable.text.veil import veiled


class Scene:
    """The shadow of a telegram's text, what the authority's lexicons find in it, and the telegram's date.

    One scene serves all annotators of a telegram. `date` is that of sending as far as known (ISO 8601, or "").
    """

    def __init__(self, cable: Cable, authority: Authority):
        self.authority = authority
        self.text = veiled(cable.source.text, cable.notes)
        # the parts of a citation are the reader's
        self._regions = [span for span, owner in regions(cable) if not isinstance(owner, Field)]
        self._starts = [span.start for span in self._regions]
        # what stands before all regions is in the last by its index, and ends in none
        self._ends = [*(span.end for span in self._regions), -1]
        created = cable.first("created") or cable.first("sent/date")
        when = created.attrs.get("when", "") if created else ""
        # a day without a year ("--03-01") dates nothing
        self.date = "" if when.startswith("-") else when[:10]

    @cached_property
    def shadow(self) -> str:
        """The text with one plain ASCII character for each character (see `text.shadow`)."""
        return shadow(self.text)

    @cached_property
    def _hits(self) -> Mapping[str, list[Hit]]:
        return hits(self.authority.lexicons, self.shadow, self._regions)

    def hits(self, kind: str) -> list[Hit]:
        """Where forms of that kind stand, in order, inside blocks and notes; those of several lists may overlap."""
        return self._hits.get(kind, [])

    def region(self, at: int) -> Span | None:
        """The block or note (one span of it) that holds the character at `at`."""
        i = bisect_right(self._starts, at) - 1
        return self._regions[i] if i >= 0 and at < self._regions[i].end else None

    def inside(self, start: int, end: int) -> bool:
        """Whether these characters all stand in one span of one block or note."""
        return end <= self._ends[bisect_right(self._starts, start) - 1]
