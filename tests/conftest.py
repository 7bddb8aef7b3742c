"""What all tests share: tools and data from outside the project, which may be missing."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from browsing import browser, faults

__all__ = ["ROOT", "SHARED", "browser", "faults"]

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

# a first call may compile patterns or wait for a busy machine; time is measured in benchmarks/, not here
settings.register_profile("patient", settings.default, deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session")
def tool() -> Callable[[str], str]:
    """A function from the name of a program to its path; the test is skipped when it is not there (which fails the run in CI)."""

    def find(name: str) -> str:
        # first those of the environment that runs the tests
        path = shutil.which(name, path=os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", ""))))
        if path is None:
            pytest.skip(f"missing tool: {name}")
        return path

    return find


@pytest.fixture(scope="session")
def package() -> Callable[[str], Path]:
    """A function from the name of an npm package to its folder; the test is skipped when it is not there (which fails the run in CI)."""

    def find(name: str) -> Path:
        path = ROOT / "tests" / "node_modules" / name
        if not path.is_dir():
            pytest.skip(f"missing tool: {name} (npm ci --prefix tests)")
        return path

    return find


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of data that may lie beside the project: other people's telegrams and schemas."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared")
    return SHARED
