"""What holds of every format and every profile."""

from collections.abc import Mapping
from itertools import pairwise

import pytest

from tei_cable.exporters import Exporter, Missing
from tei_cable.model import Cable
from tei_cable.registry import parts
from tei_cable.render.losses import KINDS

EVERY: list[tuple[str, Exporter]] = [(n, e) for family in ("exporters", "profiles") for n, e in parts(family).items()]
_FURTHER = ("places without coordinates", "names without a number that correspSearch knows", "signs without a font")
_BINARY = (".epub", ".docx", ".pdf", ".parquet", ".spacy")


def runs(exporter: Exporter, cables: list[Cable]) -> list[list[Cable]]:
    if exporter.takes == "two":
        return [list(pair) for pair in pairwise(cables)]
    return [[c] for c in cables] if exporter.takes == "one" else [cables, cables[:1]]


def written(exporter: Exporter, cables: list[Cable]) -> dict[str, bytes]:
    try:
        made = exporter.export(cables)
    except Missing as e:
        pytest.skip(str(e))
    assert {loss.what for loss in made.losses} <= {*exporter.loses, *_FURTHER}
    assert all(loss.number > 0 for loss in made.losses)
    return dict(made.data) if isinstance(made.data, Mapping) else {"": made.data}


@pytest.mark.parametrize(("name", "exporter"), EVERY, ids=[n for n, _ in EVERY])
def test_every_specimen_is_written_the_same_twice_and_text_in_utf_8(name: str, exporter: Exporter, specimens: list[Cable]) -> None:
    for cables in runs(exporter, specimens):
        made = written(exporter, cables)
        assert made == written(exporter, cables)
        text = [data for path, data in made.items() if not (path or exporter.suffix).endswith(_BINARY)]
        assert all(data.decode("utf-8") and data.endswith(b"\n") for data in text)


@pytest.mark.parametrize(("name", "exporter"), EVERY, ids=[n for n, _ in EVERY])
def test_the_seed_and_a_hundred_telegrams_are_written(name: str, exporter: Exporter, others: list[Cable], quarter: list[Cable]) -> None:
    # benchmarks/exports.py writes all in every format
    for cables in runs(exporter, quarter if exporter.suffix in _BINARY else others):
        assert all(written(exporter, cables).values())


@pytest.mark.parametrize(("name", "exporter"), EVERY, ids=[n for n, _ in EVERY])
def test_what_is_said_of_it(name: str, exporter: Exporter) -> None:
    assert exporter.takes in ("one", "two", "many")
    assert set(exporter.loses) <= set(KINDS)
    assert exporter.tested
    assert (type(exporter).__doc__ or "").endswith(".")
