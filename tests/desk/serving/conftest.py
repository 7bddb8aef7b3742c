"""A desk with a telegram full of doubts, and somebody who asks it."""

import http.client
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import pytest

import tei_cable
from tei_cable.batch.items import items
from tei_cable.desk.decisions import Decision, last, read_lines
from tei_cable.desk.serving.server import Server
from tei_cable.desk.serving.work import Work
from tei_cable.pipeline import Converter

EVIL = "<script>document.title='evil'</script>"
LIST = f'id,kind,name,birth,note\nquill,person,"Quill, Ada",1901,Minister of {EVIL}\nevil,place,{EVIL} Castle,,\n'
Desk = Callable[..., Server]


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


def telegram(folder: Path, brackets: int) -> Path:
    """The TEI of a telegram with a lost note, an inferred office, and brackets of which nobody knows what they are."""
    many = "\n\n".join(f"{n}. On that day the thing [of matter {n} came and \U0001f4dc went." for n in range(2, brackets + 2))
    first = f"1. I saw M. Gromyko {EVIL} today, and the Soviet Foreign Minister was calm."
    notes = "[1] Sent to Bonn.\n\n[2] A note of which nobody knows where it stands."
    path = folder / "telegram.xml"
    path.write_bytes(tei_cable.convert(f"Telegram number 12[1]\n\nParis, 3 November 1962\n\n{first}\n\n{many}\n\n{notes}\n".encode()).tei)
    return path


@pytest.fixture(scope="session")
def doubtful(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A telegram with some doubts."""
    return telegram(tmp_path_factory.mktemp("tei"), 6)


@pytest.fixture(scope="session")
def names(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A list of names, one of them hostile."""
    path = tmp_path_factory.mktemp("lists") / "names.csv"
    path.write_text(LIST, encoding="utf-8")
    return str(path)


@pytest.fixture(scope="session")
def converter(names: str) -> Converter:
    """One for all desks, since it takes a second to make."""
    return Converter([names])


@pytest.fixture
def decisions(tmp_path: Path) -> Path:
    """Where decisions go."""
    return tmp_path / "decisions.jsonl"


@pytest.fixture
def desk(doubtful: Path, converter: Converter, decisions: Path) -> Iterator[Desk]:
    """A function that starts a desk on the telegram; each at an address of its own."""
    started: list[tuple[Server, threading.Thread]] = []

    def start(tei: Path = doubtful) -> Server:
        server = Server(Work(items([str(tei)], "", "tei"), str(decisions), "Ada Bell", converter))
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        started.append((server, thread))
        return server

    yield start
    for server, thread in started:
        server.shutdown()
        thread.join()
        server.server_close()


def ask(server: Server, path: str, body: Any = None, method: str = "", **headers: str) -> Answer:
    """One request as the page makes it, but for `headers` (their `_` is `-`); `path` is below the secret, unless it begins with a slash."""
    address = urlsplit(server.address)
    told = {"Host": address.netloc} | ({"Origin": f"http://{address.netloc}", "Content-Type": "application/json"} if body is not None else {})
    told |= {key.replace("_", "-"): value for key, value in headers.items()}
    data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
    connection = http.client.HTTPConnection("127.0.0.1", address.port or 0, timeout=20)
    connection.request(method or ("GET" if body is None else "POST"), path if path.startswith("/") else address.path + path, data, told)
    answer = connection.getresponse()
    try:
        return Answer(answer.status, answer.headers, answer.read())
    finally:
        connection.close()


def decide(server: Server, n: int, said: str, seen: str = "") -> Answer:
    """A decision as the page sends it."""
    return ask(server, "decisions", {"doubt": n, "decision": said, "seen": seen})


def written(path: Path) -> list[Decision]:
    """The decisions of a file that hold."""
    return last(read_lines(str(path), path.read_bytes()))
