"""Who hands out the desk: on this machine alone, to the page whose address it has told and to nobody else."""

import hmac
import json
import secrets
import socketserver
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

from tei_cable.desk.serving.page import page
from tei_cable.desk.serving.work import Overtaken, Refused, Work
from tei_cable.files import BadRequest

_HOST = "127.0.0.1"
# No decision is longer, in bytes; and no question, in characters.
_LARGEST, _LONGEST = 16_384, 200
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class _Answer(NamedTuple):
    data: bytes
    status: HTTPStatus = HTTPStatus.OK
    type: str = "application/json"


class _Wrong(Exception):
    """A request that is not answered as it wishes: the status, why, and what else is to be told."""

    def __init__(self, status: HTTPStatus, why: str, **more: str):
        super().__init__(why)
        self.status, self.more = status, more


class Server(ThreadingHTTPServer):
    """The desk at an address of its own, which `address` tells; `serve_forever` hands it out. Port 0 is a free one.

    Whoever does not know the address, with the secret in it, gets nothing; nor does a page of another origin, or under another host's name.
    Raises BadRequest for a port that cannot be used.
    """

    daemon_threads = True

    def __init__(self, work: Work, port: int = 0):
        self.work, self.secret = work, secrets.token_urlsafe(24)
        try:
            super().__init__((_HOST, port), _Handler)
        except OSError as e:
            raise BadRequest(f"port {port} cannot be used ({e.strerror}); without --port, a free one is taken") from e
        names = [f"{name}:{self.server_port}" for name in (_HOST, "localhost")]
        self.hosts, self.origins = frozenset(names), frozenset(f"http://{name}" for name in names)
        self.address = f"http://{_HOST}:{self.server_port}/{self.secret}/"

    def server_bind(self) -> None:
        """Without asking the network for the name of this machine."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = _HOST, self.server_address[1]


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "tei-cable", ""
    # seconds that a connection may be silent
    timeout = 60

    def do_GET(self) -> None:
        """The page, and what its script asks."""
        self._answer(self._get)

    def do_POST(self) -> None:
        """A decision."""
        self._answer(self._post)

    def log_message(self, format: str, *args: object) -> None:
        """The terminal is for what an editor should read."""

    def _answer(self, give: Callable[[str, Mapping[str, str]], _Answer]) -> None:
        try:
            answer = give(*self._asked())
        except _Wrong as e:
            answer = _json({"error": str(e), **e.more}, e.status)
        except Overtaken as e:
            answer = _json({"error": str(e), "decision": e.decision}, HTTPStatus.CONFLICT)
        except (Refused, BadRequest) as e:
            answer = _json({"error": str(e)}, HTTPStatus.UNPROCESSABLE_ENTITY)
        except OSError as e:
            told = f"{e.filename or self.server.work.path}: {e.strerror}; nothing was decided"
            answer = _json({"error": told}, HTTPStatus.INTERNAL_SERVER_ERROR)
        self._send(answer)

    def _asked(self) -> tuple[str, Mapping[str, str]]:
        """What is asked for below the secret, and how; raises _Wrong for who may not ask."""
        if self.headers.get_all("Host", []) not in ([host] for host in self.server.hosts):
            raise _Wrong(HTTPStatus.FORBIDDEN, "the desk is on this machine alone")
        origin = self.headers.get("Origin")
        if not (origin in self.server.origins or (origin is None and self.command == "GET")) or self._foreign():
            raise _Wrong(HTTPStatus.FORBIDDEN, "the desk answers its own page alone")
        asked = urlsplit(self.path)
        _, _, rest = asked.path.partition("/")
        secret, slash, name = rest.partition("/")
        if not (slash and hmac.compare_digest(secret.encode(), self.server.secret.encode())):
            raise _Wrong(HTTPStatus.FORBIDDEN, "this is not the address of the desk; take the one that `tei-cable review serve` has printed")
        return name, {key: values[-1] for key, values in parse_qs(asked.query).items()}

    def _foreign(self) -> bool:
        return self.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin")

    def _get(self, name: str, query: Mapping[str, str]) -> _Answer:
        work = self.server.work
        if not name:
            return _Answer(page(), type="text/html; charset=utf-8")
        if name == "standing":
            return _json({**work.standing()._asdict(), "editor": work.editor})
        if name == "doubt":
            return _json(_plain(work.shown(_number(query.get("n", "")))))
        if name == "names":
            return _json([m._asdict() for m in work.find(query.get("words", "")[:_LONGEST], query.get("kind", ""))])
        raise _Wrong(HTTPStatus.NOT_FOUND, "there is no such page")

    def _post(self, name: str, _: Mapping[str, str]) -> _Answer:
        told = self._body()
        if name != "decisions":
            raise _Wrong(HTTPStatus.NOT_FOUND, "there is no such page")
        n, said, seen = told.get("doubt"), told.get("decision"), told.get("seen")
        if type(n) is not int or not isinstance(said, str) or not isinstance(seen, str):
            raise _Wrong(HTTPStatus.BAD_REQUEST, "a decision has a number `doubt`, and the words `decision` and `seen`")
        return _json(self.server.work.decide(n, said, seen)._asdict())

    def _body(self) -> dict[str, Any]:
        if self.headers.get_content_type() != "application/json":
            raise _Wrong(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "a decision is JSON")
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdigit()):
            raise _Wrong(HTTPStatus.LENGTH_REQUIRED, "a decision has a length")
        if int(length) > _LARGEST:
            raise _Wrong(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"a decision is no longer than {_LARGEST} bytes")
        try:
            told = json.loads(self.rfile.read(int(length)))
        except (ValueError, RecursionError) as e:
            raise _Wrong(HTTPStatus.BAD_REQUEST, "this is not JSON") from e
        if not isinstance(told, dict):
            raise _Wrong(HTTPStatus.BAD_REQUEST, "a decision is an object")
        return told

    def _send(self, answer: _Answer) -> None:
        if answer.status != HTTPStatus.OK:
            # what was not read of the request must not be taken for the next one
            self.close_connection = True
        self.send_response(answer.status)
        for key, value in _HEADERS.items():
            self.send_header(key, value)
        self.send_header("Content-Type", answer.type)
        self.send_header("Content-Length", str(len(answer.data)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(answer.data)


def _number(words: str) -> int:
    if not (words.isascii() and words.isdigit() and len(words) < 10):
        raise _Wrong(HTTPStatus.BAD_REQUEST, "a doubt has a number")
    return int(words)


def _json(told: object, status: HTTPStatus = HTTPStatus.OK) -> _Answer:
    return _Answer(json.dumps(told, ensure_ascii=False).encode(), status)


def _plain(told: Any) -> Any:
    """Named tuples as plain data."""
    if hasattr(told, "_asdict"):
        return {key: _plain(value) for key, value in told._asdict().items()}
    return [_plain(x) for x in told] if isinstance(told, list | tuple) else told
