"""Takes the pictures of docs/pictures with Chromium: `python tools/screenshots.py`."""

import base64
import shutil
import sys
import tempfile
import threading
from pathlib import Path
from typing import NamedTuple

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

import tei_cable  # noqa: E402
from tei_cable.desk.serving.server import Server  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
TELEGRAM = ROOT / "corpus" / "edition-belgrade.txt"
DOUBTFUL = ROOT / "corpus" / "edition-vientiane.txt"
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --hide-scrollbars"


class Picture(NamedTuple):
    """A picture: the window's size in CSS pixels, how much smaller it is kept, and what is set or done before it is taken, after a while."""

    name: str
    width: int
    height: int
    scale: float
    scheme: str = "light"
    media: str = "screen"
    script: str = ""


TAKEN = [
    Picture("desktop", 1120, 780, 0.6),
    Picture("phone", 390, 800, 0.6, script="document.querySelector('article').scrollIntoView()"),
    Picture("dark", 1120, 780, 0.56, "dark", script="document.querySelector('a.persName[href*=kennan]').click()"),
    Picture("print", 720, 960, 0.55, media="print", script="document.body.style.padding = '16mm'"),
]

# with a name being typed
DESK = Picture("desk", 1120, 640, 0.6, script="""
    const words = document.getElementById("words");
    words.focus();
    words.value = "unger";
    words.dispatchEvent(new Event("input"));
    while (!document.querySelector("#found li")) await new Promise((done) => setTimeout(done, 50));
""")  # fmt: skip


def main() -> None:
    """Take them all."""
    PICTURES.mkdir(exist_ok=True)
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in FLAGS.split():
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        data = tei_cable.export(tei_cable.convert(TELEGRAM).tei, "html").data
        page.write_bytes(data if isinstance(data, bytes) else b"")
        for picture in TAKEN:
            take(driver, page.as_uri(), picture)
        with desk(Path(folder)) as server:
            take(driver, server.address, DESK)
            server.shutdown()
    driver.quit()


def desk(folder: Path) -> Server:
    """The desk on the telegram, handed out."""
    tei = folder / "vientiane.xml"
    tei.write_bytes(tei_cable.convert(DOUBTFUL).tei)
    server = tei_cable.review_serve([str(tei)], str(folder / "decisions.jsonl"), resp="Ada Bell")
    threading.Thread(target=server.serve_forever).start()
    return server


def take(driver: webdriver.Chrome, address: str, picture: Picture) -> None:
    """Take one and write it as PNG."""
    size = {"width": picture.width, "height": picture.height, "deviceScaleFactor": picture.scale, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    scheme = [{"name": "prefers-color-scheme", "value": picture.scheme}]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": picture.media, "features": scheme})
    driver.get("about:blank")
    driver.get(address)
    wait = "await new Promise((done) => setTimeout(done, 300));"
    driver.execute_script(f"return (async () => {{ {wait} {picture.script}; {wait} }})()")
    taken = driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})["data"]
    (PICTURES / f"{picture.name}.png").write_bytes(base64.b64decode(taken))


main()
