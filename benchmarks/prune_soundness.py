"""Compare the verdicts of the cut grammar with jing's, on valid and broken documents.

    prune_soundness.py TEI_ALL [--documents 5000] [--seed 1] [--shared DIR] [--whole]

TEI_ALL is the path of tei_all.rng, --shared a folder with bench/frus-dev (editors' own TEI). A third of the documents is asked with the grammar of
their own names, the others with one that grows from document to document. Prints each difference; with --whole also what libxml2 says with the whole
grammar (it compiles for ten seconds), so that what the cut did is told from what the engine does.
"""

import argparse
import subprocess
import sys
import tempfile
from collections import Counter
from itertools import islice
from pathlib import Path

from lxml import etree
from mutations import documents, mutants

from tei_cable.rules import Document
from tei_cable.rules.schema.relaxng import RelaxNG
from tei_cable.tei.parse import read_tree

ROOT = Path(__file__).resolve().parent.parent
BATCH = 500


def main() -> int:
    """Print the figures; 1 when there is a difference."""
    options = _options()
    valid = documents(ROOT / "corpus", options.shared)
    faulty = mutants(valid, options.seed)
    made = [("none", d) for d in valid[: options.documents // 4]]
    made += [(m.kind, m.data) for m in islice(faulty, options.documents - len(made))]
    growing = RelaxNG(options.schema)
    whole = etree.RelaxNG(etree.parse(options.schema)) if options.whole else None
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for start in range(0, len(made), BATCH):
            batch = made[start : start + BATCH]
            paths = [Path(folder) / f"{start + i}.xml" for i in range(len(batch))]
            for path, (_, data) in zip(paths, batch, strict=True):
                path.write_bytes(data)
            refused = _refused(options.schema, paths)
            for path, (kind, data) in zip(paths, batch, strict=True):
                root = read_tree(data)
                engine = RelaxNG(options.schema) if start % (3 * BATCH) == 0 and int(path.stem) % 10 == 0 else growing
                ours = not engine.valid(root) or bool(list(engine.twice(root)))
                theirs = path.name in refused
                counts["invalid" if theirs else "valid"] += 1
                if ours != theirs:
                    counts["different"] += 1
                    said = f"; libxml2 with the whole: {'valid' if whole.validate(root) else 'invalid'}" if whole else ""
                    first = next((d.message for d in engine(Document(root))), "")
                    print(f"{kind}: ours {'invalid' if ours else 'valid'} ({first}), jing {refused.get(path.name, 'valid')}{said}")
                path.unlink()
    print(f"{len(made)} documents: {counts['valid']} valid, {counts['invalid']} invalid by jing; {counts['different']} verdicts differ")
    return bool(counts["different"])


def _refused(schema: Path, paths: list[Path]) -> dict[str, str]:
    """The files that jing refuses, with its first message."""
    run = subprocess.run(["jing", str(schema), *map(str, paths)], capture_output=True, text=True, check=False)
    found: dict[str, str] = {}
    for line in run.stdout.splitlines():
        file, _, message = line.partition(".xml:")
        found.setdefault(f"{Path(file).name}.xml", message[:160])
    return found


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("schema", type=Path)
    parser.add_argument("--documents", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shared", type=Path)
    parser.add_argument("--whole", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
