"""How sure it is that a text is a telegram in teletype form: several marks of it are weighed."""

import re
from collections.abc import Sequence

from tei_cable.model import Span
from tei_cable.readers import Claim
from tei_cable.readers.teletype.frame import ATTRIBUTES, TEXT
from tei_cable.text.regex import regex

# Characters in which the marks are looked for, and in which one of the rare words must stand: most texts are refused for want of these.
_FRONT, _FIRST = 9000, 4000
_RARE = ("SECSTATE", TEXT, "\nTAGS", "\nFM ")
_DIGIT = r"\d {0,2}"
_MARKS: Sequence[tuple[float, str, re.Pattern[str]]] = (
    (0.25, "a line “FM”", regex(r"^[^\S\n]*FM\s+[A-Z]", re.MULTILINE)),
    (0.1, "a line “TO”", regex(r"^[^\S\n]*TO\s+[A-Z]{2}", re.MULTILINE)),
    (0.25, "a date-time group", regex(rf"^[^\S\n]*(?:[ZOPR]\s+)*{_DIGIT * 6}Z\s{{0,4}}[A-Z]\s{{0,2}}[A-Z]\s{{0,2}}[A-Z]", re.MULTILINE)),
    (0.15, "an executive order", regex(r"^[^\S\n]*E\s?\.?\s?O\s?\.?:?\s?\d{4,5}", re.MULTILINE)),
    (0.15, "a line “TAGS”", regex(r"^[^\S\n]*TAGS\s*[:;]", re.MULTILINE)),
    (0.2, "page headings “PAGE 01”", regex(r"^[^\S\n]*PAGE\s{1,4}\d\d\b", re.MULTILINE)),
    (0.15, "bureaus with counts", regex(r"^[^\S\n]*(?:ACTION|ORIGIN|INFO)\s+[A-Z]{1,6}-\d\d\b", re.MULTILINE)),
    (0.1, "the rule with the filing time", regex(r"^[^\S\n]*-{8,}", re.MULTILINE)),
)
_ENDS = regex(r"^[^\S\n]*(?:NNN[A-Z]*|<<\s*END OF DOCUMENT\s*>>)\s*$", re.MULTILINE)
_FEWEST, _ENOUGH = 3, 0.5
_NONE = Claim(0.0, "There is nothing of a teletype's header: no line “FM” or “TAGS”, no “SECSTATE”, no export of the archive.")


def claim(text: str, region: Span) -> Claim:
    """The sum of the marks that are there; fewer than three, or marks that weigh too little, are no teletype form."""
    end = min(region.end, region.start + _FRONT)
    if all(text.find(word, region.start, min(end, region.start + _FIRST)) < 0 for word in _RARE):
        return _NONE
    found = [(weight, name) for weight, name, pattern in _MARKS if pattern.search(text, region.start, end)]
    if text.find(TEXT, region.start, end) >= 0 and text.find(ATTRIBUTES, region.start, region.end) >= 0:
        found += [(0.3, "the archive's heading “Message Text”"), (0.25, "its heading “Message Attributes”"), (0.05, "both in their order")]
    if _ENDS.search(text, max(region.start, region.end - 400), region.end):
        found.append((0.1, "the end of transmission"))
    names, score = [name for _, name in found], round(min(0.98, sum(weight for weight, _ in found)), 2)
    if len(found) < _FEWEST or score < _ENOUGH:
        return Claim(0.0, f"Of a teletype's header there is only {', '.join(names)}." if names else _NONE.why)
    return Claim(score, f"There are {', '.join(names[:-1])} and {names[-1]}.")
