"""One request to a server that speaks the chat protocol; whatever goes wrong is one sentence."""

import http.client
import json
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from typing import Any

from tei_cable.recognisers.chat.address import KEY, Address

# Seconds for one answer, and bytes of it that are read: the names of a long telegram take a hundredth of that.
SECONDS, LARGEST = 120, 4_000_000
_PIECE = 65_536
_SHOWN = 160


class NoAnswer(Exception):
    """There was no answer that can be used. The message is a sentence that says why."""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Nobody but the machine that was named gets the text and the key."""

    def redirect_request(self, *_: Any) -> None:
        return None


def answer(address: Address, messages: Sequence[dict[str, str]], seconds: float = SECONDS) -> str:
    """The words with which the model answers. Raises NoAnswer."""
    body = json.dumps({"model": address.model, "messages": list(messages), "temperature": 0, "stream": False}).encode()
    headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "tei-cable"}
    if address.key:
        headers["Authorization"] = f"Bearer {address.key}"
    try:
        request = urllib.request.Request(address.url, body, headers, method="POST")  # noqa: S310 - address.read takes http and https only
        with _opener(address).open(request, timeout=seconds) as response:
            data = _read(response, seconds)
    except urllib.error.HTTPError as e:
        with e:
            raise NoAnswer(_refused(e)) from e
    except TimeoutError as e:
        raise NoAnswer(_late(seconds)) from e
    except (OSError, http.client.HTTPException, ValueError) as e:
        reason = getattr(e, "reason", e)
        late = isinstance(reason, TimeoutError)
        raise NoAnswer(_late(seconds) if late else f"the server cannot be reached ({_words(reason)}); see that it runs at {address.base}.") from e
    return _content(data)


def _opener(address: Address) -> urllib.request.OpenerDirector:
    # what stays on this machine asks no proxy
    direct = [urllib.request.ProxyHandler({})] if address.here else []
    return urllib.request.build_opener(_NoRedirect, *direct)


def _read(response: http.client.HTTPResponse, seconds: float) -> bytes:
    """The body, unless it takes too long or is too large: the time-out of a socket begins anew with every byte."""
    until, pieces, size = time.monotonic() + seconds, [], 0
    while piece := response.read1(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST:
            raise NoAnswer(f"the answer is larger than {LARGEST // 1_000_000} MB; ask another model.")
        if time.monotonic() > until:
            raise NoAnswer(_late(seconds))
    return b"".join(pieces)


def _late(seconds: float) -> str:
    return f"there was no answer within {seconds:g} seconds; ask a faster model, or see what keeps the server busy."


def _refused(error: urllib.error.HTTPError) -> str:
    if error.code in (401, 403):
        return f"the server refuses the key (status {error.code}); put the right one into the environment variable {KEY}."
    if 300 <= error.code < 400:
        return f"the server sends requests on to another address (status {error.code}), which is not followed; name that address."
    ways = {404: "see that the address and the model are right", 429: "it asks for fewer requests; wait a while"}
    try:
        said = _words(error.read(_PIECE).decode("utf-8", "replace"))
    except (OSError, http.client.HTTPException):
        said = ""
    return f"the server answers with status {error.code}{f' ({said})' if said else ''}; {ways.get(error.code, 'see its log')}."


def _content(data: bytes) -> str:
    """The words in the answer of the protocol."""
    try:
        choice = json.loads(data)["choices"][0]
        message = choice["message"]
        refusal, content = message.get("refusal"), message.get("content")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as e:
        begins = _words(data[:_PIECE].decode("utf-8", "replace"))
        raise NoAnswer(f"the answer is not of the chat protocol ({begins}); see that the address is right.") from e
    if refusal:
        raise NoAnswer(f"the model refuses ({_words(refusal)}); ask another model.")
    if not isinstance(content, str):
        raise NoAnswer("the model says nothing; ask another model.")
    if choice.get("finish_reason") == "length":
        raise NoAnswer("the answer was cut off at the server's limit of length; raise it there.")
    return content


def _words(said: object) -> str:
    """The first words of what somebody else says, in one line."""
    found = " ".join(str(said).split())
    return found if len(found) <= _SHOWN else found[:_SHOWN] + "…"
