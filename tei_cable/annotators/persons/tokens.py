"""Words of the text, one by one, from a place to the left."""

OPENING = "([“\"‘'«"
_BLANKS = " \n\t\u00a0"


def before(text: str, at: int, floor: int) -> tuple[int, int] | None:
    """The run of characters without blanks before the blanks that end at `at`; None when none is there or no blank lies between."""
    j = at
    while j > floor and text[j - 1] in _BLANKS:
        j -= 1
    if j == at or j == floor:
        return None
    low = max(floor, j - 32)
    i = max(text.rfind(" ", low, j), text.rfind("\n", low, j)) + 1
    return max(i, low), j
