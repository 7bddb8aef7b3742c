"""A text in which the markers of notes that look like words ("Paris2", "6594", "State¹") are veiled: every character keeps its place.

What matches names, numbers and dates on the veiled text meets no digit that belongs to a note; `layout.MARKER` knows the veil.
"""

from collections.abc import Iterable

from tei_cable.model import Note
from tei_cable.text.layout import VEIL


def veiled(text: str, notes: Iterable[Note]) -> str:
    """`text` with the markers of these notes veiled, those in square brackets aside; the same text when there are none."""
    marks = sorted(n.marker for n in notes if n.marker and text[n.marker.start] != "[")
    if not marks:
        return text
    made, pos = [], 0
    for start, end in marks:
        made += [text[pos:start], VEIL * (end - start)]
        pos = end
    return "".join([*made, text[pos:]])


def unveiled(words: str) -> str:
    """Words cut from a veiled text, without the markers in them."""
    return " ".join(words.replace(VEIL, "").split(" ")) if VEIL in words else words
