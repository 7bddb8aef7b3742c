"""Many telegrams: memory and time from the first to the last, several cores, some telegrams poisoned, runs and workers that are killed.

    many.py memory BENCH [--count N] [--jobs N]     the telegrams of BENCH/frus-dev copied under new names (default 100,000)
    many.py cores BENCH [--count N] [--runs N]      one process, and two; beside them two separate runs of half the telegrams each (default 4,000)
    many.py poison BENCH [--count N] [--jobs N]     one in a hundred is no telegram: empty, binary, hostile, or 20 MB
    many.py kill BENCH [--count N] [--jobs N]       killed at 50 random instants, and gone on with each time
    many.py cluster BENCH [--count N] [--runs N]    a Dask cluster of two workers, of which one is killed at a random instant (default 10 times)

Each prints what it found, and ends with 1 when something is not as docs/many.md says.
"""

import argparse
import itertools
import json
import os
import pathlib
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from measure import CABLE, ENVIRONMENT, PYTHON, table

LINE = (*CABLE, "convert")
# What is promised of many: most memory of the process that was started in MB, how much longer the last tenth may take, two cores against one.
MOST, LONGER, TWICE = 300, 1.1, 1.8
HOSTILE = (
    b"",
    random.Random(1).randbytes(20_000),
    ("[" * 20_000).encode(),
    "\u202e\ufeff\U0010ffff]]>&#0;<!DOCTYPE x [<!ENTITY a 'b'>]> \u0000".encode() * 500,
    b"word " * 4_000_000,
)


def main() -> int:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    modes = {"memory": memory, "cores": cores, "poison": poison, "kill": kill, "cluster": cluster}
    parser.add_argument("what", choices=modes)
    parser.add_argument("bench", type=pathlib.Path)
    parser.add_argument("--count", type=int)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--runs", type=int)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return modes[asked.what](asked, pathlib.Path(folder))


def copied(bench: pathlib.Path, into: pathlib.Path, count: int) -> list[pathlib.Path]:
    """So many telegrams, a thousand in a folder."""
    texts = itertools.cycle([p.read_bytes() for p in sorted((bench / "frus-dev").glob("*/d*.txt"))])
    made = []
    for n, data in zip(range(count), texts, strict=False):
        path = into / f"{n // 1000:04}" / f"d{n:07}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        made.append(path)
    return made


def memory(asked: argparse.Namespace, folder: pathlib.Path) -> int:
    """Time a telegram, and memory and time of the process that was started, for each tenth of the run; start-up belongs to none."""
    count = asked.count or 100_000
    telegrams = copied(asked.bench, folder / "in", count)
    made = [folder / "out" / p.relative_to(folder / "in").with_suffix(".xml") for p in (telegrams[0], *telegrams[count // 10 - 1 :: count // 10])]
    run = _started(folder / "in", "-O", folder / "out", "--jobs", asked.jobs, "-q")
    tenths: list[tuple[float, float, float, float]] = []
    while run.poll() is None:
        if len(tenths) < len(made) and made[len(tenths)].exists():
            with suppress(OSError, IndexError):
                tenths.append((time.monotonic(), _processor(run.pid), sum(map(_processor, [run.pid, *_started_by(run.pid)])), _peak(run.pid)))
        time.sleep(0.02)
    rows = [(n * count // 10, *(1000 * (b - a) / (count / 10) for a, b in zip(x[:3], y[:3], strict=True)), y[3]) for n, (x, y) in _pairs(tenths)]
    table((f"of {count} telegrams, --jobs {asked.jobs}", "clock, ms each", "processor of the parent, ms each", "of all, ms each", "parent, MB"), rows)
    slower, most = rows[-1][1] / rows[0][1], max(row[4] for row in rows)
    print(f"The last tenth took {slower:.2f} times as long as the first; the parent had {most:.0f} MB at most, {rows[0][4]:.0f} MB in the first.")
    return int(run.returncode != 0 or slower > LONGER or most > MOST)


def _pairs(tenths: Sequence[tuple[float, float, float, float]]) -> Iterator[tuple[int, Sequence[tuple[float, float, float, float]]]]:
    return enumerate(itertools.pairwise(tenths), 1)


def _processor(pid: int) -> float:
    """Seconds of the processor that a process took so far (Linux)."""
    told = pathlib.Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / 100


def _started_by(pid: int) -> list[int]:
    """The processes that a process has started (Linux)."""
    return [int(child) for f in pathlib.Path(f"/proc/{pid}/task").glob("*/children") for child in f.read_text(encoding="ascii").split()]


def _peak(pid: int) -> float:
    """The most memory that a process had so far, in MB (Linux)."""
    status = pathlib.Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def cores(asked: argparse.Namespace, folder: pathlib.Path) -> int:
    """What a second process gains; what two runs that know nothing of one another gain is what this machine has to give."""
    count = asked.count or 4000
    copied(asked.bench, folder / "in", count)
    parts = sorted((folder / "in").iterdir())
    half = len(parts) // 2
    ways = {
        "one process": [(*parts, "--jobs", 1)],
        "two separate runs of half each": [(*parts[:half], "--jobs", 1), (*parts[half:], "--jobs", 1)],
        "`--jobs 2`": [(*parts, "--jobs", 2)],
    }
    took: dict[str, list[float]] = {name: [] for name in ways}
    for _, (name, commands) in itertools.product(range(asked.runs or 3), ways.items()):
        began = time.perf_counter()
        runs = [_started(*command, "-q", "-O", folder / "out" / str(n)) for n, command in enumerate(commands)]
        statuses = [run.wait() for run in runs]
        took[name].append(time.perf_counter() - began)
        shutil.rmtree(folder / "out")
        if any(statuses):
            return 1
    medians = {name: statistics.median(times) for name, times in took.items()}
    one = medians["one process"]
    table((f"{count} telegrams", "clock, s", "telegrams a second", "rate, one process = 1"), ((n, t, count / t, one / t) for n, t in medians.items()))
    return int(one / medians["`--jobs 2`"] < TWICE)


def _started(*more: object) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([*LINE, *map(str, more)], env=ENVIRONMENT)


def poison(asked: argparse.Namespace, folder: pathlib.Path) -> int:
    """All others are done; what is no text is reported."""
    telegrams = copied(asked.bench, folder / "in", asked.count or 2_000)
    poisoned = telegrams[50::100]
    for n, path in enumerate(poisoned):
        path.write_bytes(HOSTILE[n % len(HOSTILE)])
    command = [*LINE, folder / "in", "-O", folder / "out", "--jobs", str(asked.jobs)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, env=ENVIRONMENT)
    made = {p.stem for p in (folder / "out").glob("*/*.xml")}
    good = {p.stem for p in telegrams} - {p.stem for p in poisoned}
    refused = {p.stem for p in poisoned} - made
    said = sum(line.startswith("error") and any(stem in line for stem in refused) for line in run.stderr.splitlines())
    print(f"{len(good)} telegrams, {len(good - made)} of them not done; {len(poisoned)} poisoned, {len(refused)} refused, {said} of them reported")
    print(f"exit status {run.returncode}: {run.stderr.splitlines()[-1]}")
    return int(bool(good - made) or said != len(refused) or run.returncode != 1)


def kill(asked: argparse.Namespace, folder: pathlib.Path) -> int:
    """The tree of a run that was killed again and again is that of an undisturbed one."""
    copied(asked.bench, folder / "in", asked.count or 1_000)
    command = (folder / "in", "-q", "--resume", "--jobs", asked.jobs, "-O")
    whole, chance, differ = _whole(*command, folder / "whole"), random.Random(1962), 0
    for n in range(50):
        run = _started(*command, folder / "out")
        time.sleep(chance.uniform(0, whole))
        run.send_signal(signal.SIGKILL)
        run.wait()
        _whole(*command, folder / "out")
        differ += _differ(folder / "whole", folder / "out")
        if n % 5 == 4:
            shutil.rmtree(folder / "out")
    print(f"killed 50 times at random instants of {whole:.1f} s, gone on with: {differ} trees differ")
    return int(differ > 0)


def _whole(*more: object) -> float:
    """Seconds that a run takes which nobody disturbs."""
    began = time.monotonic()
    if _started(*more).wait():
        raise SystemExit(f"failed: {more}")
    return time.monotonic() - began


def _differ(one: pathlib.Path, other: pathlib.Path) -> bool:
    """Whether two trees are not the same to the byte."""
    return subprocess.run(["diff", "-rq", one, other], check=False).returncode != 0


def cluster(asked: argparse.Namespace, folder: pathlib.Path) -> int:
    """The tree of a run of which a worker was killed is that of an undisturbed one, in one process."""
    copied(asked.bench, folder / "in", asked.count or 1_000)
    _whole(folder / "in", "-q", "--jobs", 1, "-O", folder / "whole")
    chance, differ, hit, runs = random.Random(1962), 0, 0, asked.runs or 10
    with _scheduler(folder / "scheduler.json") as address, _worker(address):
        command = (folder / "in", "-q", "--scheduler", address, "-O", folder / "out")
        with _worker(address):
            whole = _whole(*command)
            differ += _differ(folder / "whole", folder / "out")
        for _ in range(runs):
            shutil.rmtree(folder / "out", ignore_errors=True)
            with _worker(address) as victim:
                run = _started(*command)
                time.sleep(chance.uniform(0.1, 0.9) * whole)
                hit += run.poll() is None
                victim.send_signal(signal.SIGKILL)
                differ += run.wait() != 0 or _differ(folder / "whole", folder / "out")
    print(f"of two workers one was killed, {runs} times, {hit} of them in the midst of a run of {whole:.1f} s: {differ} trees differ")
    return int(differ > 0)


@contextmanager
def _scheduler(file: pathlib.Path) -> Iterator[str]:
    """A Dask scheduler; its address."""
    ports = ("--port", "0", "--no-dashboard", "--dashboard-address", ":0")
    command = [PYTHON, "-m", "distributed.cli.dask_scheduler", *ports, "--scheduler-file", str(file)]
    with _ended(subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.DEVNULL)):
        while not file.exists() or not file.read_bytes().rstrip().endswith(b"}"):
            time.sleep(0.1)
        yield json.loads(file.read_bytes())["address"]


@contextmanager
def _worker(address: str) -> "Iterator[subprocess.Popen[bytes]]":
    """One more worker of a scheduler, which has begun."""
    from distributed import Client

    command = [PYTHON, "-m", "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard"]
    with Client(address) as client, _ended(subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.DEVNULL)) as worker:
        while worker.pid not in client.run(os.getpid).values():
            time.sleep(0.2)
        yield worker


@contextmanager
def _ended(process: "subprocess.Popen[bytes]") -> "Iterator[subprocess.Popen[bytes]]":
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    sys.exit(main())
