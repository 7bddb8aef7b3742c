"""Where a language model is asked, read from what the user wrote: ADDRESS#MODEL."""

import os
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urlsplit

from tei_cable.recognisers import BadRecogniser

# The environment variable that holds the key; it is sent and never shown.
KEY = "TEI_CABLE_CHAT_KEY"
_FORM = "write it as chat:http://127.0.0.1:8080/v1#MODEL"


class Address(NamedTuple):
    """The address that requests go to, the base that the user named, the machine, the model, the key, and whether the machine is this one."""

    url: str
    base: str
    host: str
    model: str
    key: str
    here: bool


def read(what: str) -> Address:
    """The address that the words after "chat:" name. Raises BadRecogniser for one that is none, and for a key that would travel in the clear."""
    base, _, model = what.partition("#")
    try:
        parts = urlsplit(base)
        host, _ = parts.hostname or "", parts.port
    except ValueError as e:
        raise BadRecogniser(f"{base}: this is no address of a server ({e}); {_FORM}") from e
    if parts.username or parts.password:
        raise BadRecogniser(f"the address of {host} holds a name or password; put the key into the environment variable {KEY} instead")
    if parts.scheme not in ("http", "https") or not host:
        raise BadRecogniser(f"{base}: this is no address of a server; {_FORM}")
    if not model.strip() or any(c.isspace() or not c.isprintable() for c in what):
        raise BadRecogniser(f"{base}: the model is missing, or there are blanks; {_FORM}")
    here, key = _loopback(host), os.environ.get(KEY, "").strip()
    if key and not here and parts.scheme == "http":
        raise BadRecogniser(f"{base}: the key in {KEY} would cross the network in the clear; use https, or unset it")
    url = parts._replace(path=parts.path.rstrip("/") + "/chat/completions").geturl()
    return Address(url, base.partition("?")[0], host, model, key, here)


def _loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
