"""Does a new conversion undo a decision? On telegrams of the FRUS benchmark, a tenth of whose doubts are decided.

    review.py BENCH [--number 200] [--every 10]

BENCH is the folder with frus-dev. The telegrams are converted with their volumes' lists; every tenth doubt, in the order of the queue, is decided in
turn: accepted, given to the last alternative, made nobody's, rejected. They are converted again with the same settings (whose bytes differ from
those of `review apply`?), and with neither lists nor core authority (which decisions do not hold?). Prints the figures; the exit status is 1 if a
decision is lost or a byte differs.
"""

import argparse
import pathlib
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import cycle
from typing import NamedTuple

from tei_cable.desk.deciding import decide
from tei_cable.desk.decisions import ACCEPT, NONE, REJECT, Decision, line, of_telegram
from tei_cable.desk.doubts import Doubt, by_value, doubts, telegram_of
from tei_cable.desk.evidence import Evidence
from tei_cable.desk.keeping import LOST, Keeping
from tei_cable.model import Severity, Source
from tei_cable.pipeline import Converter
from tei_cable.tei.parse import read_tree
from tei_cable.tei.verify import verify
from tei_cable.text.load import load

NAMES = {"persName", "rs"}


class Telegram(NamedTuple):
    """A telegram with the list of its volume, its TEI, and what is in doubt there."""

    source: Source
    authority: str
    tei: bytes
    doubts: Sequence[Doubt]


class Figures(NamedTuple):
    """What `run` found: decisions, those lost with the same and with other settings, telegrams with another byte, those that are not faithful."""

    telegrams: int
    codes: Counter[str]
    decided: Counter[str]
    lost: Sequence[str]
    differ: int
    lost_otherwise: Sequence[str]
    unfaithful: int
    seconds: float


def telegrams(bench: pathlib.Path, number: int) -> Iterator[Telegram]:
    """The first telegrams of the volumes, converted."""
    volumes = sorted(v for v in (bench / "frus-dev").iterdir() if v.is_dir())
    each = -(-number // len(volumes))
    left = number
    for volume in volumes:
        converter = Converter([str(volume / "authority.xml")])
        evidence = Evidence(converter).of
        for path in sorted(volume.glob("d*.txt"))[: min(each, left)]:
            source = load(path.read_bytes(), str(path))[0]
            tei = converter.convert(source).tei
            left -= 1
            yield Telegram(source, str(volume / "authority.xml"), tei, doubts(tei, str(path), evidence))


def decisions(queue: Sequence[Doubt], every: int) -> list[Decision]:
    """Every so many of the queue, decided in turn."""
    turns = cycle((ACCEPT, "", NONE, REJECT))
    return [Decision(d, _said(d, next(turns)), "A. Editor", "2026-01-02") for d in queue[::every]]


def _said(d: Doubt, turn: str) -> str:
    if d.kind not in NAMES or (not turn and not d.alternatives):
        return ACCEPT
    return turn or d.alternatives[-1].id


def run(bench: pathlib.Path, number: int, every: int) -> Figures:
    """Convert, decide, convert again twice."""
    began = time.perf_counter()
    made = list(telegrams(bench, number))
    queue = by_value(d for t in made for d in t.doubts)
    decided = decisions(queue, every)
    table = ("decisions.jsonl", "".join(map(line, decided)).encode())
    lost: list[str] = []
    otherwise: list[str] = []
    differ = unfaithful = 0
    keeping: dict[str, Keeping] = {}
    bare = Keeping([table], core=False)
    for t in made:
        again = keeping.setdefault(t.authority, Keeping([table], [t.authority]) if t.authority not in keeping else keeping[t.authority])
        here = of_telegram(decided, *telegram_of(read_tree(t.tei)))
        applied = decide(t.tei, here, again.authority.entity)
        lost += [f"{t.source.path}: {d.decision} on {d.doubt.words!r}: {why}" for d, why in applied.lost]
        same, other = again.convert(t.source), bare.convert(t.source)
        differ += same.tei != applied.data
        faults = (d for d in other.diagnostics if d.code == LOST.code or d.severity is Severity.ERROR)
        otherwise += [f"{t.source.path}: {d.message}" for d in faults]
        unfaithful += not (verify(t.source, same.tei).ok and verify(t.source, other.tei).ok)
    kinds = Counter(d.decision if d.decision in (ACCEPT, NONE, REJECT) else "alternative" for d in decided)
    codes = Counter(f"{d.code} {d.doubt}" for d in queue)
    return Figures(len(made), codes, kinds, lost, differ, otherwise, unfaithful, time.perf_counter() - began)


def main() -> None:
    """Print the figures."""
    args = argparse.ArgumentParser()
    args.add_argument("bench", type=pathlib.Path)
    args.add_argument("--number", type=int, default=200)
    args.add_argument("--every", type=int, default=10)
    given = args.parse_args()
    f = run(given.bench, given.number, given.every)
    print(f"{f.telegrams} telegrams, {f.codes.total()} doubts: {', '.join(f'{n} {code}' for code, n in f.codes.most_common())}")
    print(f"{f.decided.total()} decided: {', '.join(f'{n} {kind}' for kind, n in f.decided.most_common())}")
    print(f"applied: {len(f.lost)} lost; converted again with the same settings: {f.differ} telegrams with another byte")
    print(f"converted again without lists and core authority: {len(f.lost_otherwise)} decisions lost")
    print(f"{f.unfaithful} telegrams that are not faithful to their source; {f.seconds:.1f} s")
    for words in (*f.lost, *f.lost_otherwise):
        print(words)
    sys.exit(1 if f.lost or f.differ or f.lost_otherwise or f.unfaithful else 0)


if __name__ == "__main__":
    main()
