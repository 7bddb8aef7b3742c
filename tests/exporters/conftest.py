"""Fixtures of the tests of exporters."""

from pathlib import Path

import pytest

from conftest import SHARED
from exporters.telegrams import CORPUS, hostile, load
from tei_cable.model import Cable


@pytest.fixture(scope="session")
def specimens() -> list[Cable]:
    """The specimens of the corpus, and the hostile one."""
    return [*map(load, CORPUS), hostile()]


@pytest.fixture(scope="session")
def others(shared: Path) -> list[Cable]:
    """The seed and a hundred telegrams of FRUS."""
    frus = sorted((shared / "bench" / "frus-dev").glob("*/*.gold.xml"))
    return [load(p) for p in (*sorted((shared / "seed").glob("*.gold.xml")), *frus[:: len(frus) // 100])]


@pytest.fixture(params=["specimens", "others"])
def cables(request: pytest.FixtureRequest) -> list[Cable]:
    """The specimens, then the others."""
    found: list[Cable] = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def quarter(others: list[Cable]) -> list[Cable]:
    """Every fourth of these, for what takes its time: other programs, and the formats that libraries write."""
    return others[::4]


@pytest.fixture(scope="session")
def several(specimens: list[Cable], request: pytest.FixtureRequest) -> list[Cable]:
    """The specimens and, where they are at hand, that quarter: for a program that is slow to start."""
    return [*specimens, *(request.getfixturevalue("quarter") if SHARED.is_dir() else ())]
