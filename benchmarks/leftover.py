"""Are digits found that were markers of notes which are missing? On the FRUS benchmark, laid out as pasted from a web page.

    leftover.py BENCH [--seed 1]

BENCH is the folder with frus-dev and variants.py. Prints in how many telegrams a digit is told that is no such marker (all notes are there), and,
when one note between two others is taken away, how often its marker is told, and how often another digit.
"""

import argparse
import pathlib
import random
import re
import subprocess
import sys
import tempfile

from tei_cable.pipeline import Converter
from tei_cable.text.load import load
from tei_cable.text.notes import LEFT_OVER

_NOTE = re.compile(r"^(\d+)\. [^\n]*\n?", re.MULTILINE)
_TOLD = re.compile(r"The (\d+) after")


def main() -> None:
    """Count and print."""
    args = argparse.ArgumentParser()
    args.add_argument("bench", type=pathlib.Path)
    args.add_argument("--seed", type=int, default=1)
    given = args.parse_args()
    chance, converter = random.Random(given.seed), Converter(core=False)
    telegrams = alarms = taken = found = others = 0
    with tempfile.TemporaryDirectory() as tmp:
        subprocess.run([sys.executable, given.bench / "variants.py", "web", given.bench / "frus-dev", tmp], check=True)
        for path in sorted(pathlib.Path(tmp).glob("*/d*.txt")):
            text = path.read_text(encoding="utf-8")
            numbers, told = _read(converter, text)
            telegrams += 1
            alarms += bool(told)
            notes = [m for m in _NOTE.finditer(text) if m[1] in numbers[1:-1]]
            gone = chance.choice(notes) if notes else None
            if gone is None:
                continue
            left, told = _read(converter, text[: gone.start()] + text[gone.end() :])
            if len(left) == len(numbers) - 1 and gone[1] not in left:
                taken += 1
                found += gone[1] in told
                others += bool(told - {gone[1]})
    print(f"{telegrams} telegrams with all their notes: a digit told in {alarms}")
    print(f"{taken} with a note taken away: its marker told in {found}, another digit in {others}")


def _read(converter: Converter, text: str) -> tuple[list[str], set[str]]:
    """The numbers of the notes, and the digits that are told."""
    reading = converter.open(load(text.encode())[0])
    told = {m[1] for d in reading.diagnostics if d.code == LEFT_OVER.code and (m := _TOLD.match(d.message))}
    return [n.n for n in reading.cable.notes], told


if __name__ == "__main__":
    main()
