"""An exporter: which telegram names which day."""

import csv
import io
from collections.abc import Sequence

from tei_cable.exporters import Exporter
from tei_cable.model import Cable


class Almanac(Exporter):
    """A table of the days that telegrams name: day, words, telegram."""

    suffix = ".csv"
    takes = "many"
    loses = ("text", "notes", "names", "entities")
    tested = "read again with the csv module"

    def write(self, cables: Sequence[Cable]) -> bytes:
        """A row for each day that is named, in the order of the days."""
        rows = [
            (m.attrs["when"], " ".join(cable.source.text[slice(*m.span)].split()), number.value if (number := cable.first("number")) else "")
            for cable in cables
            for m in cable.mentions
            if m.kind == "date" and "when" in m.attrs
        ]
        out = io.StringIO(newline="")
        csv.writer(out).writerows([("day", "words", "telegram"), *sorted(rows)])
        return out.getvalue().encode()


part = Almanac()
