"""Speed of the whole line as a ratio to the benchmark's 60-line look-up, run beside it, and start-up times.

    speed.py BENCH [--runs N]

Each program converts BENCH/frus-dev in a process of its own, in turn, N times (default 5); the median of the ratios is what counts, since
machines are noisy. For the same reason the time is that of the processor; of a start, which also waits for the disk, that of the clock is given
too. The look-up checks nothing; ours includes reading, all annotators, fidelity and RELAX NG checks, and writing.
"""

import os
import pathlib
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

HERE = pathlib.Path(__file__).parent
# Bytecode is kept between the runs, as that of an installed package is.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class Took(NamedTuple):
    """Seconds that a process took: of the processor and of the clock."""

    cpu: float
    clock: float


def main() -> None:
    """Time both programs in turn, then start-up."""
    bench = pathlib.Path(sys.argv[1])
    runs = int(sys.argv[sys.argv.index("--runs") + 1]) if "--runs" in sys.argv else 5
    source = bench / "frus-dev"
    count = len(list(source.glob("*/d*.txt")))
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as tmp:
        for _ in range(runs + 1):
            theirs.append(_timed(sys.executable, bench / "lookup.py", source, f"{tmp}/lookup"))
            ours.append(_timed(sys.executable, HERE / "convert_volumes.py", source, f"{tmp}/ours"))
        one = next(iter(sorted(source.glob("*/d1*.txt"))))
        start = {
            "--version": [_timed(sys.executable, "-m", "tei_cable", "--version") for _ in range(runs)],
            "convert one telegram": [_timed(sys.executable, "-m", "tei_cable", "convert", one, "-o", f"{tmp}/x.xml") for _ in range(runs)],
        }
    ours, theirs = ours[1:], theirs[1:]
    print(f"Python {platform.python_version()}, {platform.machine()}, {count} telegrams, medians of {runs} runs, seconds of the processor")
    for program, times in (("look-up", theirs), ("tei-cable", ours)):
        print(f"{program:22} {_median(times).cpu:6.2f} s  {count / _median(times).cpu:6.0f} telegrams/s")
    print(f"rate, look-up = 1      {statistics.median(t.cpu / o.cpu for t, o in zip(theirs, ours, strict=True)):6.2f}")
    for name, times in start.items():
        print(f"{name:22} {_median(times).cpu:6.3f} s  by the clock {_median(times).clock:6.3f} s")


def _median(times: list[Took]) -> Took:
    return Took(*map(statistics.median, zip(*times, strict=True)))


def _timed(*command: object) -> Took:
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([*map(str, command)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_ENVIRONMENT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Took(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, time.perf_counter() - begin)


if __name__ == "__main__":
    main()
