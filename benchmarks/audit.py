"""Plant inconsistencies in a corpus that has none, audit it, and count those that are found, and what is found beside them.

    audit.py OUT [--volume NAME]... [--largest N] [--each N]     OUT: telegrams converted from FRUS, OUT/VOLUME/dN.xml

Each kind is planted by itself, and the corpus is then again as it was; a kind that few telegrams have the makings of is planted into copies of
telegrams, too, under a sender of their own. What the audit finds before anything is planted is printed: in telegrams whose text nobody has changed,
these are the false findings (or real ones).
"""

import argparse
import pathlib
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Sequence

import planting

from tei_cable import api
from tei_cable.desk.audit import audit

Texts = dict[str, str]


def main() -> None:
    """Plant and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--volume", action="append", default=[], help="only these")
    parser.add_argument("--largest", type=int, default=0, help="only the N largest volumes")
    parser.add_argument("--each", type=int, default=200, help="how many of each kind; 0 plants nothing")
    asked = parser.parse_args()
    volumes = sorted((p for p in asked.out.iterdir() if p.is_dir()), key=lambda p: -len(list(p.iterdir())))
    volumes = [v for v in volumes if not asked.volume or v.name in asked.volume][: asked.largest or None]
    texts: Texts = {}
    for volume in sorted(volumes):
        texts |= with_references(volume)
    before = found(texts)
    codes = dict(sorted(Counter(c for _, c in before.elements()).items()))
    print(f"{len(texts)} telegrams of {len(volumes)} volumes, before anything is planted: {codes}")
    for path, code in before:
        print(f"  {code} {path}")
    if asked.each:
        for code, kinds in planting.KINDS.items():
            measure(texts, before, code, kinds, asked.each)


def with_references(volume: pathlib.Path) -> Texts:
    """The telegrams of a volume, their references with targets as `corpus network --write` gives them."""
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder, volume.name)
        shutil.copytree(volume, home)
        list(api.write_targets(api.corpus_network([str(home)])))
        return {f"{volume.name}/{p.name}": p.read_text(encoding="utf-8") for p in sorted(home.glob("*.xml"))}


def found(texts: Texts) -> Counter[tuple[str, str]]:
    """How often each code is found in each file."""
    findings = audit((name, text.encode()) for name, text in texts.items()).findings
    return Counter((file, d.code) for file, ds in findings.items() for d in ds)


def measure(texts: Texts, before: Counter[tuple[str, str]], code: str, kinds: Sequence[planting.Kind], each: int) -> None:
    """Plant inconsistencies of one code, and print how many were planted in which way, found and missed, and what was found beside them."""
    made, planted = dict(texts), list[tuple[str, str]]()
    # a file that others are compared with is changed no more
    used: set[str] = set()
    for kind in kinds:
        done = 0
        wanted = (each - len(planted)) // (len(kinds) - kinds.index(kind))
        for path, changed in kind(texts, random.Random(8)):
            if not used & changed.keys():
                used |= changed.keys()
                made |= changed
                planted.append((path, kind.__name__))
                done += 1
            if done == wanted:
                break
    after = found(made)
    missed = [p for p in planted if after[p[0], code] <= before[p[0], code]]
    beside = Counter(c for (_, c), n in (after - before).items() for _ in range(n) if c != code)
    ways = ", ".join(f"{name.replace('_', ' ')} {n}" for name, n in Counter(name for _, name in planted).items())
    print(f"{code}: {len(planted)} planted ({ways}), {len(planted) - len(missed)} found; beside them of other codes: {dict(beside)}", flush=True)
    for path, name in missed:
        print(f"  missed {name} {path}")


if __name__ == "__main__":
    main()
