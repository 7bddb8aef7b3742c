"""Tables."""

from collections.abc import Mapping, Sequence

from tei_cable.exporters import Exporter
from tei_cable.exporters.csv.tables import TABLES, table
from tei_cable.model import Cable


class Csv(Exporter):
    """Five tables in UTF-8 (RFC 4180): telegrams, persons, places, mentions, references."""

    suffix = ""
    takes = "many"
    loses = ("text", "block kinds", "notes", "page marks", "corrections", "terms")
    tested = "read again with the csv module: a row for each entity, mention and reference, commas and quotes kept"

    def write(self, cables: Sequence[Cable]) -> Mapping[str, bytes]:
        """A file for each table."""
        return {f"{name}.csv": table(name, cables) for name in TABLES}


part = Csv()
