"""CMIF."""

from collections.abc import Sequence

from tei_cable.exporters import Export, Exporter
from tei_cable.exporters.cmif.entries import lost, write
from tei_cable.model import Cable


class Cmif(Exporter):
    """Letters' metadata for correspSearch (CMIF 1.1): who wrote to whom, where and when; one entry for each sender and recipient."""

    suffix = ".cmif.xml"
    takes = "many"
    loses = ("text", "notes", "page marks", "names", "references", "corrections", "copies", "terms")
    library = "lxml"
    tested = "valid by the format's own RELAX NG (jing); the rules of its Schematron; two correspActions in each entry"

    def write(self, cables: Sequence[Cable]) -> bytes:
        """The TEI header of the format."""
        return write(cables)

    def export(self, cables: Sequence[Cable]) -> Export:
        """The file; names without a number in an authority file that correspSearch knows are found by nobody."""
        made = super().export(cables)
        return Export(made.data, (*made.losses, *lost(cables)))


part = Cmif()
