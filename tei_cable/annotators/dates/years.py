"""Years that stand alone in running text."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from tei_cable.authority.scene import Scene
from tei_cable.model import Span
from tei_cable.text.dates import Found, match_years
from tei_cable.text.regex import regex

_YEAR = regex(r"1[5-9]\d\d(?![\w/])")
_COUNTED = regex(
    r"(?:['\u2019]s\b|\s?%|[.,:]\d|\s*(?:Z|hours?|hrs?|GMT|local|men|troops|tons|feet|ft|meters|metres|km|kilometers|kilos?|miles|pounds|lbs|dollars|dols"
    r"|percent|per\s+cent|million|billion|persons?|people|votes?|words|aircraft|planes|rounds|soldiers|officers|students|refugees|vehicles|acres|military"
    r"|additional|civilians?|prisoners|villages|items|copies)\b)",
    re.IGNORECASE,
)
# What may stand between a year and the word before it; "mid-1962" has no gap.
_GAP = " \t\n(\u201c\u2018[\"'\u2014,;:"
_HALVED = regex(r"\b(?:mid|early|late|end|pre|post)[-\u2013]$", re.IGNORECASE)
_LAST_WORD = regex(r"[^\W\d_]+$")
# Small words that come before a number of anything, and before hours of the clock.
_COUNTING = frozenset("at about approximately some over only nearly almost around another exactly no nos number numbers".split())
# Numbers too small for a year of the twentieth century need one of these before them.
_SURELY = frozenset("in since during of from by until year".split())
# Between a name and a noun ("UN 1950 resolution") a number counts when it is of the telegram's own time.
_RECENT = 40


def years(scene: Scene, taken: Sequence[Span]) -> Iterable[tuple[int, Found]]:
    """Where years and ranges of years begin, and what they are, in order; `taken`, sorted, are the places that are known to be something else."""
    text, last = scene.text, 0
    starts = [span.start for span in taken]
    names: set[int] | None = None
    for m in _YEAR.finditer(text):
        start = m.start()
        i = bisect_right(starts, start) - 1
        if start < last or (i >= 0 and taken[i].end > start) or not scene.inside(start, m.end()):
            continue
        sure = _is_year(text, start, int(m[0]), scene.date)
        if sure is None:
            names = {h.end for kind in ("place", "cue:references") for h in scene.hits(kind)} if names is None else names
            sure = start - _blanks(text, start) not in names
        if sure and (found := match_years(text, start)) and not _COUNTED.match(text, found.end):
            yield start, found
            last = found.end


def _blanks(text: str, at: int) -> int:
    """How many white-space characters stand before `at`."""
    n = 0
    while text[at - n - 1 : at - n].isspace():
        n += 1
    return n


def _is_year(text: str, start: int, year: int, date: str) -> bool | None:
    """Whether the number at `start` is a year by the word before it; None: it is unless that is a name that telegrams have."""
    now = int(date[:4]) if date[:4].isdigit() else 0
    before = text[max(0, start - 24) : start]
    known = before.rstrip(_GAP)
    gap = before[len(known) :]
    if (now and year > now + _RECENT) or before.endswith("\n\n"):
        return False
    if not gap or (known.endswith(".") and gap.isspace()):
        return _HALVED.search(before) is not None
    m = _LAST_WORD.search(known)
    word = m[0] if m else ""
    if word.lower() in _SURELY:
        return True
    if year < 1900 or word.lower() in _COUNTING:
        return False
    if not gap.isspace() or word.islower():
        return True
    return None if word and now - _RECENT < year else False
