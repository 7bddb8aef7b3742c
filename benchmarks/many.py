"""Many telegrams: memory and time from the first to the last, some of them poisoned, and runs that are killed and gone on with.

    many.py memory BENCH [--count N] [--jobs N]     the telegrams of BENCH/frus-dev copied under new names (default 100,000)
    many.py poison BENCH [--count N] [--jobs N]     one in a hundred is no telegram: empty, binary, hostile, or 20 MB
    many.py kill BENCH [--count N] [--jobs N]       killed at 50 random instants, and gone on with each time

Each prints what it found, and ends with 1 when something is not as docs/many.md says.
"""

import argparse
import itertools
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

LINE = (sys.executable, "-m", "tei_cable", "convert")
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
    parser.add_argument("what", choices=["memory", "poison", "kill"])
    parser.add_argument("bench", type=pathlib.Path)
    parser.add_argument("--count", type=int)
    parser.add_argument("--jobs", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return {"memory": memory, "poison": poison, "kill": kill}[asked.what](asked, pathlib.Path(folder))


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
    """Time a telegram and peak memory of the process that was started, for each tenth of the run."""
    count = asked.count or 100_000
    copied(asked.bench, folder / "in", count)
    run = subprocess.Popen([*LINE, folder / "in", "-O", folder / "out", "--jobs", str(asked.jobs), "-q"])
    tenths: list[tuple[float, float]] = []
    begin = time.monotonic()
    while run.poll() is None:
        time.sleep(0.2)
        journal = folder / "out" / ".tei-cable.part"
        done = sum(1 for _ in (folder / "out").glob("*/*.xml")) if count <= 5000 else _last(folder / "out", count)
        if journal.exists() and done * 10 >= count * (len(tenths) + 1):
            tenths.append((time.monotonic() - begin, _peak(run.pid)))
    times = [b - a for a, b in itertools.pairwise([0.0, *(t for t, _ in tenths)])]
    for (_, peak), tenth in zip(tenths, times, strict=True):
        print(f"{tenth / (count / 10) * 1000:.2f} ms a telegram, peak {peak:.0f} MB")
    return run.returncode


def _last(out: pathlib.Path, count: int) -> int:
    """How many are written, to within a thousand."""
    return sum(1000 for n in range(count // 1000) if (out / f"{n + 1:04}").exists())


def _peak(pid: int) -> float:
    """The most memory that a process had so far, in MB (Linux)."""
    status = pathlib.Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def poison(asked: argparse.Namespace, folder: pathlib.Path) -> int:
    """All others are done; what is no text is reported."""
    telegrams = copied(asked.bench, folder / "in", asked.count or 2_000)
    poisoned = telegrams[50::100]
    for n, path in enumerate(poisoned):
        path.write_bytes(HOSTILE[n % len(HOSTILE)])
    run = subprocess.run(
        [*LINE, folder / "in", "-O", folder / "out", "--jobs", str(asked.jobs)], capture_output=True, text=True, check=False
    )
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
    command = [*LINE, folder / "in", "-q", "--resume", "--jobs", str(asked.jobs), "-O"]
    begin = time.monotonic()
    subprocess.run([*command, folder / "whole"], check=True)
    whole, chance, differ = time.monotonic() - begin, random.Random(1962), 0
    for n in range(50):
        run = subprocess.Popen([*command, folder / "out"])
        time.sleep(chance.uniform(0, whole))
        run.send_signal(signal.SIGKILL)
        run.wait()
        subprocess.run([*command, folder / "out"], check=True)
        same = subprocess.run(["diff", "-rq", folder / "whole", folder / "out"], check=False).returncode == 0
        differ += not same
        if n % 5 == 4:
            shutil.rmtree(folder / "out")
    print(f"killed 50 times at random instants of {whole:.1f} s, gone on with: {differ} trees differ")
    return int(differ > 0)


if __name__ == "__main__":
    os.environ.setdefault("PYTHONPATH", str(pathlib.Path(__file__).parent.parent))
    sys.exit(main())
