"""JSON that holds everything our TEI holds."""

from collections.abc import Sequence

from tei_cable.exporters import Exporter
from tei_cable.exporters.json.model import write
from tei_cable.model import Cable


class Json(Exporter):
    """The whole telegram as spans into its text, by `schema.json`; `read` makes the same TEI of it again, to the byte."""

    suffix = ".json"
    takes = "one"
    loses = ()
    tested = "TEI made of what was read again is the same to the byte; the schema"

    def write(self, cables: Sequence[Cable]) -> bytes:
        """The object of one telegram."""
        return write(cables[0])


part = Json()
