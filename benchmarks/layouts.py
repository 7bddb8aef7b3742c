"""Convert the FRUS benchmark in every layout and print one table of scores.

    layouts.py BENCH [--only NAME;NAME] [--volumes NAME,NAME] [--keep DIR] [--show N]

BENCH is the folder with frus-dev, variants.py and score.py. The layouts are the folder as it stands ("brackets"), the five that variants.py
makes, and those of `relayouts.py`. Each volume is converted with its authority.xml. The last columns say how long conversion took, brackets = 1,
and which reader read how many telegrams. --keep leaves texts and TEI in DIR; --show hands N to score.py and prints what it says of each layout.
"""

import argparse
import collections
import importlib.util
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from types import ModuleType

from relayouts import LAYOUTS, Break

from tei_cable.pipeline import BATCH, Converter
from tei_cable.text.load import load

BASE = "brackets"
THEIRS = ("web", "broken", "pages", "wrapped", "wilson")
# score.py counts the words of page furniture as text, and a line end inside a word as a blank
_FURNITURE = re.compile(rb"<fw\b[^>]*>[^<]*</fw>\s?")
_LINE_END = re.compile(rb'<lb break="no"/>')


def main() -> None:
    """Lay out, convert, score, print."""
    args = argparse.ArgumentParser()
    args.add_argument("bench", type=pathlib.Path)
    for name in ("--only", "--volumes", "--keep", "--show"):
        args.add_argument(name, default="")
    given = args.parse_args()
    chosen = given.only.split(";") if given.only else [BASE, *THEIRS, *LAYOUTS]
    with tempfile.TemporaryDirectory() as tmp:
        work = pathlib.Path(given.keep or tmp)
        gold = _gold(given.bench / "frus-dev", given.volumes.split(",") if given.volumes else [], work)
        folders = {name: _laid_out(name, given.bench, gold, work / "text" / _file(name)) for name in dict.fromkeys([BASE, *chosen])}
        taken, readers = _convert(folders, work)
        print(_ROW.format("layout", "fidelity", "notes", "paras", "dateline", "signed", "persName", "time"), "readers |")
        print("| --- " * 9 + "|")
        for name in chosen:
            scores = _scores(given.bench, gold, work / "tei" / _file(name), given.show)
            read = ", ".join(f"{reader} {n}" for reader, n in readers[name].most_common())
            print(_ROW.format(name, *scores, f"{taken[name] / taken[BASE]:.2f}"), f"{read} |", flush=True)


_ROW = "| {:26} | {:>8} | {:>7} | {:>7} | {:>8} | {:>7} | {:>8} | {:>6} |"


def _file(name: str) -> str:
    return re.sub(r"\W+", "-", name).strip("-")


def _gold(bench: pathlib.Path, volumes: Sequence[str], work: pathlib.Path) -> pathlib.Path:
    """The benchmark, or a copy with these volumes only."""
    if not volumes:
        return bench
    for volume in volumes:
        shutil.copytree(bench / volume, work / "gold" / volume, dirs_exist_ok=True, copy_function=shutil.copyfile)
    return work / "gold"


def _laid_out(name: str, bench: pathlib.Path, gold: pathlib.Path, out: pathlib.Path) -> pathlib.Path:
    """The folder with the texts of one layout."""
    if name == BASE:
        return gold
    if name in THEIRS:
        subprocess.run([sys.executable, bench / "variants.py", name, gold, out], check=True)
        return out
    variants = _module(bench / "variants.py")
    for f in gold.glob("*/d*.txt"):
        text = f.read_text(encoding="utf-8")
        breaks = list(_breaks(text, variants, f.with_suffix(".gold.xml")))
        target = out / f.parent.name / f.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(LAYOUTS[name](text, breaks), encoding="utf-8", newline="")
    return out


def _breaks(text: str, variants: ModuleType, gold: pathlib.Path) -> Iterable[Break]:
    """The page breaks that can be found in the text, as variants.py chooses them."""
    for _, left, right, cut in variants.page_breaks(gold):
        a, b = left.strip(), right.strip()
        if "\0" not in a + b and min(len(a), len(b)) >= 12 and text.count(f"{a} {b}" if cut else f"{a}\n\n{b}") == 1:
            yield a, b, cut


def _module(path: pathlib.Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _convert(folders: dict[str, pathlib.Path], work: pathlib.Path) -> tuple[dict[str, float], dict[str, collections.Counter[str]]]:
    """Convert all layouts, volume by volume; seconds of processor time and readers of each layout."""
    taken: dict[str, float] = dict.fromkeys(folders, 0.0)
    readers: dict[str, collections.Counter[str]] = {name: collections.Counter() for name in folders}
    gold = folders[BASE]
    for volume in sorted(v for v in gold.iterdir() if v.is_dir()):
        converter = Converter([str(f) for f in volume.glob("authority.xml")])
        _volume(converter, gold / volume.name, None)
        for name, folder in folders.items():
            taken[name] += _volume(converter, folder / volume.name, work / "tei" / _file(name) / volume.name, readers[name])
    return taken, readers


def _volume(converter: Converter, source: pathlib.Path, out: pathlib.Path | None, readers: collections.Counter[str] | None = None) -> float:
    """Convert one volume; seconds of processor time. Without `out` only to warm up."""
    files = sorted(source.glob("d*.txt"))[: None if out else BATCH]
    begin = time.process_time()
    made = []
    for batch in (files[i : i + BATCH] for i in range(0, len(files), BATCH)):
        made += converter.convert_batch([load(f.read_bytes(), str(f))[0] for f in batch])
    took = time.process_time() - begin
    if out and readers is not None:
        out.mkdir(parents=True, exist_ok=True)
        for f, conversion in zip(files, made, strict=True):
            (out / f"{f.stem}.xml").write_bytes(_LINE_END.sub(b"", _FURNITURE.sub(b"", conversion.tei)))
            readers[conversion.cable.dialect] += 1
    return took


def _scores(bench: pathlib.Path, gold: pathlib.Path, out: pathlib.Path, show: str) -> list[object]:
    command = [sys.executable, str(bench / "score.py"), str(gold), str(out)]
    if show:
        print(subprocess.run([*command, "--show", show], check=True, capture_output=True, text=True).stdout)
    made = json.loads(subprocess.run([*command, "--json"], check=True, capture_output=True, text=True).stdout)
    return [made["fidelity"], made["notes"]["F1"], made["paras"]["F1"], made["dateline"], made["signed"], made["persName"]["F1"]]


if __name__ == "__main__":
    main()
