"""The fidelity certificate as JSON: it can be checked again, and notices every change."""

import json
from pathlib import Path

import pytest

from conftest import ROOT
from tei_cable.tei.certificate import as_json, recheck
from tei_cable.tei.verify import verify
from tei_cable.text.load import load

GOLD = sorted((ROOT / "corpus").glob("*.gold.xml"))


def certified(gold: Path) -> tuple[dict[str, object], bytes, bytes]:
    text, tei = gold.with_name(gold.name.replace(".gold.xml", ".txt")).read_bytes(), gold.read_bytes()
    held = as_json(verify(load(text)[0], tei))
    return json.loads(json.dumps(held)), text, tei


@pytest.mark.parametrize("gold", GOLD, ids=lambda p: p.stem)
def test_it_holds_for_the_specimens(gold: Path) -> None:
    held, text, tei = certified(gold)
    assert held["faithful"] is True
    assert held["runs"]
    assert recheck(held, load(text)[0], tei) == []


def test_its_claims_can_be_checked_without_this_program() -> None:
    held, text, _ = certified(GOLD[0])
    source = load(text)[0].text
    left = list(source)
    for run in held["runs"]:  # type: ignore[attr-defined]
        left[run["source"] : run["sourceEnd"]] = " " * (run["sourceEnd"] - run["source"])
    for change in held["changes"]:  # type: ignore[attr-defined]
        if change["kind"] not in ("line end", "joined paragraph"):
            left[change["start"] : change["end"]] = " " * (change["end"] - change["start"])
    assert not "".join(left).strip()


def test_another_file_or_map_is_noticed() -> None:
    held, text, tei = certified(GOLD[0])
    source = load(text)[0]
    assert any("another TEI file" in w for w in recheck(held, source, tei + b"\n"))
    assert any("another source" in w for w in recheck(held, load(text + b"\n")[0], tei))
    runs: list[dict[str, int]] = held["runs"]  # type: ignore[assignment]
    assert any("in no run" in w for w in recheck({**held, "runs": runs[1:]}, source, tei))
    moved = [{**runs[0], "tei": runs[0]["tei"] + 3}, *runs[1:]]
    assert any("words differ" in w for w in recheck({**held, "runs": moved}, source, tei))
    whole = {"kind": "furniture", "start": 0, "end": len(source.text)}
    assert any("not those that this check finds" in w for w in recheck({**held, "changes": [whole]}, source, tei))
    assert any("not faithful" in w for w in recheck({**held, "faithful": False}, source, tei))


@pytest.mark.parametrize("held", [{}, [], {"certificate": 2}, {"certificate": 1, "source": 1}])
def test_what_is_no_certificate_is_said(held: dict[str, object]) -> None:
    _, text, tei = certified(GOLD[0])
    assert recheck(held, load(text)[0], tei)


def test_tei_that_is_not_faithful_has_no_map() -> None:
    _, text, tei = certified(GOLD[0])
    held = as_json(verify(load(text)[0], b" Invented words.</p>".join(tei.rsplit(b"</p>", 1))))
    assert held["faithful"] is False
    assert held["findings"]
