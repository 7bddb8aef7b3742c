"""The specimens of corpus/: their hand-made encodings keep the laws, and conversion comes close to them."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from laws.facts import facts
from tei_cable.api import verify
from tei_cable.model import Cable, Severity
from tei_cable.pipeline import Converter
from tei_cable.tei.parse import parse, read_tree
from tei_cable.text.load import load

CORPUS = Path(__file__).parents[2] / "corpus"
SPECIMENS = sorted(CORPUS.glob("*.txt"))
# Share of the facts of each kind, over all specimens, that conversion and gold have in common (F1). Floors only rise.
FLOORS = {
    "blocks": 0.94,
    "notes": 0.86,
    "fields": 0.89,
    "label": 0.98,
    "supplied": 0.99,
    "gap": 0.94,
    "q": 0.99,
    "persName": 0.91,
    "roleName": 0.91,
    "placeName": 0.91,
    "orgName": 0.74,
    "date": 0.86,
    "ref": 0.76,
}


def convert(txt: Path) -> Cable:
    lists = txt.with_suffix(".authority.xml")
    made = Converter([str(lists)] if lists.exists() else []).convert(load(txt.read_bytes(), str(txt))[0])
    assert [d for d in made.diagnostics if d.severity is Severity.ERROR] == []
    return made.cable


def gold(txt: Path) -> bytes:
    return txt.with_suffix(".gold.xml").read_bytes()


@pytest.mark.parametrize("txt", SPECIMENS, ids=lambda p: p.stem)
def test_the_gold_loses_nothing(txt: Path) -> None:
    certificate = verify(txt.read_bytes(), gold(txt))
    assert certificate.ok, certificate.diagnostics


def counted(cable: Cable) -> dict[str, Counter[str]]:
    """The facts of a cable by kind, as things to count."""
    said = facts(cable)
    found: dict[str, Counter[str]] = {
        "blocks": Counter(repr((kind, attrs, words)) for kind, attrs, _, words, _ in said["blocks"]),
        "notes": Counter(repr((n, kind, before, words)) for n, kind, _, _, before, words, *_ in said["notes"]),
        "fields": Counter(repr((name, value, attrs.get("when"))) for name, value, attrs in said["fields"]),
    }
    inner: list[Any] = [m for b in said["blocks"] for m in b[-1]] + [m for n in said["notes"] for m in n[-1]]
    for kind, _, attrs, _, words in inner:
        found.setdefault(kind, Counter())[repr((words, attrs.get("when"), attrs.get("n")))] += 1
    return found


def test_conversion_comes_close_to_the_gold() -> None:
    right: Counter[str] = Counter()
    made: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for txt in SPECIMENS:
        ours, theirs = counted(convert(txt)), counted(parse(read_tree(gold(txt))))
        for kind in ours | theirs:
            a, b = ours.get(kind, Counter()), theirs.get(kind, Counter())
            right[kind] += (a & b).total()
            made[kind] += a.total()
            wanted[kind] += b.total()
    scores = {k: 2 * right[k] / (made[k] + wanted[k]) for k in made | wanted}
    print({k: round(v, 3) for k, v in sorted(scores.items())})
    assert {k: v for k, v in scores.items() if k in FLOORS and v < FLOORS[k]} == {}
