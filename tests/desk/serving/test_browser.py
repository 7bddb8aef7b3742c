"""The desk in Chromium: by keyboard, at speed, in two windows, over crashes; what it shows, and that it asks nobody else."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from browsing import Browser
from conftest import ROOT
from desk.serving.conftest import EVIL, Desk, decide, telegram, written
from tei_cable.desk.decisions import Decision, append


class Editor:
    """Somebody at the desk, with a keyboard."""

    def __init__(self, browser: Browser):
        self.browser = browser

    def sees(self, id: str) -> str:
        """The words of a part of the page."""
        return str(self.browser.run("return document.getElementById(arguments[0]).textContent", id))

    def waits(self, until: Callable[[], object]) -> None:
        """Until something is so."""
        WebDriverWait(self.browser.driver, 20, 0.01).until(lambda _: until())

    def open(self, address: str, width: int = 1280, *, dark: bool = False) -> None:
        """Open the desk and wait for the first doubt."""
        self.browser.open(address, width, dark=dark)
        self.waits(lambda: self.sees("said"))
        self.waits(self.rests)

    def rests(self) -> bool:
        """Whether nothing is under way."""
        return bool(self.browser.run("return !document.getElementById('doubt').hasAttribute('aria-busy')"))

    def press(self, keys: str) -> None:
        """Press keys where the focus is, and wait for what they do."""
        self.browser.driver.switch_to.active_element.send_keys(keys)
        self.waits(self.rests)

    def look_up(self, words: str) -> list[str]:
        """Type into the field, and wait for what is found."""
        self.press("c")
        self.browser.driver.switch_to.active_element.send_keys(words)
        self.waits(lambda: self.browser.driver.find_elements(By.CSS_SELECTOR, "#found [aria-selected=true]"))
        return [e.text for e in self.browser.driver.find_elements(By.CSS_SELECTOR, "#found li")]

    def to(self, question: str) -> None:
        """Skip to a doubt of which that is asked."""
        while self.sees("question") != question:
            self.press("s")


@pytest.fixture
def editor(browser: Browser) -> Editor:
    """Who works in the browser."""
    return Editor(browser)


@contextmanager
def process(tei: Path, decisions: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command in a process of its own, and the address that it prints."""
    command = [sys.executable, "-m", "tei_cable", "review", "serve", str(tei), "--decisions", str(decisions), "--resp", "Ada Bell"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}) as made:
        assert made.stdout
        yield made, made.stdout.readline().strip()
        made.kill()


def test_fifty_decisions_a_minute_by_keyboard(editor: Editor, desk: Desk, decisions: Path, tmp_path: Path) -> None:
    editor.open(desk(telegram(tmp_path, 60)).address)
    start = time.monotonic()
    for n in range(50):
        editor.press("1" if editor.sees("question") == "What is this bracket?" else "a")
        assert editor.sees("error") == ""
        assert editor.sees("said").startswith(f"{n + 1} of ")
    assert time.monotonic() - start < 60
    assert len(written(decisions)) == 50
    assert {d.decision for d in written(decisions)} == {"accept", "supplied"}


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (1280, True), (390, False), (390, True)])
def test_axe_finds_nothing_and_nothing_is_asked_of_others(
    editor: Editor, browser: Browser, desk: Desk, faults: Callable[[], list[str]], width: int, dark: bool
) -> None:
    server = desk()
    editor.open(server.address, width, dark=dark)
    assert faults() == []
    editor.to("Did this person hold the office?")
    assert editor.look_up("quill")
    assert faults() == []
    assert browser.run("return document.documentElement.scrollWidth <= innerWidth")
    assert browser.complaints() == []
    asked = browser.requests()
    assert asked
    assert all(url.startswith(server.address) for url in asked)


def test_names_are_looked_up_while_typing(editor: Editor, desk: Desk, decisions: Path) -> None:
    editor.open(desk().address)
    editor.to("Did this person hold the office?")
    (found,) = editor.look_up("ada quill")
    assert "1901" in found
    assert EVIL in found
    editor.press(Keys.ESCAPE)
    assert editor.sees("found") == ""
    # the keys that decide are letters in the field
    assert len(editor.look_up("a")) > 1
    editor.press(Keys.ESCAPE)
    assert not decisions.read_bytes()
    editor.look_up("quill")
    editor.press(Keys.ENTER)
    assert [(d.doubt.words, d.decision) for d in written(decisions)] == [("Soviet Foreign Minister", "quill")]


def test_words_stay_words(editor: Editor, browser: Browser, desk: Desk) -> None:
    editor.open(desk().address)
    editor.to("Did this person hold the office?")
    assert EVIL in editor.sees("text")
    assert EVIL in editor.sees("sentence")
    editor.look_up("quill")
    assert browser.driver.title == "Review"
    assert browser.run("return document.querySelectorAll('script').length") == 1


def test_the_doubt_is_marked_in_its_text_and_seen(editor: Editor, browser: Browser, desk: Desk) -> None:
    editor.open(desk().address, 390)
    editor.to("What is this bracket?")
    assert editor.sees("here") == "["
    assert editor.sees("text").count("[of matter") == 6
    seen = "const a = document.getElementById('here').getBoundingClientRect(), b = document.getElementById('text').getBoundingClientRect();"
    assert browser.run(f"{seen} return a.top >= b.top && a.bottom <= b.bottom")


def test_undo_goes_back_step_by_step(editor: Editor, desk: Desk, decisions: Path) -> None:
    editor.open(desk().address)
    first = editor.sees("sentence")
    editor.press("a")
    second = editor.sees("sentence")
    editor.press("s")
    assert editor.sees("sentence") not in (first, second)
    editor.press("u")
    assert editor.sees("sentence") == second
    assert len(written(decisions)) == 1
    editor.press("u")
    assert editor.sees("sentence") == first
    assert not written(decisions)
    assert editor.sees("said").startswith("0 of ")


def test_what_is_refused_is_said_and_the_doubt_stays(editor: Editor, browser: Browser, desk: Desk, decisions: Path) -> None:
    editor.open(desk().address)
    editor.to("Where in the text does this note stand?")
    editor.press("c")
    editor.press("nowhere at all" + Keys.ENTER)
    editor.waits(lambda: editor.sees("error"))
    assert "does not stand once" in editor.sees("error")
    assert browser.run("return document.getElementById('words').value") == "nowhere at all"
    assert not decisions.read_bytes()
    # single keys can be turned off
    browser.run("document.getElementById('keys').click(); document.getElementById('question').focus()")
    editor.press("a")
    assert not decisions.read_bytes()


def test_two_windows_and_a_closed_one(editor: Editor, browser: Browser, desk: Desk, decisions: Path) -> None:
    address, driver = desk().address, browser.driver
    editor.open(address)
    first = driver.current_window_handle
    driver.switch_to.new_window("tab")
    driver.get(address)
    editor.waits(lambda: editor.sees("said"))
    editor.waits(editor.rests)
    editor.press("a")
    driver.close()
    driver.switch_to.window(first)
    # the one that comes to the fore again tells what is decided now
    editor.waits(lambda: editor.sees("decided") == "Decided: accept")
    assert editor.sees("said").startswith("1 of ")
    assert len(written(decisions)) == 1


def test_what_another_window_has_decided_is_not_overwritten_unseen(editor: Editor, desk: Desk, decisions: Path) -> None:
    server = desk()
    editor.open(server.address)
    editor.to("What is this bracket?")
    n = next(n for n, d in enumerate(server.work.queue) if d.code == "B001")
    assert decide(server, n, "sic").status == 200
    editor.press("a")
    assert "in another window" in editor.sees("error")
    assert editor.sees("decided") == "Decided: sic"
    assert [d.decision for d in written(decisions)] == ["sic"]
    editor.press("a")
    assert [d.decision for d in written(decisions)] == ["accept"]


def test_what_another_editor_has_written_is_shown_before_it_is_decided_anew(editor: Editor, desk: Desk, decisions: Path) -> None:
    server = desk()
    editor.open(server.address)
    editor.to("What is this bracket?")
    n = next(n for n, d in enumerate(server.work.queue) if d.code == "B001")
    append(decisions, [Decision(server.work.queue[n], "sic", "Karel Novotny", "2026-01-02")])
    editor.press("a")
    assert "by Karel Novotny" in editor.sees("error")
    assert editor.sees("decided") == "Decided: sic"
    assert [(d.decision, d.by) for d in written(decisions)] == [("sic", "Karel Novotny")]


def test_a_killed_server_loses_nothing(editor: Editor, doubtful: Path, decisions: Path) -> None:
    with process(doubtful, decisions) as (server, address):
        editor.open(address)
        for _ in range(5):
            editor.press("a")
        server.kill()
        server.wait()
        sixth = editor.sees("sentence")
        editor.press("a")
        editor.waits(lambda: "does not answer" in editor.sees("error"))
        assert editor.sees("sentence") == sixth
    assert len(written(decisions)) == 5
    with process(doubtful, decisions) as (_, address):
        editor.open(address)
        assert editor.sees("said").startswith("5 of ")
        assert editor.sees("sentence") == sixth
        editor.press("u")
        assert len(written(decisions)) == 4
