"""Escaping and attributes of the XML that `build` writes."""

from collections.abc import Iterable
from functools import lru_cache

from tei_cable.model import Attrs

_ATTR = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})


def escape(text: str) -> str:
    """Text as XML character data."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


@lru_cache(maxsize=8192)
def _quoted(value: str) -> str:
    return value.translate(_ATTR)


def attributes(attrs: Attrs) -> str:
    """Attributes in the order given, each with a blank before it; empty values are left out."""
    return "".join([f' {k}="{_quoted(v)}"' for k, v in attrs.items() if v])


def marked(words: str, parts: Iterable[tuple[int, int, str]]) -> str:
    """Words as XML, some of them in elements: each part says from where to where and in which. Parts do not overlap."""
    out, pos = "", 0
    for a, b, name in sorted(parts):
        out += escape(words[pos:a]) + element(name, words[a:b])
        pos = b
    return out + escape(words[pos:])


def element(name: str, text: str = "", attrs: Attrs | None = None) -> str:
    """An element with character data and nothing else."""
    tail = attributes(attrs) if attrs else ""
    return f"<{name}{tail}>{escape(text)}</{name}>" if text else f"<{name}{tail}/>"
