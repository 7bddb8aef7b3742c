"""How fast `validate` is, with jing beside it, and what it does with hostile files.

    validate.py DIR [--tei-all tei_all.rng] [--files 5000] [--runs 5]     one file, and many files, of the TEI files below DIR
    validate.py --hostile                                                  files that are made to do harm

Programs run in turn, each in a process of its own. Beside the time on the clock stands the processor's time, which a busy machine lengthens less, and
the largest memory. The rate of many files is told with and without the start; `libxml2` is what reading and validating alone take in one process.
"""

import argparse
import itertools
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from lxml import etree

ROOT = Path(__file__).resolve().parent.parent
CABLE = ROOT / "schemas" / "cable.rng"
OURS = (sys.executable, "-m", "tei_cable", "validate", "-q")
NS = 'xmlns="http://www.tei-c.org/ns/1.0"'


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--tei-all", type=Path)
    parser.add_argument("--files", type=int, default=5000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--hostile", action="store_true")
    options = parser.parse_args()
    if not options.hostile and options.folder is None:
        parser.error("a folder with TEI files is needed")
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as tmp:
        if options.hostile:
            hostile(Path(tmp))
        else:
            one_and_many(options, Path(tmp))


def one_and_many(options: argparse.Namespace, tmp: Path) -> None:
    """The time of one file, and the rate of many."""
    files = sorted(options.folder.rglob("*.xml"))
    one = sorted(files, key=lambda p: p.stat().st_size)[len(files) // 2]
    print(f"one file of {one.stat().st_size:,} bytes, medians of {options.runs} runs")
    programs: dict[str, Sequence[object]] = {
        "cable.rng": (*OURS, one, "--schema", "cable.rng", "--select", "S"),
        "cable, all rules": (*OURS, one),
        "jing, cable.rng": ("jing", CABLE, one),
    }
    if options.tei_all:
        programs["tei_all"] = (*OURS, one, "--schema", options.tei_all, "--select", "S")
        programs["jing, tei_all"] = ("jing", options.tei_all, one)
    for name, times in _in_turn(programs, options.runs).items():
        print(f"  {name:20} {times}")
    for i, path in zip(range(options.files), itertools.cycle(files)):
        shutil.copyfile(path, tmp / f"{i}.xml")
    print(f"{options.files} files of {sum(p.stat().st_size for p in tmp.iterdir()) // options.files:,} bytes on the average")
    print(f"  {'libxml2':20} {_libxml2(sorted(tmp.iterdir())):6.0f} files a second of processor's time")
    many = {name: [*map(str, program)] for name, program in programs.items() if not name.startswith("jing")}
    for name, program in many.items():
        seconds, used, memory, _ = _run([*program[: program.index(str(one))], str(tmp), *program[program.index(str(one)) + 1 :]])
        start = _run(program)[1]
        print(
            f"  {name:20} {options.files / used:6.0f} files a second of processor's time, {options.files / (used - start):.0f} without the start; "
            f"{seconds:.1f} s on the clock, {memory} MB"
        )


def _in_turn(programs: dict[str, Sequence[object]], runs: int) -> dict[str, str]:
    """The medians of each program; the first round, in which files are read from the disk, does not count."""
    took: dict[str, list[tuple[float, float]]] = {name: [] for name in programs if shutil.which(str(programs[name][0]))}
    memory: dict[str, int] = {}
    for _ in range(runs + 1):
        for name, program in programs.items():
            if name in took:
                seconds, used, memory[name], _ = _run(program)
                took[name].append((seconds, used))
    medians = {name: [statistics.median(t[i] for t in times[1:]) for i in (0, 1)] for name, times in took.items()}
    return {name: f"{clock:.3f} s on the clock, {used:.3f} s of processor's time, {memory[name]} MB" for name, (clock, used) in medians.items()}


def _run(command: Sequence[object]) -> tuple[float, float, int, str]:
    """Seconds on the clock, of the processor, MB at most, and what was printed."""
    with tempfile.TemporaryFile("w+") as said:
        began = time.perf_counter()
        process = subprocess.Popen([*map(str, command)], stdout=said, stderr=said, cwd=ROOT)
        _, _, used = os.wait4(process.pid, 0)
        took = time.perf_counter() - began
        said.seek(0)
        return took, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, said.read()


def _libxml2(files: Sequence[Path]) -> float:
    """Files a second that libxml2 reads and validates, and nothing else is done with."""
    schema = etree.RelaxNG(etree.parse(CABLE))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, collect_ids=False)
    began = time.process_time()
    for path in files:
        schema.validate(etree.fromstring(path.read_bytes(), parser))
    return len(files) / (time.process_time() - began)


def hostile(tmp: Path) -> None:
    """What becomes of each file: time, memory, the first finding."""
    for name, data in _hostile():
        path = tmp / "hostile.xml"
        with path.open("wb") as f:
            f.writelines(data)
        seconds, used, memory, said = _run((*OURS[:-1], path))
        first = next((line for line in said.splitlines() if line.startswith(("error", "warning"))), "NO FINDING")
        size = path.stat().st_size / 1e6
        print(f"  {name:26} {size:6.1f} MB {seconds:6.1f} s, {used:.1f} s of processor's time, {memory} MB  {first[:90]}", flush=True)


def _hostile() -> Iterator[tuple[str, Iterator[bytes]]]:
    """Names and contents of files that are made to do harm."""
    many = 1_000_000
    laughs = "".join(f'<!ENTITY a{i} "{"&a%d;" * 10 % ((i - 1,) * 10)}">' for i in range(1, 12))
    pointer, same, space, attribute = '<p xml:id="person%d" corresp="#prson%d"/>', '<p xml:id="a"/>', 'xmlns:a%d="u%d" ', 'a%d="1" '
    # made one by one: a program that is started counts the memory of the one that starts it as its own
    made: dict[str, Callable[[], str]] = {
        "entities in entities": lambda: f'<!DOCTYPE TEI [<!ENTITY a0 "ha">{laughs}]><TEI {NS}>&a11;</TEI>',
        "external entity": lambda: f'<!DOCTYPE TEI [<!ENTITY a SYSTEM "file:///etc/passwd">]><TEI {NS}>&a;</TEI>',
        "parameter entity": lambda: f'<!DOCTYPE TEI [<!ENTITY % a SYSTEM "http://127.0.0.1:9/a.dtd"> %a;]><TEI {NS}/>',
        "external DTD": lambda: f'<!DOCTYPE TEI SYSTEM "http://127.0.0.1:9/a.dtd"><TEI {NS}/>',
        "external DTD without end": lambda: f'<!DOCTYPE TEI SYSTEM "/dev/zero"><TEI {NS}/>',
        "entity not declared": lambda: f"<TEI {NS}>&a;</TEI>",
        "XInclude": lambda: f'<TEI {NS}><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/></TEI>',
        "100,000 deep": lambda: f"<TEI {NS}>{'<p>' * 100_000}{'</p>' * 100_000}</TEI>",
        "2,000 deep": lambda: f"<TEI {NS}>{'<p>' * 1990}{'</p>' * 1990}</TEI>",
        "5,000 dangling pointers": lambda: f"<TEI {NS}>{_each(pointer, 5000)}</TEI>",
        "5,000 times one id": lambda: f"<TEI {NS}>{_each(same, 5000)}</TEI>",
        "100,000 namespaces": lambda: f"<TEI {NS}><p {_each(space, 100_000)}/></TEI>",
        "3 MB of brackets": lambda: f"<TEI {NS}><text><body><p>{'a [1] ' * (many // 2)}</p></body></text></TEI>",
        "10^6 misplaced elements": lambda: f"<TEI {NS}>{'<p/>' * many}</TEI>",
        "10^6 attributes": lambda: f"<TEI {NS}><p {_each(attribute, many)}/></TEI>",
    }
    for name, text in made.items():
        yield name, iter([text().encode()])
    yield "broken UTF-8", iter([f"<TEI {NS}>a".encode(), b"\xff\xfe</TEI>"])
    hidden = b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a [+ADwAIQ-ENTITY a SYSTEM "file:///etc/passwd"+AD4AXQA+-<a>&a;</a>'
    yield "entity in UTF-7", iter([hidden])
    paragraphs = itertools.repeat(b"<p>" + b"a" * 92 + b"</p>\n", 2 * many)
    yield "200 MB", itertools.chain([f"<TEI {NS}><text><body>".encode()], paragraphs, [b"</body></text></TEI>"])


def _each(form: str, times: int) -> str:
    """A form so many times, with the number put in for each %d."""
    places = form.count("%d")
    return "".join(form % ((i,) * places) for i in range(times))


if __name__ == "__main__":
    main()
