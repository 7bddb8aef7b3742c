"""One document of many telegrams."""

from pathlib import Path

from tei_cable import validate
from tei_cable.model import Cable
from tei_cable.registry import parts
from tei_cable.tei.build import build
from tei_cable.tei.names import XML, T
from tei_cable.tei.parse import read_tree

ID = f"{XML}id"


def test_every_telegram_is_there_and_every_pointer_finds_its_own(specimens: list[Cable]) -> None:
    cables = [*specimens, specimens[0]]
    root = read_tree(parts("exporters")["teicorpus"].write(cables))
    telegrams = root.findall(f"{T}TEI")
    for cable, tei in zip(cables, telegrams, strict=True):
        assert list(tei.itertext()) == list(read_tree(build(cable).encode()).itertext())
    ids = [e.get(ID) for e in root.iter() if e.get(ID)]
    assert len(set(ids)) == len(ids)
    for tei in telegrams:
        own = {e.get(ID) for e in tei.iter() if e.get(ID)}
        pointers = {v[1:] for e in tei.iter() for value in e.attrib.values() for v in value.split() if v[:1] == "#" and len(v) > 1}
        assert {p for p in pointers if p.partition(".")[0] == next(iter(own)).partition(".")[0]} <= own


def test_it_is_tei(specimens: list[Cable], shared: Path) -> None:
    schema = str(next((shared / "schemas").rglob("tei_all.rng")))
    found = validate(parts("exporters")["teicorpus"].write(specimens), schema=[schema], select=["S"])
    assert not found, found[:3]
