"""Places by name, for words that stand alone: a header's "Washington", the "Laos" of "Embassy in Laos"."""

from collections.abc import Mapping
from functools import cache, lru_cache

from tei_cable.authority import core
from tei_cable.authority.lists import Authority


@cache
def _ids() -> Mapping[str, str]:
    known: dict[str, str] = {}
    weak: dict[str, str] = {}
    for id, name, variants, is_weak in core.table("places").cells("id", "name", "variants", "weak"):
        into = weak if is_weak else known
        for word in (name, *variants.split("|")) if variants else (name,):
            into.setdefault(word, id)
    older: dict[str, str] = {}
    for name, place in core.table("place-names").cells("name", "place"):
        older.setdefault(name, place)
    return {**older, **weak, **known}


@lru_cache(maxsize=4096)
def place_named(words: str) -> str:
    """The core's id of the place that these words name, with or without the article; "" for none."""
    bare = " ".join(words.split()).replace("’", "'").strip(" ,.")
    if bare.isupper() and bare not in _ids():
        bare = bare.title()
    return _ids().get(bare) or _ids().get(bare.removeprefix("the ").removeprefix("The "), "")


@cache
def _beginnings() -> Mapping[tuple[str, str], str]:
    """The first day of each name of which all beginnings are known, by the place's number in GeoNames and the name in small letters."""
    found: dict[tuple[str, str], str] = {}
    for name, place, since in core.table("place-names").cells("name", "place", "from"):
        key = core.facts("place", place)["geonames"], name.casefold()
        found[key] = min(found.get(key, since), since)
    return {key: since for key, since in found.items() if key[0] and since}


def called_since(geonames: str, name: str) -> str:
    """The year, month or day from which the place with this number in GeoNames bore a name; "" where the core does not know it."""
    return _beginnings().get((geonames, name.casefold()), "")


@lru_cache(maxsize=16384)
def entry(authority: Authority, place: str) -> str:
    """The id under which a place of the core is listed: that of an editor's own list of places, where it has one."""
    listed = authority.resolve(place)
    entity = authority.entity(listed) if listed != place else None
    return listed if entity and entity.kind == "place" else place
