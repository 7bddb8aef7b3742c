"""Places that say what they are: "Woody Island", "the Lincoln Islands", "Chongchon River", "Litani Dam"."""

from collections.abc import Iterator

from tei_cable.authority.scene import Scene
from tei_cable.text.regex import regex

CUES = ("Island", "Islands", "island", "islands", "River", "Strait", "Straits", "Peninsula", "Archipelago", "Basin", "Valley", "Dam")
# One or two capitalised words before the noun; what only says which of several is no name.
_NAME = regex(r"(?<![\w’'.-])(?!(?:High|Upper|Lower)\s$)(?:[A-Z][a-z]+[ \n])?[A-Z][a-z]+(?:[-\u2010-\u2013][A-Za-z][a-z]+)*\s$")
_NO_NAME = frozenset(
    """
    The This That These Those Such Any All Both Each Some Other Another Many Most Few Several Two Three Four Off Offshore Outer Inner Outlying Small
    Large Main Major Minor Chinese Japanese Soviet French British American Communist Nationalist National And But For From With While When If In On
    At Of To By
    """.split()
)
_REACH = 40


def landforms(scene: Scene) -> Iterator[tuple[int, int]]:
    """Start and end of each name of an island, river, strait or peninsula that stands before that word."""
    text = scene.text
    for start, end, _ in scene.hits("cue:places"):
        m = _NAME.search(text, max(0, start - _REACH), start)
        words = m[0].split() if m else []
        if m and words[-1] not in _NO_NAME:
            yield m.end() - 1 - len(words[-1]) if words[0] in _NO_NAME else m.start(), end
