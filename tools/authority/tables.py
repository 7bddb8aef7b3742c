"""Tab-separated tables: read, write, and make ids from names."""

import csv
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

Row = dict[str, str]
LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "đ": "d", "Đ": "D", "Ð": "D", "ı": "i", "æ": "ae", "Æ": "Ae", "œ": "oe"})
HAND = Path(__file__).parent / "hand"


def read(path: Path) -> list[Row]:
    """Return the rows of a UTF-8 table with a header line; no quoting."""
    with path.open(encoding="utf-8", newline="") as file:
        return [dict(row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def hand(name: str) -> list[Row]:
    """Return the rows of a hand-written table of this folder."""
    return read(HAND / f"{name}.tsv")


def write(path: Path, columns: list[str], rows: Iterable[Mapping[str, str]]) -> int:
    """Write rows in the order given; return their number. A cell must hold no tab and no line break."""
    lines = ["\t".join(columns)]
    for row in rows:
        cells = [row.get(column, "") for column in columns]
        if bad := [cell for cell in cells if re.search(r"[\t\r\n]", cell)]:
            raise ValueError(f"{path.name}: tab or line break in {bad[0]!r}")
        lines.append("\t".join(cells))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return len(lines) - 1


def values(cell: str) -> list[str]:
    """Return the values of a cell that holds several."""
    return [value.strip() for value in cell.split("|") if value.strip()]


def joined(found: Iterable[str], *, but: str = "") -> str:
    """Join the distinct values in their order into one cell, without the value `but`."""
    return "|".join(value for value in dict.fromkeys(found) if value and value != but)


def plain(text: str) -> str:
    """Drop diacritics."""
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


def fold(text: str) -> str:
    """Lower case without diacritics, to compare names."""
    return plain(text.translate(LETTERS)).casefold()


def slug(name: str) -> str:
    """Make a lower-case NCName from a name: "Port-au-Prince" -> "port-au-prince"."""
    made = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’‘ʻ]", "", fold(name))).strip("-")
    return made if made[:1].isalpha() else f"n-{made}"
