"""Tables whose rows differ in length."""

from collections.abc import Iterator, Sequence

from lxml import etree

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document, Rule
from tei_cable.tei.names import T


class RowsUnequal(Rule):
    """The rows of a table have not the same number of cells.

    Why: the cells behind a lost one stand under the wrong heading. Cells that span several columns (`cols`) or rows (`rows`) are counted as such.

    Wrong:

        <table><row><cell>Year</cell><cell>Ships</cell></row><row><cell>1962</cell></row></table>

    Right:

        <table><row><cell cols="2">Ships</cell></row><row><cell rows="2">1962</cell><cell>12</cell></row><row><cell>14</cell></row></table>
    """

    kind = Code("C016", "table-rows-unequal", Severity.WARNING)
    since = "0.1.0"
    optional = True

    def check(self, document: Document) -> Iterator[Diagnostic]:
        """One finding for each table, at the first row that differs from those before it."""
        for table in document.named("table"):
            rows = table.findall(T + "row")
            widths = _widths(rows)
            for row, width in zip(rows, widths, strict=True):
                if width != widths[0]:
                    message = f"A row of the table takes {width} columns, and the first one {widths[0]}."
                    yield self.at(document, row, message, "Add the cell that is lost, or give cols or rows to one that spans several.")
                    break


def _widths(rows: Sequence[etree._Element]) -> Sequence[int]:
    """How many columns each row takes, with the cells that reach down into it."""
    below = [0] * len(rows)
    for i, row in enumerate(rows):
        for cell in row.findall(T + "cell"):
            for j in range(i, min(i + _number(cell.get("rows")), len(rows))):
                below[j] += _number(cell.get("cols"))
    return below


def _number(value: str | None) -> int:
    return int(value) if value and value.isdecimal() and 0 < len(value) < 4 else 1


part = RowsUnequal()
