"""What `validate` says of documents with one known fault.

    mutants.py [--documents 2000] [--schema cable.rng|PATH] [--seed 1] [--shared DIR] [--show 20] [--jing]

Makes valid documents faulty, one fault each, and prints for each kind of fault: how many of those that the schema can state were found, how often the
first message names the fault that was made (the element, attribute or words), how often it is the only one; and how often RELAX NG, XML Schema
(with cable.rng) and, with --jing, that program agree.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from mutations import Mutant, documents, mutants

from tei_cable.model import Diagnostic
from tei_cable.rules import Document
from tei_cable.rules.schema.engines import engines
from tei_cable.tei.parse import read_tree

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Print a row a kind; 1 when less than 95 % are named, or a verdict differs."""
    options = _options()
    ours = options.schema == "cable.rng"
    (engine,), xsd = engines(options.schema), engines("cable.xsd")[0]
    corpus = documents(ROOT / "corpus", None if ours else options.shared)
    counts: dict[str, Counter[str]] = {}
    shown = 0
    kept: list[tuple[Mutant, bool]] = []
    took = 0.0
    # a fault that the schema does not know as one is no fault: the verdict is taken from jing, or from libxml2 with the grammar
    for m in mutants(corpus, options.seed):
        began = time.perf_counter()
        document = Document(read_tree(m.data), data=m.data)
        found = list(engine(document))
        took += time.perf_counter() - began
        kept.append((m, bool(found)))
        row = counts.setdefault(m.kind, Counter())
        if ours:
            refused = any(True for _ in xsd(document))
            row["xsd"] += refused and bool(found)
            row["xsd alone"] += refused and not found
        if not found:
            row["no fault"] += 1
            continue
        row["found"] += 1
        row["named"] += (named := _names(m, found[0]))
        row["alone"] += len(found) == 1
        row["any"] += any(_names(m, d) for d in found)
        if not named and shown < options.show:
            shown += 1
            print(f"{m.kind} {m.names}:", *(f"  {d.path} {d.message} {d.hint}" for d in found[:3]), sep="\n")
        if sum(r["found"] for r in counts.values()) >= options.documents:
            break
    differ = _differences(options.schema, kept) if options.jing else None
    _print(counts, ours, differ, took / len(kept))
    total = sum(counts.values(), Counter[str]())
    return int(total["named"] < 0.95 * total["found"] or bool(differ))


def _names(m: Mutant, d: Diagnostic) -> bool:
    """Whether a finding names what was broken."""
    said = f"{d.message} {d.hint}"
    return any(re.search(rf"(?<![\w@-]){re.escape(n)}(?![\w-])", said) for n in m.names)


def _print(counts: dict[str, Counter[str]], ours: bool, differ: Sequence[str] | None, each: float) -> None:
    print(f"{'fault':20} {'found':>6} {'named first':>12} {'named':>7} {'only one':>9}{'  XSD too' if ours else ''}  (allowed)")
    for kind, row in [*sorted(counts.items()), ("all", sum(counts.values(), Counter[str]()))]:
        n = row["found"] or 1
        xsd = f"{row['xsd'] / n:9.1%}" if ours else ""
        print(f"{kind:20} {row['found']:6} {row['named'] / n:12.1%} {row['any'] / n:7.1%} {row['alone'] / n:9.1%}{xsd}  ({row['no fault']})")
    if ours:
        print(f"refused by XSD and not by RELAX NG: {sum(r['xsd alone'] for r in counts.values())}")
    print(f"{each * 1000:.1f} ms a document")
    if differ is not None:
        print(f"verdicts that differ from jing's: {len(differ)}", *differ[:20], sep="\n  ")


def _differences(schema: str, kept: Sequence[tuple[Mutant, bool]]) -> list[str]:
    """The documents of which jing has another verdict."""
    path = ROOT / "schemas" / schema if schema == "cable.rng" else Path(schema)
    refused: dict[int, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        for i, (m, _) in enumerate(kept):
            (Path(folder) / f"{i}.xml").write_bytes(m.data)
        for batch in _batches(sorted(Path(folder).iterdir()), 500):
            run = subprocess.run(["jing", str(path), *map(str, batch)], capture_output=True, text=True, check=False)
            for line in run.stdout.splitlines():
                file, _, message = line.partition(".xml:")
                refused.setdefault(int(Path(file).name), message)
    return [f"{m.kind} {m.names}: jing {refused.get(i, 'valid')}" for i, (m, faulty) in enumerate(kept) if faulty != (i in refused)]


def _batches(paths: Sequence[Path], size: int) -> Iterator[Sequence[Path]]:
    return (paths[i : i + size] for i in range(0, len(paths), size))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--schema", default="cable.rng")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shared", type=Path)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--jing", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
