"""Layout: from a file's lines to paragraphs, freed from page marks and furniture; shared by all readers.

`paragraphs` finds the runs of lines that belong together (`lineation`), `flow` makes blocks of them (`running`), with what pages leave
between and inside them (`pages`), `hyphens` finds the words that line ends cut. Nothing is removed: every repair is a span of the source, as
a mention (`pb`, `fw`, `lb`), as furniture, or as one block of several spans or lines, and has a finding.
"""

from tei_cable.text.layout.hyphenation import hyphens
from tei_cable.text.layout.lineation import paragraphs
from tei_cable.text.layout.running import IN_DOUBT, Flow, flow, joins, rejoined, unstopped
from tei_cable.text.layout.spans import MARKER, VEIL, lines, phrase, pieced, places, squeeze, trim

__all__ = [
    "IN_DOUBT",
    "MARKER",
    "VEIL",
    "Flow",
    "flow",
    "hyphens",
    "joins",
    "lines",
    "paragraphs",
    "phrase",
    "pieced",
    "places",
    "rejoined",
    "squeeze",
    "trim",
    "unstopped",
]
