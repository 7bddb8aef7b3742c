"""Speed of the whole line as a ratio to the benchmark's 60-line look-up, run beside it, and start-up times.

    speed.py BENCH [--runs N]

Each program converts BENCH/frus-dev in a process of its own, in turn, N times (default 5); the median of the ratios is what counts, since
machines are noisy. The look-up checks nothing; ours includes reading, all annotators, fidelity and RELAX NG checks, and writing.
"""

import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent


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
    print(f"Python {platform.python_version()}, {platform.machine()}, {count} telegrams, medians of {runs} runs")
    print(f"look-up            {statistics.median(theirs):6.2f} s  {count / statistics.median(theirs):6.0f} telegrams/s")
    print(f"tei-cable          {statistics.median(ours):6.2f} s  {count / statistics.median(ours):6.0f} telegrams/s")
    print(f"rate, look-up = 1  {statistics.median(t / o for t, o in zip(theirs, ours, strict=True)):6.2f}")
    for name, times in start.items():
        print(f"{name:22} {statistics.median(times):6.3f} s")


def _timed(*command: object) -> float:
    begin = time.perf_counter()
    subprocess.run([*map(str, command)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
