"""How fast `validate` is, with jing beside it, and what it does with hostile files.

    validate.py DIR [--tei-all tei_all.rng] [--files 5000] [--runs 5]     one file, and many files, of the TEI files below DIR
    validate.py --hostile                                                  files that are made to do harm

Programs run in turn, each in a process of its own. Beside the time on the clock stands the processor's time, which a busy machine lengthens less, and
the largest memory. The rate of many files is told with and without the start; `libxml2` is what reading and validating alone take in one process.
"""

import argparse
import itertools
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from lxml import etree
from measure import CABLE, ROOT, in_turn, machine, median, run, table

SCHEMA = ROOT / "schemas" / "cable.rng"
OURS = (*CABLE, "validate", "-q")
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
    print(f"{machine()}\n")
    with tempfile.TemporaryDirectory() as tmp:
        if options.hostile:
            hostile(Path(tmp))
        else:
            one_and_many(options, Path(tmp))


def one_and_many(options: argparse.Namespace, tmp: Path) -> None:
    """The time of one file, and the rate of many."""
    files = sorted(options.folder.rglob("*.xml"))
    one = sorted(files, key=lambda p: p.stat().st_size)[len(files) // 2]
    programs: dict[str, Sequence[object]] = {
        "jing, cable.rng": ("jing", SCHEMA, one),
        "`--schema cable.rng --select S`": (*OURS, one, "--schema", "cable.rng", "--select", "S"),
        "`cable`, all rules": (*OURS, one),
    }
    if options.tei_all:
        programs["`--schema tei_all.rng --select S`"] = (*OURS, one, "--schema", options.tei_all, "--select", "S")
        programs["jing, tei_all.rng"] = ("jing", options.tei_all, one)
    programs = {name: program for name, program in programs.items() if shutil.which(str(program[0]))}
    start = {name: median(times) for name, times in in_turn(programs, options.runs).items()}
    first = next(iter(start.values()))
    table(
        (f"one file of {one.stat().st_size:,} bytes", "processor, s", "clock, s", "memory, MB", f"speed, {next(iter(start))} = 1"),
        ((name, took.cpu, took.clock, took.peak, first.cpu / took.cpu) for name, took in start.items()),
    )
    for i, path in zip(range(options.files), itertools.cycle(files)):
        shutil.copyfile(path, tmp / f"{i}.xml")
    alone, size = _libxml2(sorted(tmp.iterdir())), sum(p.stat().st_size for p in tmp.iterdir()) // options.files
    rows: list[Sequence[object]] = [("libxml2 alone: read and validate", alone, alone, "", "", 1.0)]
    for name, program in programs.items():
        if not name.startswith("jing"):
            took = run(*(tmp if part is one else part for part in program), "--jobs", 1)
            rate = options.files / (took.cpu - start[name].cpu)
            rows.append((name, options.files / took.cpu, rate, took.clock, took.peak, rate / alone))
    head = ("a second of the processor", "without the start", "clock, s", "memory, MB", "rate, libxml2 = 1")
    table((f"{options.files} files of {size:,} bytes", *head), rows)


def _libxml2(files: Sequence[Path]) -> float:
    """Files a second that libxml2 reads and validates, and nothing else is done with."""
    schema = etree.RelaxNG(etree.parse(SCHEMA))
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
        took = run(*OURS[:-1], path)
        first = next((line for line in took.said.splitlines() if line.startswith(("error", "warning"))), "NO FINDING")
        size = path.stat().st_size / 1e6
        print(f"  {name:26} {size:6.1f} MB {took.clock:6.1f} s, {took.cpu:.1f} s of the processor, {took.peak:.0f} MB  {first[:90]}", flush=True)


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
