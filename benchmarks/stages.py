"""Where the time of a conversion goes: the share of each stage and of each annotator.

    stages.py BENCH [--runs N]

Converts BENCH/frus-dev N times (default 3) in one process, each volume with its list, and prints the medians in CPU time, so that what else the
machine does counts little. The first run is printed apart: it also reads tables, compiles patterns and fills caches.
"""

import collections
import gc
import pathlib
import statistics
import sys
import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from measure import table

from tei_cable import pipeline
from tei_cable.authority import scene
from tei_cable.pipeline import BATCH, Converter
from tei_cable.rules.schema.not_valid import NotValid
from tei_cable.text.load import load

Spent = collections.Counter[str]


class Clock:
    """CPU time by stage; what a stage calls that is a stage of its own counts there alone."""

    def __init__(self) -> None:
        self.spent: Spent = collections.Counter()
        self._since = time.process_time()
        self._open = ["other"]

    def stage(self, owner: Any, name: str, stage: str) -> None:
        """From now on the time in the function `name` of `owner` is that of `stage`."""
        inner: Callable[..., Any] = getattr(owner, name)

        @wraps(inner)
        def timed(*args: Any, **more: Any) -> Any:
            self._turn()
            self._open.append(stage)
            try:
                made = inner(*args, **more)
                # a generator's work is done when it is asked
                return list(made) if hasattr(made, "__next__") else made
            finally:
                self._turn()
                self._open.pop()

        setattr(owner, name, timed)

    def _turn(self) -> None:
        now = time.process_time()
        self.spent[self._open[-1]] += now - self._since
        self._since = now

    def taken(self) -> Spent:
        """What was spent since it was last asked."""
        self._turn()
        spent, self.spent = self.spent, collections.Counter()
        return spent


def main() -> None:
    """Convert, and print what each stage took."""
    gc.set_threshold(500_000)
    source = pathlib.Path(sys.argv[1]) / "frus-dev"
    runs = int(sys.argv[sys.argv.index("--runs") + 1]) if "--runs" in sys.argv else 3
    clock = Clock()
    clock.stage(pipeline, "load", "load lists")
    clock.stage(Converter, "open", "read")
    clock.stage(scene, "hits", "find forms")
    clock.stage(scene, "shadow", "find forms")
    clock.stage(pipeline, "settle", "settle")
    clock.stage(pipeline, "build", "build")
    clock.stage(Converter, "check", "check: coverage and text")
    clock.stage(pipeline, "read_tree", "check: parse")
    clock.stage(NotValid, "check", "check: schema")
    for annotator in Converter(core=False).annotators:
        clock.stage(type(annotator), "annotate", f"annotate: {type(annotator).__name__.lower()}")
    clock.taken()
    spent, count = zip(*(_converted(source, clock) for _ in range(runs + 1)), strict=True)
    first, rest = spent[0], spent[1:]
    median = {stage: statistics.median(s[stage] for s in rest) for stage in first}
    whole = sum(median.values())
    rows = [*((stage, took, first[stage]) for stage, took in sorted(median.items(), key=lambda s: -s[1])), ("whole", whole, first.total())]
    table(
        (f"{count[0]} telegrams, medians of {runs} runs", "ms a telegram", "a second", "time, whole = 1", "ms in a first run"),
        ((name, 1000 * took / count[0], count[0] / took, took / whole, 1000 * once / count[0]) for name, took, once in rows),
    )


def _converted(source: pathlib.Path, clock: Clock) -> tuple[Spent, int]:
    done = 0
    for volume in sorted(v for v in source.iterdir() if v.is_dir()):
        converter = Converter([str(volume / "authority.xml")])
        files = sorted(volume.glob("d*.txt"))
        for batch in (files[i : i + BATCH] for i in range(0, len(files), BATCH)):
            converter.convert_batch([load(f.read_bytes(), str(f))[0] for f in batch])
        done += len(files)
    return clock.taken(), done


if __name__ == "__main__":
    main()
