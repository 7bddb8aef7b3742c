"""Fixtures of the tests of exporters."""

from pathlib import Path

import pytest

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
