"""The profile `ceteicean` in CETEIcean itself, in Chromium and in jsdom."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from browsing import Browser
from exporters.telegrams import squeezed, told
from tei_cable.model import Cable
from tei_cable.profiles.ceteicean import part

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def some(specimens: list[Cable]) -> list[Cable]:
    """Some of the specimens, and the hostile one."""
    return [*specimens[:-1:3], specimens[-1]]


@pytest.fixture(scope="module")
def tei(some: list[Cable]) -> list[str]:
    """They in the profile."""
    return [part.write([cable]).decode() for cable in some]


@pytest.fixture(scope="module")
def scripts(package: Callable[[str], Path]) -> list[Path]:
    """CETEIcean, and what shows a telegram with it."""
    return [package("CETEIcean") / "dist" / "CETEI.js", HERE / "show.js"]


def in_chromium(request: pytest.FixtureRequest, tei: list[str], scripts: list[Path]) -> list[Any]:
    browser: Browser = request.getfixturevalue("browser")
    browser.open(b"<!DOCTYPE html><title>CETEIcean</title>")
    for script in scripts:
        browser.run(script.read_text(encoding="utf-8"))
    shown = [browser.run("return show(arguments[0])", text) for text in tei]
    assert browser.complaints() == []
    return shown


def in_jsdom(request: pytest.FixtureRequest, tei: list[str], scripts: list[Path]) -> list[Any]:
    node: str = request.getfixturevalue("tool")("node")
    request.getfixturevalue("package")("jsdom")
    command = [node, str(HERE / "jsdom.mjs"), *map(str, scripts)]
    done = subprocess.run(command, input=json.dumps(tei), capture_output=True, text=True, check=True, encoding="utf-8")
    printed = json.loads(done.stdout)
    assert printed["errors"] == []
    return list(printed["shown"])


@pytest.mark.parametrize("show", [in_chromium, in_jsdom])
def test_notes_keep_their_printed_numbers_and_the_text_is_that_of_the_tei(
    show: Callable[..., list[Any]], request: pytest.FixtureRequest, some: list[Cable], tei: list[str], scripts: list[Path]
) -> None:
    for cable, seen in zip(some, show(request, tei, scripts), strict=True):
        numbers: list[str] = []

        def place(note: Any, numbers: list[str] = numbers) -> str:
            numbers.append(note.get("n"))
            return str(note.get("n"))

        # a correction is shown behind the reading
        words, notes = told(cable, place, lambda n: "", "[{}]")
        assert [[n, squeezed(text)] for n, text in seen["notes"]] == [list(note) for note in notes], cable.source.path
        assert seen["links"] == [[n, n] for n in numbers]
        assert squeezed(seen["text"]) == words + "".join(n + text for n, text in notes)
