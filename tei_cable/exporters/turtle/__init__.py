"""RDF as Turtle."""

import json
import warnings
from collections.abc import Sequence

from tei_cable.exporters import Exporter, needed
from tei_cable.model import Cable
from tei_cable.render.linked import linked


class Turtle(Exporter):
    """Linked data in the words of schema.org (RDF 1.1 Turtle): the same statements as `jsonld`."""

    suffix = ".ttl"
    takes = "many"
    loses = ("text", "notes", "page marks", "dates", "corrections", "doubts")
    library = "rdflib (extra: rdf)"
    tested = "rdflib reads the same statements as from the JSON-LD; without rdflib a sentence says how to get it"

    def write(self, cables: Sequence[Cable]) -> bytes:
        """The statements. Raises Missing."""
        graph = needed("rdflib", "rdf").Graph()
        with warnings.catch_warnings():
            # rdflib's own parser uses what rdflib deprecates
            warnings.simplefilter("ignore", DeprecationWarning)
            graph.parse(data=json.dumps(linked(cables)), format="json-ld")
        graph.bind("schema", "https://schema.org/", replace=True)
        written: str = graph.serialize(format="turtle")
        return written.encode()


part = Turtle()
