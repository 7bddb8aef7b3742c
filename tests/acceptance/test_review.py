"""The editor's desk: the queue of the telegram that the project grew out of, and decisions that no new conversion undoes."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

import tei_cable
from conftest import ROOT
from tei_cable.desk.decisions import ACCEPT, NONE, REJECT, Decision
from tei_cable.desk.doubts import Doubt
from tei_cable.desk.tables import written
from tei_cable.tei.verify import verify
from tei_cable.text.load import load


@pytest.fixture
def seed(shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    monkeypatch.chdir(tmp_path)
    text = (shared / "seed" / "alphand-6179-6185.txt").read_bytes()
    Path("seed.xml").write_bytes(tei_cable.convert(text).tei)
    return text


def queue(path: str) -> list[Doubt]:
    (found,) = tei_cable.review_export([path])
    return list(found.doubts)


def test_the_queue_of_the_seed(seed: bytes) -> None:
    found = [(d.code, d.words if len(d.words) < 40 else d.words.split(" ")[0], d.value) for d in queue("seed.xml")]
    assert found == [
        ("H101", "Paris", "paris"),
        ("N005", "6106-611110", "6106-6111"),
        ("N001", "3", ""),
        ("O001", "French Ambassador in Moscow", "dejean"),
        ("O001", "head of the party", "khrushchev"),
        ("O001", "head of the Soviet government", "khrushchev"),
        ("T010", "6.", ""),
    ]
    assert all(d.evidence for d in queue("seed.xml"))


@pytest.mark.parametrize("said", [ACCEPT, REJECT, NONE, "a value"])
def test_deciding_each_and_converting_again_keeps_all(seed: bytes, said: str) -> None:
    values = {"N001": "in the arms race.", "N005": "6106-6110", "T010": "of the nuclear era", "O001": "kennedy", "H101": "washington"}
    rows = []
    for d in queue("seed.xml"):
        wanted = values[d.code] if said == "a value" or (d.code == "T010" and said != ACCEPT) else said
        rows.append(Decision(d, wanted, "Ada Bell", "2026-01-02"))
    Path("d.jsonl").write_bytes(written("d.jsonl", rows))
    (applied,) = tei_cable.review_apply("d.jsonl", ["seed.xml"], into="decisions.jsonl")
    assert (len(applied.kept), applied.lost) == (7, [])
    decided = Path("seed.xml").read_bytes()
    assert not [d for d in queue("seed.xml") if said != REJECT or d.code != "N001"]
    assert tei_cable.convert(seed, decisions=["decisions.jsonl"]).tei == decided
    longer = seed.replace(b"1. Before", b"An editor found this on another page, of M. Khrushchev in Paris.\n\n1. Before", 1)
    for core in (True, False):
        again = tei_cable.convert(longer, core_authority=core, decisions=["decisions.jsonl"])
        assert not [d.message for d in again.diagnostics if d.code.startswith("Q") or d.severity.name == "ERROR"]
        assert verify(load(longer)[0], again.tei).ok
    assert decided.count(b'resp="#ada-bell"') == tei_cable.convert(longer, decisions=["decisions.jsonl"]).tei.count(b'resp="#ada-bell"')


def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("benchmark_review", ROOT / "benchmarks" / "review.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_frus_telegrams_keep_their_decisions(shared: Path) -> None:
    """Every second doubt of a few; benchmarks/review.py does it with 200."""
    figures = benchmark().run(shared / "bench", 14, 2)
    assert figures.decided.total() > 5
    assert (figures.lost, figures.lost_otherwise, figures.differ, figures.unfaithful) == ([], [], 0, 0)
