"""Which words are words or places before they are names: a name written so counts only with other evidence."""

from functools import cache

from tei_cable.authority.tables import DATA, table

# How many of the most frequent words are so common that only a title or a forename makes a name of one that begins a sentence.
_VERY = 400


@cache
def _listed() -> list[str]:
    return (DATA / "words.txt").read_text(encoding="utf-8").split()


@cache
def words() -> frozenset[str]:
    """Common words, in small letters."""
    return frozenset(_listed())


@cache
def very_common() -> frozenset[str]:
    """The most common words, in small letters."""
    return frozenset(_listed()[:_VERY])


@cache
def places() -> frozenset[str]:
    """Names of places that are not also names of something else, as they are written."""
    found = {name for name, weak in table("places").cells("name", "weak") if not weak}
    return frozenset(found | {name for name, weak in table("place-names").cells("name", "weak") if not weak})


def weak(name: str) -> bool:
    """Whether a name is also a common word, or a place."""
    return name.lower() in words() or name in places()
