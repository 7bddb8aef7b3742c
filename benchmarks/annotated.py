"""Score conversions against the telegrams of the training volumes that are annotated in full.

    annotated.py BENCH TRAIN [--set NAME] [--core-only] [--show N]

BENCH is the folder with entities.py; TRAIN the unpacked training volumes: TRAIN/VOLUME/dN.txt and authority.xml. Builds the annotated telegrams again
from annotated/NAME.tsv (forty when none is named) and the texts, converts the texts, each volume with its own list (--core-only: without), in a
temporary folder and runs the benchmark's own scoring program, which prints precision, recall and F1 of every kind; --show N lists what went wrong.

"""

import csv
import itertools
import pathlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

HERE = pathlib.Path(__file__).parent


class Row(NamedTuple):
    """One element: characters start to end of the text of a document."""

    volume: str
    document: str
    start: int
    end: int
    tag: str
    attributes: str


def main() -> None:
    """Rebuild, convert and score."""
    bench, train = map(pathlib.Path, sys.argv[1:3])
    show = ["--show", _option("--show", "")] if "--show" in sys.argv else []
    with tempfile.TemporaryDirectory() as folder:
        gold, texts, made = (pathlib.Path(folder) / name for name in ("gold", "texts", "made"))
        rebuild(HERE / "annotated" / f"{_option('--set', 'forty')}.tsv", train, gold)
        for telegram in gold.glob("*/*.ent.xml"):
            volume, name = telegram.parent.name, telegram.name.removesuffix(".ent.xml")
            (texts / volume).mkdir(parents=True, exist_ok=True)
            for file in (f"{name}.txt", "authority.xml"):
                shutil.copyfile(train / volume / file, texts / volume / file)
        _run(HERE / "convert_volumes.py", texts, made, *(["--core-only"] if "--core-only" in sys.argv else []))
        _run(bench / "entities.py", gold, made, "--lists", train, *show)


def rebuild(table: pathlib.Path, train: pathlib.Path, out: pathlib.Path) -> None:
    """Write OUT/VOLUME/dN.ent.xml of every document of the table."""
    for (volume, document), rows in itertools.groupby(_rows(table), lambda row: row[:2]):
        text = (train / volume / f"{document}.txt").read_bytes().decode()
        target = out / volume / f"{document}.ent.xml"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(f"<doc>{tagged(text, rows)}</doc>".encode())


def tagged(text: str, rows: Iterable[Row]) -> str:
    """The text with its elements; of two that start together the outer comes first in the table."""
    parts: list[str] = []
    open_: list[Row] = []
    at = 0

    def until(end: int) -> None:
        nonlocal at
        parts.append(escape(text[at:end]))
        at = end

    def close(before: int) -> None:
        while open_ and open_[-1].end <= before:
            until(open_[-1].end)
            parts.append(f"</{open_.pop().tag}>")

    for row in rows:
        close(row.start)
        until(row.start)
        attributes = (pair.partition("=") for pair in row.attributes.split())
        parts.append(f"<{row.tag}{''.join(f' {name}={quoteattr(value)}' for name, _, value in attributes)}>")
        open_.append(row)
    close(len(text))
    until(len(text))
    return "".join(parts)


def _rows(table: pathlib.Path) -> Iterator[Row]:
    with table.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            yield Row(row["volume"], row["document"], int(row["start"]), int(row["end"]), row["tag"], row["attributes"])


def _option(name: str, default: str) -> str:
    return sys.argv[sys.argv.index(name) + 1] if name in sys.argv else default


def _run(*command: object) -> None:
    subprocess.run([sys.executable, *map(str, command)], check=True)


if __name__ == "__main__":
    main()
