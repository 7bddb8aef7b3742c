"""Tables."""

import csv
import io
from collections.abc import Mapping, Sequence

from tei_cable.exporters import Exporter
from tei_cable.model import Cable
from tei_cable.render.tables import TABLES, rows


class Csv(Exporter):
    """Five tables in UTF-8 (RFC 4180): telegrams, persons, places, mentions, references."""

    suffix = ""
    takes = "many"
    loses = ("text", "block kinds", "notes", "page marks", "corrections", "terms")
    tested = "read again with the csv module: a row for each entity, mention and reference, commas and quotes kept"

    def write(self, cables: Sequence[Cable]) -> Mapping[str, bytes]:
        """A file for each table."""
        return {f"{name}.csv": _table(name, cables) for name in TABLES}


def _table(name: str, cables: Sequence[Cable]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(TABLES[name].columns)
    for i, cable in enumerate(cables):
        writer.writerows(rows(name, cable, i))
    return out.getvalue().encode()


part = Csv()
