"""CSL-JSON."""

import json
from collections.abc import Sequence
from typing import Any

from tei_cable.exporters import Exporter
from tei_cable.model import Cable
from tei_cable.render.record import Person, Record, distinct, records


class Csl(Exporter):
    """References for Zotero, pandoc and citeproc (CSL-JSON): `personal_communication`, sender as author, recipient as recipient."""

    suffix = ".csl.json"
    takes = "many"
    loses = ("text", "notes", "page marks", "names", "references", "corrections", "doubts", "entities", "copies")
    tested = "names of variables as CSL 1.0.2 has them; title, names and date read again; ids differ"

    def write(self, cables: Sequence[Cable]) -> bytes:
        """An array of items."""
        found = records(cables)
        items = [_item(key, r) for key, r in zip(distinct([r.key for r in found]), found, strict=True)]
        return json.dumps(items, ensure_ascii=False, indent=1).encode() + b"\n"


def _item(key: str, r: Record) -> dict[str, Any]:
    item = {
        "id": key,
        "type": "personal_communication",
        "genre": "Telegram",
        "title": r.title,
        "author": [_name(p) for p in r.senders],
        "recipient": [_name(p) for p in r.recipients],
        "translator": [_name(Person(t)) for t in r.translators],
        "issued": {"date-parts": [[int(n) for n in r.date.split("-")]]} if r.date[:1].isdigit() else None,
        "number": r.number,
        "publisher": r.publisher,
        "archive": r.institution,
        "archive_location": r.held,
        "event-place": r.place,
        "abstract": r.abstract,
        "language": r.language,
        "URL": r.address,
    }
    return {k: v for k, v in item.items() if v}


def _name(p: Person) -> dict[str, str]:
    return {"family": p.family, "given": p.given} if p.family and p.given else {"literal": p.name}


part = Csl()
