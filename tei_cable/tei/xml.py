"""Escaping, attributes and white space of the XML that `build` writes."""

from functools import lru_cache

from tei_cable.model import Attrs
from tei_cable.text.regex import regex

# XML white space only: a no-break space is a character of the text.
BLANKS = regex(r"[ \t\n\r]+")
_ATTR = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})


def squeeze(text: str) -> str:
    """Runs of white space as one blank."""
    return BLANKS.sub(" ", text) if "\n" in text or "  " in text or "\t" in text else text


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


def element(name: str, text: str = "", attrs: Attrs | None = None) -> str:
    """An element with character data and nothing else."""
    tail = attributes(attrs) if attrs else ""
    return f"<{name}{tail}>{escape(text)}</{name}>" if text else f"<{name}{tail}/>"
