"""A browser for the whole session, and what it is asked."""

import json
import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from selenium import webdriver

FLAGS = """--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update
--disable-sync --disable-dev-shm-usage --hide-scrollbars"""


class Browser:
    """Chromium, with the page that it shows."""

    def __init__(self, driver: "webdriver.Chrome", folder: Path):
        self.driver, self.folder = driver, folder

    def open(self, page: bytes | Path | str, width: int = 1280, *, dark: bool = False, media: str = "screen") -> None:
        """Show a page, as bytes, as a file or by its address, in a window of that width."""
        if isinstance(page, bytes):
            (path := self.folder / "page.html").write_bytes(page)
            page = path
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": scheme})
        # what earlier pages said and loaded is not of this one
        self.driver.get("about:blank")
        self.driver.get_log("browser"), self.driver.get_log("performance")
        self.driver.get(page if isinstance(page, str) else page.as_uri())

    def run(self, script: str, *args: object) -> Any:
        """What a function body in JavaScript returns."""
        return self.driver.execute_script(script, *args)

    def seconds(self) -> float:
        """The processor's time that the page has taken since it was opened: unlike a clock's, it does not grow on a busy machine."""
        return next(m["value"] for m in self.driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"] if m["name"] == "TaskDuration")

    def complaints(self) -> list[str]:
        """What the console says: errors, and breaches of the page's policy."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """The addresses of all that was asked for since the page was opened."""
        said = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        return [m["params"]["request"]["url"] for m in said if m["method"] == "Network.requestWillBeSent"]


@pytest.fixture(scope="session")
def browser(tool: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """The browser; its driver and it find one another on this machine alone."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = tool("chromium")
    for flag in FLAGS.split():
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    driver = webdriver.Chrome(options=options, service=Service(tool("chromedriver"), port=port, env={**os.environ, "NO_PROXY": "*"}))
    driver.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
    yield Browser(driver, tmp_path_factory.mktemp("pages"))
    driver.quit()


@pytest.fixture(scope="session")
def faults(package: Callable[[str], Path], browser: Browser) -> Callable[[], list[str]]:
    """A function that gives what axe-core finds wrong with the page that is shown, each with the elements."""
    axe = (package("axe-core") / "axe.min.js").read_text(encoding="utf-8")

    def find() -> list[str]:
        browser.run(axe)
        found = browser.driver.execute_async_script("axe.run({resultTypes: ['violations']}).then(arguments[0])")
        return [f"{v['impact']}: {v['id']}: {' '.join(n['html'][:120] for n in v['nodes'][:3])}" for v in found["violations"]]

    return find
