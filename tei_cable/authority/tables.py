"""The tables of the core authority: files of tab-separated values in `data`, with a head line, read when first needed.

Cells hold no tabs and no quotes; several values of one cell are divided by `|`.
"""

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from importlib.resources import files

Row = list[str]


class Table:
    """One table: its rows by the value of the first column, and the place of each column."""

    def __init__(self, name: str):
        data = files("tei_cable.authority") / "data" / f"{name}.tsv"
        head, *lines = data.read_text(encoding="utf-8").splitlines() if data.is_file() else [""]
        self.columns = {column: i for i, column in enumerate(head.split("\t"))}
        self.rows = [line.split("\t") for line in lines]

    @cached_property
    def by_id(self) -> Mapping[str, Row]:
        """Rows by their first cell."""
        return {row[0]: row for row in self.rows}

    def cells(self, *columns: str) -> Iterable[tuple[str, ...]]:
        """These columns of every row; "" for a column that the table does not have."""
        places = [self.columns.get(c, -1) for c in columns]
        return (tuple(row[i] if 0 <= i < len(row) else "" for i in places) for row in self.rows)


@cache
def table(name: str) -> Table:
    """The table of that name, read once."""
    return Table(name)
