"""The FRUS benchmark: floors that only rise. The figures themselves are printed by benchmarks/quality.py."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tei_cable.model import Severity
from tei_cable.pipeline import Converter
from tei_cable.text.load import load

FLOORS = {
    "parsed": 1.0,
    "fidelity": 1.0,
    "notes": 0.999,
    "paras": 0.997,
    "dateline": 0.998,
    "signed": 0.998,
    "sent/recd": 0.98,
    "persName": 0.97,
    "link": 0.993,
    "term": 0.985,
}


@pytest.fixture(scope="module")
def scores(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    gold, out = shared / "bench" / "frus-dev", tmp_path_factory.mktemp("frus")
    for volume in sorted(v for v in gold.iterdir() if v.is_dir()):
        converter = Converter([str(volume / "authority.xml")])
        (out / volume.name).mkdir()
        for f in sorted(volume.glob("d*.txt")):
            made = converter.convert(load(f.read_bytes(), str(f))[0])
            errors = [d for d in made.diagnostics if d.severity is Severity.ERROR]
            assert not errors, (str(f), errors)
            (out / volume.name / f"{f.stem}.xml").write_bytes(made.tei)
    scored = subprocess.run([sys.executable, str(shared / "bench" / "score.py"), str(gold), str(out), "--json"], capture_output=True, check=True)
    result: dict[str, Any] = json.loads(scored.stdout)
    return result


@pytest.mark.parametrize("figure", FLOORS)
def test_no_figure_falls_below_its_floor(figure: str, scores: dict[str, Any]) -> None:
    value = scores[figure]
    assert (value["F1"] if isinstance(value, dict) else value) >= FLOORS[figure]
