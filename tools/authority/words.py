"""Make data/words.txt: the words that FRUS telegrams also write small, the most frequent first; a name written like one is weak evidence.

    python tools/authority/words.py --lists DIR [--out FILE]

DIR holds folders VOLUME/ with dN.txt and authority.xml. Listed are words of two to ten letters that stand in small letters in at least SPREAD
volumes; left out are telegraphic words, which glossaries list ("niact", "Reftel").
"""

import argparse
import re
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SPREAD = 5
LABEL = re.compile(r"<label[^>]*>(\w+)</label>")
SMALL = re.compile(r"(?<![\w.’'@/-])[a-z]{2,10}(?![\w’'])")


def words(folder: Path) -> list[str]:
    """The words, by how often they stand there."""
    volumes: dict[str, set[str]] = defaultdict(set)
    count: Counter[str] = Counter()
    for path in sorted(folder.glob("*/d*.txt")):
        found = SMALL.findall(path.read_text(encoding="utf-8"))
        count.update(found)
        for word in set(found):
            volumes[word].add(path.parent.name)
    known = {w for w, spread in volumes.items() if len(spread) >= SPREAD} - telegraphic(folder)
    return sorted(known, key=lambda w: (-count[w], w))


def telegraphic(folder: Path) -> set[str]:
    """The labels of glossaries that are not all capitals, in small letters."""
    labels = {m for path in folder.glob("*/authority.xml") for m in LABEL.findall(path.read_text(encoding="utf-8"))}
    return {label.lower() for label in labels if not label.isupper()}


def main() -> None:
    """Read the arguments and write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lists", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=ROOT / "tei_cable" / "authority" / "data" / "words.txt")
    arguments = parser.parse_args()
    found = words(arguments.lists)
    arguments.out.write_text("\n".join(found) + "\n", encoding="utf-8")
    print(f"{arguments.out.name}: {len(found)} words")


if __name__ == "__main__":
    main()
