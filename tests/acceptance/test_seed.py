"""The telegram that the project grew out of, against its hand-made TEI."""

import subprocess
import sys
from pathlib import Path

import pytest

from tei_cable.model import Severity
from tei_cable.pipeline import Conversion, Converter
from tei_cable.text.load import load


@pytest.fixture(scope="module")
def seed(shared: Path) -> Path:
    return shared / "seed"


@pytest.fixture(scope="module")
def conversion(seed: Path) -> Conversion:
    source, found = load((seed / "alphand-6179-6185.txt").read_bytes())
    assert not found
    return Converter().convert(source)


def test_every_feature_agrees_with_the_hand_made_encoding(seed: Path, conversion: Conversion, tmp_path: Path) -> None:
    out = tmp_path / "seed.xml"
    out.write_bytes(conversion.tei)
    compared = subprocess.run(
        [sys.executable, str(seed / "compare.py"), str(seed / "alphand-6179-6185.gold.xml"), str(out)], capture_output=True, text=True, check=False
    )
    assert compared.returncode == 0, compared.stdout + compared.stderr


def test_it_warns_of_what_is_wrong_and_of_nothing_else(conversion: Conversion) -> None:
    warnings = sorted(d.slug for d in conversion.diagnostics if d.severity is Severity.WARNING)
    assert warnings == ["joined-paragraph", "lost-marker", "missing-full-stop", "suspect-number"]
    assert not [d for d in conversion.diagnostics if d.severity is Severity.ERROR]


def test_what_was_inferred_is_listed(conversion: Conversion) -> None:
    text = conversion.cable.source.text
    inferred = {text[d.span.start : d.span.end] if d.span else d.message for d in conversion.diagnostics if d.severity is Severity.INFO}
    for words in ("French Ambassador in Moscow", "head of the party", "head of the Soviet government"):
        assert words in inferred
    assert any("Paris" in d.message for d in conversion.diagnostics if d.severity is Severity.INFO)
