"""`tei-cable evaluate`."""

from pathlib import Path

import pytest

import tei_cable
from cli.conftest import Run
from tei_cable.files import BadRequest

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div><p><placeName ref="#oslo">Oslo</placeName></p></div></body></text></TEI>'


def test_the_verb(run: Run, tmp_path: Path) -> None:
    for folder, name in (("gold", "a.gold.xml"), ("out", "a.xml")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(TEI)
    result = run("evaluate", tmp_path / "gold", tmp_path / "out")
    assert result.exit_code == 0
    assert "placeName" in result.stdout
    assert "1 document" in result.stdout
    assert '"kind": "placeName"' in run("evaluate", tmp_path / "gold/a.gold.xml", tmp_path / "out/a.xml", "--format", "json").stdout
    assert run("evaluate", tmp_path / "gold", tmp_path / "none").exit_code == 2
    (tmp_path / "out/a.xml").write_text("<a>")
    assert "not well-formed" in run("evaluate", tmp_path / "gold", tmp_path / "out").stderr
    with pytest.raises(BadRequest):
        tei_cable.evaluate(str(tmp_path / "gold"), str(tmp_path))
