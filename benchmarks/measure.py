"""What the programs here share: a process that is timed, programs that run in turn, the machine, a table in Markdown."""

import itertools
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

ROOT = pathlib.Path(__file__).resolve().parent.parent
PYTHON = sys.executable
CABLE = (PYTHON, "-m", "tei_cable")
# Bytecode is kept between the runs, as that of an installed package is.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
ENVIRONMENT["PYTHONPATH"] = os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))


class Took(NamedTuple):
    """Seconds of the processor and of the clock that a process and those that it started took, the most memory of one of them in MB."""

    cpu: float
    clock: float
    peak: float
    said: str = ""


def run(*command: object) -> Took:
    """Run a program to its end. Raises CalledProcessError when it fails; findings (status 1) are no failure."""
    with tempfile.TemporaryFile("w+") as said:
        began = time.perf_counter()
        process = subprocess.Popen([*map(str, command)], stdout=said, stderr=said, env=ENVIRONMENT)
        _, status, used = os.wait4(process.pid, 0)
        took = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        told = said.read()
        if process.returncode not in (0, 1):
            raise subprocess.CalledProcessError(process.returncode, process.args, told)
        return Took(used.ru_utime + used.ru_stime, took, used.ru_maxrss / 1024, told)


def in_turn(programs: Mapping[str, Sequence[object]], runs: int) -> dict[str, list[Took]]:
    """What each program took, run after run, since machines are noisy; the first round, in which files are read from the disk, does not count."""
    rounds = [{name: run(*program) for name, program in programs.items()} for _ in range(runs + 1)]
    return {name: [took[name] for took in rounds[1:]] for name in programs}


def median(times: Sequence[Took]) -> Took:
    """The medians of each figure."""
    return Took(*(statistics.median(t[i] for t in times) for i in (0, 1, 2)))


def machine() -> str:
    """What the figures depend on."""
    from lxml import etree

    import tei_cable

    info = pathlib.Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
    xml = ".".join(map(str, etree.LIBXML_VERSION))
    versions = f"tei-cable {tei_cable.__version__}, Python {platform.python_version()}, lxml {etree.__version__}, libxml2 {xml}"
    return f"{model}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}; {platform.system()}; {versions}"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table."""
    for row in itertools.chain((head, ["---"] * len(head)), rows):
        print("|", " | ".join(map(_cell, row)), "|")
    print(flush=True)


def _cell(value: object) -> str:
    return str(value) if not isinstance(value, float) else f"{value:.3g}" if value < 100 else f"{value:.0f}"
