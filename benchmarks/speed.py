"""Speed of the whole line as a ratio to the benchmark's 60-line look-up, run beside it, and start-up times.

    speed.py BENCH [--runs N] [--spacy PIPELINE]

Each program converts BENCH/frus-dev in a process of its own, in turn, N times (default 5); the median of the ratios is what counts, since
machines are noisy. For the same reason the time is that of the processor; of a start, which also waits for the disk, that of the clock is given
too. The look-up checks nothing; ours includes reading, all annotators, fidelity and RELAX NG checks, and writing. spaCy's pipeline (default
en_core_web_sm) runs once, its recogniser of names alone, when it is installed.
"""

import argparse
import importlib.util
import pathlib
import statistics
import tempfile

from measure import CABLE, PYTHON, Took, in_turn, median, run, table

HERE = pathlib.Path(__file__).parent
_NER = """
import pathlib, sys, spacy
nlp = spacy.load(sys.argv[1], exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
for _ in nlp.pipe(p.read_text("utf-8") for p in sorted(pathlib.Path(sys.argv[2]).glob("*/d*.txt"))):
    pass
"""


def main() -> None:
    """Time the programs in turn, then start-up."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--spacy", default="en_core_web_sm")
    asked = parser.parse_args()
    source = asked.bench / "frus-dev"
    files = sorted(source.glob("*/d*.txt"))
    with tempfile.TemporaryDirectory() as tmp:
        programs = {
            "look-up": (PYTHON, asked.bench / "lookup.py", source, f"{tmp}/lookup"),
            "tei-cable": (PYTHON, HERE / "convert_volumes.py", source, f"{tmp}/ours"),
        }
        starts = {
            "Python, which does nothing": (PYTHON, "-c", "pass"),
            "`tei-cable --version`": (*CABLE, "--version"),
            "`tei-cable convert`, one telegram": (*CABLE, "convert", files[0], "-o", f"{tmp}/x.xml"),
        }
        whole, start = in_turn(programs, asked.runs), in_turn(starts, asked.runs)
    if importlib.util.find_spec(asked.spacy) if asked.spacy.isidentifier() else pathlib.Path(asked.spacy).exists():
        whole[f"spaCy, {asked.spacy}, names alone"] = [run(PYTHON, "-c", _NER, asked.spacy, source)] * asked.runs
    else:
        print(f"spaCy's pipeline {asked.spacy} is not installed here; it was not run.\n")
    rows = _rows(whole)
    table(
        (f"{len(files)} telegrams", "processor, s", "telegrams a second", "rate, look-up = 1", "memory, MB"),
        ((name, took.cpu, len(files) / took.cpu, rate, took.peak) for name, took, rate in rows),
    )
    table(("start", "processor, s", "clock, s", "speed, Python = 1"), ((name, took.cpu, took.clock, rate) for name, took, rate in _rows(start)))


def _rows(found: dict[str, list[Took]]) -> list[tuple[str, Took, float]]:
    """Each program with its medians, and its speed as the median of the ratios to the first, run by run."""
    first = next(iter(found.values()))
    return [(name, median(times), statistics.median(a.cpu / b.cpu for a, b in zip(first, times, strict=True))) for name, times in found.items()]


if __name__ == "__main__":
    main()
