"""The tables of the core authority: files of tab-separated values in `data`, with a head line, read when first needed.

Cells hold no tabs and no quotes; several values of one cell are divided by `|`.
"""

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from operator import itemgetter
from pathlib import Path

Row = list[str]
# importlib.resources would take longer than the tables
DATA = Path(__file__).with_name("data")


def lines(name: str) -> list[str]:
    """The lines of a table, the head first, not yet divided into cells."""
    return (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()


class Table:
    """One table: its rows by the value of the first column, and the place of each column."""

    def __init__(self, name: str):
        head, *rows = lines(name)
        self.columns = {column: i for i, column in enumerate(head.split("\t"))}
        # the empty cell at the end stands for columns that the table does not have
        self.rows = [f"{row}\t".split("\t") for row in rows]

    @cached_property
    def by_id(self) -> Mapping[str, Row]:
        """Rows by their first cell."""
        return {row[0]: row for row in self.rows}

    def cells(self, *columns: str) -> Iterable[tuple[str, ...]]:
        """These columns of every row; "" for a column that the table does not have."""
        if len(columns) == 1:
            i = self.columns.get(columns[0], -1)
            return ((row[i],) for row in self.rows)
        return map(itemgetter(*(self.columns.get(c, -1) for c in columns)), self.rows)


@cache
def table(name: str) -> Table:
    """The table of that name, read once."""
    return Table(name)
