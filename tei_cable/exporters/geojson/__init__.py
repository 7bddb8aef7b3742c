"""GeoJSON."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from tei_cable.exporters import Export, Exporter
from tei_cable.model import Cable, Entity
from tei_cable.render.facts import name_of
from tei_cable.render.losses import Loss


class GeoJson(Exporter):
    """A map's points (RFC 7946): each place that has coordinates, with the telegrams that name it and how often."""

    suffix = ".geojson"
    takes = "many"
    loses = ("text", "notes", "page marks", "dates", "references", "corrections", "doubts", "facts of the header", "terms")
    tested = "positions are longitude, latitude in range; every place with coordinates is there once; those without are counted as lost"

    def write(self, cables: Sequence[Cable]) -> bytes:
        """A FeatureCollection."""
        places: dict[str, Entity] = {}
        named: dict[str, Counter[str]] = {}
        for i, cable in enumerate(cables):
            count = Counter(m.ref for m in cable.mentions if m.ref)
            for e in _placed(cable):
                places.setdefault(e.id, e)
                named.setdefault(e.id, Counter())[name_of(cable, i)] += count[e.id]
        features = [_feature(e, named[e.id]) for e in places.values()]
        return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, indent=1).encode() + b"\n"

    def export(self, cables: Sequence[Cable]) -> Export:
        """The collection; places without coordinates are lost."""
        made = super().export(cables)
        lost = sum(e.kind == "place" for c in cables for e in c.entities) - sum(len(_placed(c)) for c in cables)
        return Export(made.data, (*made.losses, Loss("places without coordinates", lost))) if lost else made


def _placed(cable: Cable) -> list[Entity]:
    return [e for e in cable.entities if e.kind == "place" and e.position]


def _feature(e: Entity, named: Counter[str]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": e.id,
        "geometry": {"type": "Point", "coordinates": [*reversed(e.position or ())]},
        "properties": {"name": e.name, **{f"idno:{kind}": number for kind, number in e.idno}, "mentions": named.total(), "telegrams": dict(named)},
    }


part = GeoJson()
