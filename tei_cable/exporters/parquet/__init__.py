"""Parquet."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from tei_cable.exporters import Exporter, needed
from tei_cable.exporters.parquet.tables import TABLES, Row
from tei_cable.model import Cable
from tei_cable.render.facts import name_of
from tei_cable.render.record import distinct


class Parquet(Exporter):
    """Typed tables for DuckDB, pandas, Polars and Spark (Apache Parquet): documents, notes, mentions, references, entities."""

    suffix = ""
    takes = "many"
    loses = ("block kinds", "page marks", "corrections", "quotations and foreign words", "lists and labels")
    library = "pyarrow (extra: parquet)"
    tested = "DuckDB reads it: the text is the TEI's, offsets cut each mention's words, notes keep numbers and places, tables join"

    def write(self, cables: Sequence[Cable]) -> Mapping[str, bytes]:
        """A file for each table. Raises Missing."""
        arrow, files = needed("pyarrow", "parquet"), needed("pyarrow.parquet", "parquet")
        names = distinct([name_of(c, i) for i, c in enumerate(cables)])
        made = {}
        for table, (columns, rows) in TABLES.items():
            held = [{"telegram": name, **row} for name, cable in zip(names, cables, strict=True) for row in rows(cable)]
            out = io.BytesIO()
            files.write_table(_table(arrow, columns, held), out, compression="zstd")
            made[f"{table}.parquet"] = out.getvalue()
        return made


def _table(arrow: Any, columns: Mapping[str, str], rows: Sequence[Row]) -> Any:
    types = {"text": arrow.string(), "texts": arrow.list_(arrow.string()), "int": arrow.int32(), "float": arrow.float64()}
    schema = arrow.schema([("telegram", arrow.string()), *((name, types[kind]) for name, kind in columns.items())])
    return arrow.Table.from_pylist(rows, schema)


part = Parquet()
