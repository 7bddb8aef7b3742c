"""JSON-LD."""

import json
from collections.abc import Sequence

from tei_cable.exporters import Exporter
from tei_cable.model import Cable
from tei_cable.render.linked import linked


class JsonLd(Exporter):
    """Linked data in the words of schema.org (JSON-LD 1.1): telegrams as `Message`, whom they name and cite."""

    suffix = ".jsonld"
    takes = "many"
    loses = ("text", "notes", "page marks", "dates", "corrections", "doubts")
    tested = "rdflib reads it where it is installed; no context is fetched; a message for each telegram"

    def write(self, cables: Sequence[Cable]) -> bytes:
        """The document."""
        return json.dumps(linked(cables), ensure_ascii=False, indent=1).encode() + b"\n"


part = JsonLd()
