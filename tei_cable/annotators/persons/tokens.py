"""Words of the text, one by one, from a place to the left."""

from tei_cable.text.regex import regex

OPENING = "([“\"‘'«"
# The last of the signs that part two words without a blank.
GLUED = regex(r"[(\[“\"‘'«—–/:](?=[^(\[“\"‘'«—–/:]*$)")
_BLANKS = " \n\t\u00a0"


def before(text: str, at: int, floor: int) -> tuple[int, int] | None:
    """The run of characters without blanks before the blanks that end at `at`; None when none is there or no blank lies between."""
    j = at
    while j > floor and text[j - 1] in _BLANKS:
        j -= 1
    if j in (at, floor):
        return None
    low = max(floor, j - 32)
    i = text.rfind(" ", low, j) + 1 or low
    k = text.rfind("\n", i, j) + 1
    return k or i, j
