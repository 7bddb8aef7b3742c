"""The index of a site's search: which telegrams have which words, in files that a page may load from a folder."""

import json
import unicodedata
from collections.abc import Iterator, Sequence

from tei_cable.model import Cable
from tei_cable.render.occurrences import reading
from tei_cable.text.regex import regex

# A word; where there are no blanks between words, each sign is one. `search.js` knows the same.
_WORD = regex(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")


def index(cables: Sequence[Cable], listed: Sequence[tuple[str, str, str, str]]) -> Iterator[tuple[str, bytes]]:
    """`search/telegrams.js` with address, day, title and what else a list tells of each, and a file for all words of one first letter.

    A word's telegrams are numbers, each but the first less the one before it.
    """
    held: dict[str, list[int]] = {}
    for i, (cable, (_, _, title, _)) in enumerate(zip(cables, listed, strict=True)):
        for word in words(f"{title}\n{reading(cable).text}"):
            held.setdefault(word, []).append(i)
    yield "search/telegrams.js", _script("telegrams", listed)
    files: dict[str, dict[str, str]] = {}
    for word in sorted(held):
        files.setdefault(shelf(word), {})[word] = " ".join(str(b - a) for a, b in zip((0, *held[word]), held[word], strict=False))
    yield from ((f"search/{name}.js", _script(name, of)) for name, of in files.items())


def words(text: str) -> set[str]:
    """The words of a text in small letters and without marks on them."""
    return {plain for word in set(_WORD.findall(unicodedata.normalize("NFKC", text).lower())) for plain in _WORD.findall(_unmarked(word))}


def _unmarked(word: str) -> str:
    """A word without the marks on its letters."""
    return word if word.isascii() else "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def shelf(word: str) -> str:
    """The name of the file that holds a word: its first letter, or for letters beyond ASCII the block of 256 that it is of."""
    return word[0] if word[0].isascii() else f"u{ord(word[0]) >> 8:x}"


def _script(name: str, data: object) -> bytes:
    """A call with the data: a page may load a script from a folder, and JSON it may not."""
    return f"indexed({json.dumps(name)}, {json.dumps(data, separators=(',', ':'))});\n".encode()
