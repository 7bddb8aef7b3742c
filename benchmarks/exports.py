"""The seed and a hundred telegrams of FRUS, their gold TEI and ours, through every format and profile: bytes, time, what is lost.

    exports.py SHARED [--number N]

SHARED holds `seed/` and `bench/frus-dev/`. Every format is written twice and must give the same bytes; what each file holds is for the tests in
tests/exporters, which run on the same telegrams.
"""

import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tei_cable import api
from tei_cable.exporters import Exporter, Missing
from tei_cable.model import Cable
from tei_cable.registry import parts
from tei_cable.tei.adopt import adopt
from tei_cable.tei.parse import read_tree


def main() -> None:
    """Print a row for each format."""
    shared = Path(sys.argv[1])
    number = int(sys.argv[sys.argv.index("--number") + 1]) if "--number" in sys.argv else 100
    frus = sorted((shared / "bench" / "frus-dev").glob("*/*.gold.xml"))
    files = [*sorted((shared / "seed").glob("*.gold.xml")), *frus[:: max(1, len(frus) // number)][:number]]
    sets = {"gold": [_read(p.read_bytes(), p) for p in files], "ours": [_read(_converted(p), p) for p in files]}
    print(f"{len(files)} telegrams\n{'format':14} {'TEI':5} {'kB':>8} {'s':>7}  lost")
    for family in ("exporters", "profiles"):
        for name, exporter in parts(family).items():
            for said, cables in sets.items():
                print(f"{name:14} {said:5} {_row(exporter, cables)}")


def _read(data: bytes, path: Path) -> Cable:
    [found] = adopt(read_tree(data), str(path), data)
    return found.cable


def _converted(gold: Path) -> bytes:
    return api.convert(gold.with_name(gold.name.replace(".gold.xml", ".txt"))).tei


def _row(exporter: Exporter, cables: Sequence[Cable]) -> str:
    runs = [[c] for c in cables] if exporter.takes == "one" else [cables]
    start = time.perf_counter()
    try:
        made = [exporter.export(run) for run in runs]
    except Missing as e:
        return f"{'':16}  {e}"
    taken = time.perf_counter() - start
    same = all(exporter.write(run) == m.data for run, m in zip(runs, made, strict=True))
    size = sum(len(d) for m in made for d in (m.data.values() if isinstance(m.data, Mapping) else [m.data]))
    kinds = sorted({loss.what for m in made for loss in m.losses})
    return f"{size / 1000:8.0f} {taken:7.2f}  {'' if same else 'NOT THE SAME TWICE; '}{', '.join(kinds) or 'nothing'}"


if __name__ == "__main__":
    main()
